import { realpathSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';

/** Whether a path is a folder or lies somewhere in it. Both absolute. */
export function isWithin(path: string, folder: string): boolean {
  const below = relative(folder, path);
  return (
    below === '' || (below !== '..' && !below.startsWith(`..${sep}`) && !/^[A-Za-z]:/.test(below))
  );
}

/** What a path really is; of one that is not there, by the nearest folder above it that is. */
export function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const above = dirname(path);
    return above === path ? path : join(realOf(above), basename(path));
  }
}
