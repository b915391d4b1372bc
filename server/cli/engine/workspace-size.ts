import { join } from 'node:path';
import { sizeAt, type WorkspaceRoot } from '../../host/index.js';
import type { FileListing } from '../workspace/file-listing.js';

/**
 * Up to this size, in bytes of its files, a workspace is checked in one thread, all of it in memory: that
 * takes some 20 bytes for each of a brief's, half a gigabyte at most. Measured on two processors with 3,000
 * briefs of 6 KB: 6.4 s of work and 400 MB. Two threads have 9.7 s of work and 470 MB, as each must read
 * and warm up our code, and what they say to each other is copied.
 */
const MAX_IN_MEMORY = 24_000_000;

/** From this size on threads share the work where there are so many processors that none waits for another. */
const MIN_SHARED = 12_000_000;
const MANY_PROCESSORS = 4;

/** How large it may be to be checked in one thread; of `--threads 1` the size in memory alone decides. */
export function limitOfOneThread(processors: number, asked: number | undefined): number {
  return asked === undefined && processors >= MANY_PROCESSORS ? MIN_SHARED : MAX_IN_MEMORY;
}

/** Of a page of next to no text. */
const MIN_FILE_BYTES = 2000;

/** Looks at no more files than it takes to know. */
export function isLargerThan(
  limit: number,
  root: Pick<WorkspaceRoot, 'folder'>,
  { ids, given, overlay }: FileListing,
): boolean {
  if (ids.length * MIN_FILE_BYTES > limit) return true;
  let bytes = 0;
  for (const id of ids) {
    const content = given.get(id)?.content ?? overlay.get(id);
    bytes += Math.max(MIN_FILE_BYTES, content?.length ?? sizeAt(join(root.folder, id)));
    if (bytes > limit) return true;
  }
  return false;
}
