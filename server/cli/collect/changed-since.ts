import { basename, dirname, relative, resolve, sep } from 'node:path';
import { isPagePath } from '../../core/index.js';
import {
  CONFIG_NAME,
  changesSince,
  type FileChange,
  GitFault,
  isWithin,
  readBlobs,
  readBytes,
} from '../../host/index.js';
import { placeOfBaseline } from '../baseline/baseline-place.js';
import type { LintedWorkspace } from '../engine/job.js';
import type { CheckedFile } from '../formats/lint-run.js';
import type { BaselineChoice } from '../plan/baseline-options.js';
import { Failure } from '../terminal/failure.js';
import type { Target } from '../workspace/targets.js';

/** Since when, and what is known of it. */
export interface SinceRequest {
  readonly since: string;
  readonly baselines: BaselineChoice;
  /** What was asked about; the standard input among it is in no commit. */
  readonly targets: readonly Target[];
}

type Overlay = ReadonlyMap<string, Uint8Array | undefined>;

/**
 * Narrows what was found to files that changed, and to those of which something else is found than
 * before: whatever may be the reason, a registry's entry gone or a picture moved.
 * @param lintWith what is found with other contents in place of files'
 */
export async function onlyChanged(
  now: readonly LintedWorkspace[],
  { since, baselines, targets }: SinceRequest,
  cwd: string,
  lintWith: (overlay: Overlay) => Promise<readonly LintedWorkspace[]>,
): Promise<readonly LintedWorkspace[]> {
  const changes = changesIn(now, since);
  const seen = now.some((one) =>
    [...changes.keys()].some((path) => isWithin(path, one.root.folder)),
  );
  const before = seen ? await lintWith(contentsBefore(now, changes)) : [];
  const findings = new Map(
    before.flatMap(({ files }) =>
      files.map((file) => [resolve(cwd, file.file), findingsKey(file)]),
    ),
  );
  const typed = new Set(targets.filter(differsFromDisk).map(({ path }) => path));
  return now.map((one) => {
    const baseline = placeOfBaseline(one, baselines, cwd);
    if (changesRules(one, changes) || (baseline && changes.has(baseline.path))) return one;
    const files = one.files.filter((file) => {
      const path = resolve(cwd, file.file);
      const change = changes.get(path);
      if (typed.has(path)) return true;
      if (change !== undefined && change.movedFrom === undefined) return true;
      const then = findings.get(change?.movedFrom ?? path);
      return seen && then !== findingsKey(file);
    });
    return { ...one, files };
  });
}

/** Whether what came by the standard input is something else than lies on the disk. */
function differsFromDisk({ path, content, nameless }: Target): boolean {
  if (content === undefined) return false;
  if (nameless) return true;
  const reading = readBytes(path);
  return reading.type === 'fault' || !reading.bytes.equals(content);
}

/** A change of a file, by its absolute path; where it was moved from is absolute too. */
type Changes = ReadonlyMap<string, FileChange & { readonly top: string }>;

function changesIn(linted: readonly LintedWorkspace[], ref: string): Changes {
  const tops = new Set(linted.map(({ root }) => root.repository));
  const changes = new Map<string, FileChange & { readonly top: string }>();
  for (const top of tops) {
    if (top === undefined) {
      throw new Failure('--since asks git what changed, and this is not a git repository.');
    }
    for (const change of withGitFaults(() => changesSince({ top }, ref))) {
      const { path, movedFrom } = change;
      const from = movedFrom === undefined ? undefined : resolve(top, movedFrom);
      changes.set(resolve(top, path), { ...change, movedFrom: from, top });
    }
  }
  return changes;
}

/** Of what no workspace reads only its being there counts. */
function contentsBefore(linted: readonly LintedWorkspace[], changes: Changes): Overlay {
  const contents = new Map<string, Uint8Array | undefined>();
  const wanted = new Map<string, Map<string, string[]>>();
  for (const [path, { before, top }] of changes) {
    contents.set(path, before === undefined ? undefined : EMPTY_CONTENT);
    if (before === undefined || !linted.some((one) => reads(one, path))) continue;
    const paths = wanted.get(top) ?? new Map<string, string[]>();
    wanted.set(top, paths.set(before, [...(paths.get(before) ?? []), path]));
  }
  for (const [top, paths] of wanted) {
    for (const [id, content] of withGitFaults(() => readBlobs({ top }, [...paths.keys()]))) {
      for (const path of paths.get(id) ?? []) contents.set(path, content);
    }
  }
  return contents;
}

const EMPTY_CONTENT = new Uint8Array();

function reads({ root, settings }: LintedWorkspace, path: string): boolean {
  if (!isWithin(path, root.folder)) return false;
  return isPagePath(settings, relative(root.folder, path).replaceAll(sep, '/'));
}

/** What is read and how strictly is another matter then: everything is reported. */
function changesRules({ root, configs = [] }: LintedWorkspace, changes: Changes): boolean {
  if (configs.some((path) => changes.has(path))) return true;
  return [...changes.keys()].some((path) => {
    const name = basename(path);
    if (name === CONFIG_NAME) return isWithin(path, root.folder);
    // What a folder above leaves out may lie here.
    const around = isWithin(path, root.folder) || isWithin(root.folder, dirname(path));
    return name === '.gitignore' && around;
  });
}

/** Without places: an edit elsewhere may move related places. */
function findingsKey({ findings }: CheckedFile): string {
  return JSON.stringify(
    findings.map(({ rule, severity, message, words, state }) => [
      rule,
      severity,
      message,
      words,
      state,
    ]),
  );
}

function withGitFaults<T>(ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    if (error instanceof GitFault) throw new Failure(`--since: ${error.message}`);
    throw error;
  }
}
