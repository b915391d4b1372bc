import { readlinkSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';

/** Whether a path is a folder or lies somewhere in it. Both absolute. */
export function isWithin(path: string, folder: string): boolean {
  const below = relative(folder, path);
  return (
    below === '' || (below !== '..' && !below.startsWith(`..${sep}`) && !/^[A-Za-z]:/.test(below))
  );
}

/**
 * What a path really is; of one that is not there, by the nearest folder above it that is. A link to nothing stands for
 * what would be there: who writes through it makes that.
 */
export function realOf(path: string): string {
  return realAfter(path, MAX_LINKS);
}

/** As many in a row as Linux follows. */
const MAX_LINKS = 40;

function realAfter(path: string, links: number): string {
  try {
    return realpathSync(path);
  } catch {
    const above = dirname(path);
    if (above === path) return path;
    const to = links === 0 ? undefined : targetOf(path);
    const real = realAfter(above, links);
    return to === undefined ? join(real, basename(path)) : realAfter(resolve(real, to), links - 1);
  }
}

/** What a link says; `undefined` of what is none. */
function targetOf(link: string): string | undefined {
  try {
    return readlinkSync(link);
  } catch {
    return undefined;
  }
}

/**
 * The bytes of a path with %-codes that are not UTF-8: a link writes a file so whose name is not in UTF-8, and no text
 * can name it. `undefined` for any other path.
 */
export function pathInBytes(path: string): Buffer | undefined {
  if (!/%[89a-f][0-9a-f]/i.test(path)) return undefined;
  const parts = path.split(/((?:%[0-9a-f]{2})+)/i);
  return Buffer.concat(
    parts.map((part, index) =>
      index % 2 === 0 ? Buffer.from(part) : Buffer.from(part.replaceAll('%', ''), 'hex'),
    ),
  );
}
