import { relative, resolve, sep } from 'node:path';
import {
  type CheckedFiles,
  foldPath,
  type KnownFinding,
  type Level,
  levelsAt,
  RULES,
} from '../../core/index.js';
import { isWithin } from '../../host/index.js';
import type { LintedWorkspace } from '../engine/job.js';
import type { Plan } from '../plan/plan.js';
import type { Io } from '../terminal/io.js';

/** Whether all there is in the workspaces of a baseline was looked at. */
export type Coverage = 'whole' | 'part';

/** What is open or known, by the paths of a baseline in `folder`. */
export function findingsIn(
  linted: readonly LintedWorkspace[],
  folder: string,
  cwd: string,
): ReadonlyMap<string, readonly KnownFinding[]> {
  const files = linted.flatMap((one) => one.files);
  return new Map(
    files.map((file) => [
      baselinePath(resolve(cwd, file.file), folder),
      file.findings.filter(({ state }) => state !== 'suppressed'),
    ]),
  );
}

/** As a baseline in `folder` names a file; both absolute. */
export function baselinePath(path: string, folder: string): string {
  return foldPath(relative(folder, path).replaceAll(sep, '/'));
}

/** Whether all there is in a workspace was looked at: then what was not found is no more. */
export function coversWorkspace(
  { root, problems }: LintedWorkspace,
  { job, since }: Plan,
): boolean {
  const { targets } = job.request;
  const isAll =
    targets.length === 0 ||
    targets.some(
      ({ type, path, glob }) =>
        type === 'folder' && glob === undefined && isWithin(root.folder, path),
    );
  const isPart = since !== undefined || job.shard !== undefined;
  return isAll && !isPart && !problems.some(({ grave }) => grave);
}

/** Of a rule that was not asked nobody knows what it would find. */
export function ruleCoverage(
  linted: readonly LintedWorkspace[],
  folder: string,
  coverage: Coverage,
  { io, plan }: { readonly io: Io; readonly plan: Plan },
): CheckedFiles['wasChecked'] {
  const files = new Map(
    linted.flatMap((one) =>
      one.files.map((file) => [baselinePath(resolve(io.cwd, file.file), folder), one] as const),
    ),
  );
  return (path, rule) => {
    const at = resolve(folder, path);
    const inside = (one: LintedWorkspace): boolean => isWithin(at, one.root.folder);
    const around = coverage === 'whole' ? innermost(linted.filter(inside)) : undefined;
    const own = files.get(path) ?? around;
    if (own === undefined) return false;
    if (plan.job.comments === 'ignored' && rule.endsWith('-suppression')) return false;
    const id = relative(own.root.folder, at).replaceAll(sep, '/');
    return (levelsAt(own.settings, id).get(rule) ?? DEFAULT_LEVELS.get(rule)) !== 'off';
  };
}

const DEFAULT_LEVELS: ReadonlyMap<string, Level> = new Map(
  RULES.map(({ name, level }) => [name, level]),
);

function innermost(linted: readonly LintedWorkspace[]): LintedWorkspace | undefined {
  return linted.toSorted((a, b) => b.root.folder.length - a.root.folder.length)[0];
}
