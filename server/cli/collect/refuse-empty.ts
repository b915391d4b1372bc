import { resolve } from 'node:path';
import type { LintedWorkspace } from '../engine/job.js';
import { shownPath } from '../report/places.js';
import { escapePath } from '../terminal/escape-controls.js';
import { Failure } from '../terminal/failure.js';
import type { ReadRequest } from '../workspace/session.js';
import { matchesTarget } from '../workspace/targets.js';

/**
 * A check of nothing passes, so a folder or a pattern where nothing is to be checked is a slip. A file
 * that holds no tag is none: hooks name every file that changed.
 * @throws Failure
 */
export function refuseEmptyTargets(
  { targets, empty }: ReadRequest,
  linted: readonly LintedWorkspace[],
  cwd: string,
): void {
  // What could not be read is reported, and fails the check already.
  const isUndone = linted.some(({ problems }) => problems.some(({ grave }) => grave));
  const wide = targets.filter(({ type }) => type === 'folder');
  if (wide.length === 0 || isUndone || empty === 'allowed') return;
  const files = linted.flatMap((one) => one.files.map(({ file }) => resolve(cwd, file)));
  const bare = wide.find((target) => !files.some(matchesTarget(target)));
  if (bare === undefined) return;
  const { path, glob, written } = bare;
  const shown = escapePath(written ?? shownPath(path, cwd));
  const what =
    glob === undefined
      ? `there is no brief or registry in ${shown}`
      : `no brief or registry matches '${shown}'`;
  const words = `${what}, so nothing was checked. A brief is a Markdown file with a tag. If this is intended, add --allow-empty.`;
  const notes = linted.flatMap(({ problems }) => problems.map(({ message }) => message));
  throw new Failure([words, ...notes].join('\nrapporteur: '));
}
