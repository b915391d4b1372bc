import { lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';

/** What a path leads to: `hidden` is there, and may not be looked at. */
export type PathType = 'file' | 'folder' | 'other' | 'hidden';

/** What a path leads to, through links; undefined if that is nothing. */
export function typeAt(path: string | Buffer): PathType | undefined {
  try {
    // An error for each of thousands that are not there would cost more than to look.
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) return undefined;
    return stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : 'other';
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    return NOT_THERE.has(code) ? undefined : 'hidden';
  }
}

const NOT_THERE: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'EINVAL', 'ENAMETOOLONG']);

/** Whether a path leads to something that may be looked at. */
export function isThere(path: string | Buffer): boolean {
  const type = typeAt(path);
  return type !== undefined && type !== 'hidden';
}

/** Bytes of what a path leads to; 0 of what is not there. */
export function sizeAt(path: string): number {
  return statOf(path)?.size ?? 0;
}

/** Milliseconds since what a path leads to was changed. */
export function ageAt(path: string, now: number): number | undefined {
  const stat = statOf(path);
  return stat && now - stat.mtimeMs;
}

/** How what a path leads to looks: another text after each change of it; undefined if that is nothing. */
export function stampAt(path: string): string | undefined {
  const stat = statOf(path);
  return stat && stampOf(stat);
}

/**
 * As {@link stampAt}, for what is believed later without reading the file again; undefined also where it was changed so
 * lately that one more change might not show.
 */
export function settledStampAt(path: string): string | undefined {
  const stat = statOf(path);
  const isSettled = stat && Date.now() - Math.max(stat.mtimeMs, stat.ctimeMs) > COARSEST_CLOCK_MS;
  return isSettled ? stampOf(stat) : undefined;
}

function stampOf({ mtimeMs, ctimeMs, size, ino }: Stats): string {
  return `${mtimeMs} ${ctimeMs} ${size} ${ino}`;
}

/** Some disks count the time of a change in steps of two seconds. */
const COARSEST_CLOCK_MS = 2500;

/** Whether a path is itself a link, wherever that leads. */
export function isLink(path: string): boolean {
  return entryAt(path) === 'link';
}

/** What stands at a path itself; undefined where nothing does, or it may not be looked at. */
export function entryAt(path: string): 'link' | 'no-link' | undefined {
  try {
    const stat = lstatSync(path, { throwIfNoEntry: false });
    return stat && (stat.isSymbolicLink() ? 'link' : 'no-link');
  } catch {
    return undefined;
  }
}

/** What a path leads to, without links; undefined if that is nothing. */
export function realPathAt(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

/** The names in a folder; none where it may not be looked into. */
export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** The paths of all files in a folder and those below it, from there on, sorted. @throws what the file system says */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true }).map(String).sort();
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/**
 * The part of a path whose name is not in UTF-8, as it can be shown; `undefined` if there is none. Node replaces the
 * bytes of such a name, and finds nothing by what comes out.
 */
export function partNotInUtf8(path: string): string | undefined {
  const above = dirname(path);
  if (!path.includes('\ufffd') || above === path) return undefined;
  const name = basename(path);
  const isOne = name.includes('\ufffd') && !isLink(path) && typeAt(path) === undefined;
  return isOne && namesIn(above).includes(name) ? path : partNotInUtf8(above);
}

/** Whether two paths lead to the same file or folder. */
export function isSamePlace(one: string, other: string): boolean {
  const [a, b] = [statOf(one), statOf(other)];
  return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev;
}
