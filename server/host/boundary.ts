import { dirname } from 'node:path';
import type { Reading } from './host.js';
import { isWithin, realOf } from './paths.js';
import { readPath } from './read-file.js';
import { rootOf } from './workspace-root.js';

/**
 * Whether a path that lies in a repository leads out of it through a link: on the way, or itself. A repository is not
 * to be trusted, so nothing of it may point at files elsewhere. A path that lies elsewhere to begin with leads nowhere:
 * whoever typed it meant it.
 * @param path absolute; it need not be there
 * @param cwd where it was named: the repository that this lies in counts too
 */
export function leadsOut(path: string, cwd: string): boolean {
  return boundariesOf(path, cwd).some((folder) => leadsOutOf(path, folder));
}

/** Reads a file that someone named in `cwd`; a link of the repository that leads out of it is not read. */
export function readNamed(path: string, cwd: string): Reading {
  if (!leadsOut(path, cwd)) return readPath(path);
  const reason = 'it is a link that leads out of the repository';
  return { type: 'fault', fault: { code: 'unreadable', reason } };
}

/** As {@link leadsOut}, of one folder. */
export function leadsOutOf(path: string, folder: string): boolean {
  return isWithin(path, folder) && !isWithin(realOf(path), realOf(folder));
}

/** Whether a path is one of a repository, or of the workspace that it was named in. */
export function isInRepository(path: string, cwd: string): boolean {
  return boundariesOf(path, cwd).some((folder) => isWithin(path, folder));
}

/** Both: on the way to a path a link may lead into a repository of its own. */
function boundariesOf(path: string, cwd: string): readonly string[] {
  const here = rootOf(cwd, cwd);
  const there = rootOf(dirname(path), cwd);
  const its = there.repository ?? (there.config === undefined ? undefined : there.folder);
  const ours = here.repository ?? here.folder;
  return its === undefined || its === ours ? [ours] : [ours, its];
}
