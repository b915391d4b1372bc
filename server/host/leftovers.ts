import { lstatSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** How the files are called that are written before they take the place of others. */
export function temporaryName(pid: number, random: string): string {
  return `.rapporteur-${pid}-${random}.tmp`;
}

const TEMPORARY = /^\.rapporteur-(\d{1,10})-[0-9a-f]{12}\.tmp$/;

/** Removes what processes that were killed have left in a folder; those that run still need theirs. */
export function removeLeftovers(folder: string, names: readonly string[]): void {
  for (const name of names) {
    const pid = Number(TEMPORARY.exec(name)?.[1] ?? Number.NaN);
    if (Number.isNaN(pid) || isRunning(pid)) continue;
    const path = join(folder, name);
    try {
      if (lstatSync(path).isFile()) rmSync(path);
    } catch {
      // It is gone by now, or the folder is read-only: nothing depends on it.
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // One of another user may not be asked, and is there.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
