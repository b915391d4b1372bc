import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/**
 * Makes a folder that only this user may read and change (mode 0700), for what is believed without a look. Its parents
 * must not let others put another one in its place: they are the user's own, or at the top the system's.
 * @param home where it is made, absolute; it may be a link
 * @param names the folders below `home`, the private one last
 * @returns whether it may be used; `false` also where it cannot be made
 */
export function preparePrivateFolder(home: string, names: readonly string[]): boolean {
  const folders = names.map((_, index) => join(home, ...names.slice(0, index + 1)));
  const last = folders.at(-1) ?? home;
  try {
    mkdirSync(last, { recursive: true, mode: 0o700 });
    return (
      isSafe(statSync(home), WRITABLE_BY_ALL) &&
      folders.every((each) =>
        isSafe(lstatSync(each), each === last ? OPEN_TO_OTHERS : WRITABLE_BY_ALL, 'own'),
      )
    );
  } catch {
    return false;
  }
}

const WRITABLE_BY_ALL = 0o002;
const OPEN_TO_OTHERS = 0o077;

/** Windows has neither owners nor modes here: its folder of caches is private as it is. */
function isSafe(
  stats: { isDirectory(): boolean; readonly uid: number; readonly mode: number },
  refused: number,
  owner: 'own' | 'own or system' = 'own or system',
): boolean {
  if (!stats.isDirectory()) return false;
  const user = process.getuid?.();
  if (user === undefined) return true;
  const isOwned = stats.uid === user || (owner === 'own or system' && stats.uid === 0);
  return isOwned && (stats.mode & refused) === 0;
}

/** The bytes of a file in a private folder; `undefined`: it cannot be read. */
export function readPrivate(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/**
 * Writes a file into a private folder, whole or not at all, as another process may be reading; or gives up.
 * @returns whether it was written
 */
export function writePrivate(path: string, bytes: Uint8Array): boolean {
  const draft = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, bytes, { mode: 0o600 });
    renameSync(draft, path);
    return true;
  } catch {
    rmSync(draft, { force: true });
    return false;
  }
}

const MAX_AGE = 30 * 24 * 3600 * 1000;

/** Takes away files that were written long ago: they are of versions and places that are no more, or are soon there again. */
export function removeOldPrivate(folder: string): void {
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isFile() && Date.now() - statSync(path).mtimeMs > MAX_AGE) rmSync(path);
    }
  } catch {
    // Another process was quicker.
  }
}
