import { dirname, join } from 'node:path';
import { leadsOutOf } from './boundary.js';
import type { Host } from './host.js';
import { entryAt, isThere } from './look.js';
import { isWithin, pathInBytes, realOf } from './paths.js';
import { readInside, readUnlinked } from './read-file.js';
import { type WalkOptions, walk } from './walk.js';

/**
 * The files of a folder on disk. Synchronous inside: for thousands of small files on a local disk that
 * is several times faster than asking for each through the thread pool. Nothing is read that a link leads to
 * outside of the repository.
 */
export function nodeHost(root: string, options: WalkOptions): Host {
  const repository = options.repository ?? root;
  const inside = new Map<string, boolean>();
  /** Asked once for each folder: for each file it would take longer than reading it. */
  const isInside = (folder: string): boolean => {
    const known = inside.get(folder) ?? isWithin(realOf(folder), realOf(repository));
    inside.set(folder, known);
    return known;
  };
  return {
    async *list() {
      inside.clear();
      yield* walk(root, options);
    },
    async read(id) {
      const path = join(root, id);
      const reading = isInside(dirname(path)) ? readUnlinked(path) : undefined;
      return reading?.type === 'text' ? reading : readInside(path, repository);
    },
    async exists(id) {
      const path = join(root, id);
      // Whether something is there outside of the repository is nobody's business here: it is not said to be missing.
      if (!isInside(dirname(path))) return true;
      const entry = entryAt(path);
      if (entry === 'no-link' || (entry === 'link' && leadsOutOf(path, repository))) return true;
      const bytes = pathInBytes(path);
      return (entry === 'link' && isThere(path)) || (bytes !== undefined && isThere(bytes));
    },
  };
}
