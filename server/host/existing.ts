import type { PageId } from '../core/index.js';
import type { Host } from './host.js';

/**
 * What is there of the files and folders that links lead to: pictures and PDFs too, which no workspace
 * reads. Asked one after the other.
 * @param targets paths below the root; of each, the answer says whether it exists
 */
export async function existingFiles(
  host: Pick<Host, 'exists'>,
  targets: Iterable<PageId>,
): Promise<ReadonlyMap<PageId, boolean>> {
  const exist = new Map<PageId, boolean>();
  for (const target of targets) exist.set(target, await host.exists(target));
  return exist;
}
