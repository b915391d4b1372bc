import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Root } from '../../host/index.js';
import type { Listing } from '../listing.js';

/**
 * From which size on a workspace is shared among threads, unless someone says how many. Measured on two
 * cores: a second thread takes 0.15 s to be there, which is what it saves at some 300 briefs of 6 KB; and
 * what is packed for all costs a tenth. Below that one thread is the quickest, and by far the smallest.
 */
const MANY_FILES = 400;
const MANY_BYTES = 2_500_000;

export function isLarge(root: Root, { ids, given, overlay }: Listing): boolean {
  if (ids.length >= MANY_FILES) return true;
  let bytes = 0;
  for (const id of ids) {
    const content = given.get(id)?.content ?? overlay.get(id);
    bytes += content?.length ?? sizeOf(join(root.folder, id));
    if (bytes >= MANY_BYTES) return true;
  }
  return false;
}

function sizeOf(path: string): number {
  try {
    return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  } catch {
    return 0;
  }
}
