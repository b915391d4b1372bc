import { resolve } from 'node:path';
import type { Day, Level } from '../../core/index.js';
import { isThere, isWithin, type Overlay, rootOf, type WorkspaceRoot } from '../../host/index.js';
import { Failure } from '../terminal/failure.js';
import type { Io } from '../terminal/io.js';
import { progressOn } from '../terminal/progress.js';
import type { DisplayOptions } from '../terminal/style.js';
import { openConfiguration } from './configuration.js';
import { type LoadedWorkspace, type LoadOptions, load } from './load.js';
import { folderOf, type Target } from './targets.js';

/** What a command asks to be read. */
export interface ReadRequest {
  readonly targets: readonly Target[];
  readonly today: Day;
  /** `--config`: takes the place of every other configuration. */
  readonly config: string | undefined;
  readonly display: DisplayOptions;
  /** Contents that stand in for those of files, by absolute path. */
  readonly overlay?: Overlay;
  /** Levels of rules that win over what any configuration says. */
  readonly levels?: ReadonlyMap<string, Level>;
  /** Levels of rules that count where no configuration names the rule. */
  readonly usualLevels?: ReadonlyMap<string, Level>;
  /**
   * Whether what `.gitignore` and `ignore` leave out stays out though it was named. Without: a file
   * that was named by itself is read all the same.
   */
  readonly ignoring?: 'respected' | 'ignored';
  /** `allowed`: a path that names nothing to check is no fault. */
  readonly empty?: 'allowed';
  /** Ordinary documents that are read as well, see {@link LoadOptions}. */
  readonly documents?: LoadOptions['documents'];
}

interface Group {
  readonly root: WorkspaceRoot;
  readonly targets: Target[];
}

/** Every workspace that the targets touch, each read whole. */
export async function loadAll(io: Io, request: ReadRequest): Promise<readonly LoadedWorkspace[]> {
  return eachWorkspace(io, request, load);
}

/**
 * Visits every workspace that the targets touch, one after the other: a folder with a configuration of
 * its own is a workspace of its own, beside or inside another.
 */
export async function eachWorkspace<T extends Pick<LoadedWorkspace, 'root' | 'nested'>>(
  io: Io,
  request: ReadRequest,
  visit: (root: WorkspaceRoot, options: LoadOptions) => Promise<T>,
): Promise<readonly T[]> {
  const waiting = groupsOf(io, request);
  const groups = new Map(waiting.map((group) => [group.root.folder, group]));
  const visited: T[] = [];
  for (let group = waiting.shift(); group !== undefined; group = waiting.shift()) {
    const one = await visit(group.root, optionsFor(io, group, request));
    visited.push(one);
    for (const folder of one.nested) {
      const targets = targetsWithin(folder, group.targets);
      const known = groups.get(folder);
      known?.targets.push(...targets);
      if (known !== undefined || targets.length === 0) continue;
      const own: Group = { root: rootOf(folder, io.cwd), targets: [...targets] };
      groups.set(folder, own);
      waiting.push(own);
    }
  }
  return visited;
}

/** What of that was asked for lies in a workspace inside; a pattern goes on counting from its own folder. */
function targetsWithin(folder: string, targets: readonly Target[]): readonly Target[] {
  const whole: Target = { path: folder, type: 'folder' };
  if (targets.length === 0) return [whole];
  const around = targets.filter(({ type, path }) => type === 'folder' && isWithin(folder, path));
  return around.some(({ glob }) => glob === undefined) ? [whole] : around;
}

function groupsOf(io: Io, request: ReadRequest): Group[] {
  const { targets } = request;
  if (targets.length === 0) return [{ root: rootFor(io, io.cwd, request), targets: [] }];
  const groups = new Map<string, Group>();
  for (const target of targets) {
    const own = rootFor(io, folderOf(target), request);
    const group = groups.get(own.folder) ?? { root: own, targets: [] };
    group.targets.push(target);
    groups.set(own.folder, group);
  }
  // The outer first: what it leaves to workspaces inside, they are asked about as well.
  return [...groups.values()].sort((a, b) => a.root.folder.length - b.root.folder.length);
}

/** A configuration named by hand rules the folder it lies in, or else where it would not reach. */
export function rootFor(io: Io, folder: string, { config }: ReadRequest): WorkspaceRoot {
  if (config === undefined) return rootOf(folder, io.cwd);
  const path = resolve(io.cwd, config);
  if (!isThere(path)) throw new Failure(`there is no configuration '${config}'.`);
  const home = resolve(path, '..');
  const own = rootOf(isWithin(folder, home) ? home : folder, io.cwd);
  return { ...own, folder: isWithin(folder, home) ? home : own.folder, config: path };
}

function optionsFor(io: Io, group: Group, request: ReadRequest): LoadOptions {
  return {
    cwd: io.cwd,
    config: openConfiguration(group.root, {
      cwd: io.cwd,
      named: request.config === undefined ? undefined : group.root.config,
      display: request.display,
      ...(request.levels === undefined ? {} : { levels: request.levels }),
      ...(request.usualLevels === undefined ? {} : { usualLevels: request.usualLevels }),
    }),
    today: request.today,
    targets: group.targets,
    overlay: request.overlay ?? new Map(),
    nesting: request.config === undefined ? 'apart' : 'together',
    ignoring: request.ignoring ?? 'files-named',
    documents: request.documents,
    progress: progressOn(io.stderr, () => process.uptime() * 1000),
  };
}

/** Says on the standard error what could not be read; whether that leaves the job undone. */
export function reportProblems(
  io: Io,
  loaded: readonly Pick<LoadedWorkspace, 'problems'>[],
): boolean {
  const problems = loaded.flatMap((one) => one.problems);
  for (const { message } of problems) io.stderr.write(`rapporteur: ${message}\n`);
  return problems.some(({ grave }) => grave);
}
