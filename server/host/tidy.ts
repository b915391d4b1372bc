import { rmdirSync, rmSync, utimesSync } from 'node:fs';

// Tidying up is optional: where it fails, nobody need know.

/** Removes a file, or a link itself. */
export function removeFile(path: string): void {
  attempt(() => rmSync(path, { force: true }));
}

/** What else someone put there keeps the folder where it is. */
export function removeEmptyFolder(folder: string): void {
  attempt(() => rmdirSync(folder));
}

/** Notes that a file or a folder was used now, in milliseconds. */
export function touch(path: string, now: number): void {
  attempt(() => utimesSync(path, now / 1000, now / 1000));
}

function attempt(todo: () => void): void {
  try {
    todo();
  } catch {
    // The folder may be read-only, or another run was quicker.
  }
}
