import { relative, resolve, sep } from 'node:path';
import {
  applyChanges,
  type Change,
  type Day,
  emptyWorkspace,
  isIgnoredPath,
  isPagePath,
  linksToAsk,
  type Page,
  type Settings,
  vocabularyOf,
  type Workspace,
} from '../core/index.js';
import {
  CONFIG_NAME,
  type Host,
  isWithin,
  nodeHost,
  type Overlay,
  overlayHost,
  type Root,
} from '../host/index.js';
import { type Places, placesOf, shownPath } from './places.js';
import type { Progress } from './progress.js';
import { type Problem, readPages } from './read-pages.js';
import type { Target } from './targets.js';

/** One workspace, read. */
export interface Loaded {
  readonly root: Root;
  readonly workspace: Workspace;
  readonly places: Places;
  /** The briefs and registries that were asked about, in order of their ids. */
  readonly asked: readonly Page[];
  readonly problems: readonly Problem[];
  /** Folders below with a configuration of their own: workspaces of their own. Absolute. */
  readonly nested: readonly string[];
}

export interface LoadOptions {
  readonly cwd: string;
  readonly settings: Settings;
  readonly today: Day;
  /** Empty: everything in the workspace. */
  readonly targets: readonly Target[];
  /** By absolute path. */
  readonly overlay: Overlay;
  /** Whether a folder with a configuration of its own is left to itself. */
  readonly nesting: 'apart' | 'together';
  readonly progress: Progress;
}

export async function load(root: Root, options: LoadOptions): Promise<Loaded> {
  const nested: string[] = [];
  const problems: Problem[] = [];
  const host = hostOf(root, options, nested, problems);
  const given = givenFiles(root.folder, options.targets);
  const ids = await idsToRead(host, given, options.settings);
  const pages = await readPages(ids, host, {
    ...options,
    folder: root.folder,
    given,
    onProblem: (problem) => problems.push(problem),
  });
  const vocabulary = vocabularyOf(options.settings.kinds);
  const empty = emptyWorkspace(options.settings, vocabulary, options.today);
  const changes = pages.map((page): Change => ({ type: 'page', page }));
  const workspace = await withLinks(applyChanges(empty, changes), host);
  return {
    root,
    workspace,
    places: placesOf(workspace, root.folder, options.cwd),
    asked: [...workspace.pages.values()].filter(
      (page) => page.facts.role !== 'document' && isAsked(page.id, root.folder, options.targets),
    ),
    problems,
    nested: nested.sort(),
  };
}

function hostOf(root: Root, options: LoadOptions, nested: string[], problems: Problem[]): Host {
  const { settings, nesting, cwd } = options;
  const host = nodeHost(root.folder, {
    repository: root.repository,
    skips: (folder, names) => {
      if (isIgnoredPath(settings, folder)) return true;
      if (nesting === 'together' || !names.includes(CONFIG_NAME)) return false;
      nested.push(resolve(root.folder, folder));
      return true;
    },
    onFault: (folder, { message }) => {
      const shown = shownPath(resolve(root.folder, folder), cwd);
      problems.push({ message: `The folder ${shown} could not be read: ${message}.`, grave: true });
    },
  });
  const below = [...options.overlay].filter(([path]) => isWithin(path, root.folder));
  const overlay = new Map(below.map(([path, content]) => [idOf(path, root.folder), content]));
  const laid = overlayHost(host, overlay);
  return {
    ...laid,
    async *list() {
      for await (const id of laid.list()) if (!isIgnoredPath(settings, id)) yield id;
    },
  };
}

/** Files that were named one by one, by id: read whatever they are called, ignored or not. */
function givenFiles(folder: string, targets: readonly Target[]): ReadonlyMap<string, Target> {
  const files = targets.filter(({ type }) => type === 'file');
  return new Map(files.map((target) => [idOf(target.path, folder), target]));
}

async function idsToRead(
  host: Host,
  given: ReadonlyMap<string, Target>,
  settings: Settings,
): Promise<readonly string[]> {
  const ids = new Set(given.keys());
  for await (const id of host.list()) if (isPagePath(settings, id)) ids.add(id);
  return [...ids].sort();
}

/** Links lead to pictures and PDFs too: whether those are there only the host knows. */
async function withLinks(workspace: Workspace, host: Host): Promise<Workspace> {
  const exist = new Map<string, boolean>();
  for (const target of linksToAsk(workspace)) exist.set(target, await host.exists(target));
  return exist.size === 0 ? workspace : applyChanges(workspace, [{ type: 'files', exist }]);
}

function isAsked(id: string, folder: string, targets: readonly Target[]): boolean {
  if (targets.length === 0) return true;
  const path = resolve(folder, id);
  return targets.some((target) =>
    target.type === 'file' ? target.path === path : isWithin(path, target.path),
  );
}

function idOf(path: string, folder: string): string {
  return relative(folder, path).replaceAll(sep, '/');
}
