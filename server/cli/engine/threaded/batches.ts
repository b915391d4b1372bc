import type { PageId } from '../../../core/index.js';
import { BUCKETS, bucketOf } from '../../cache/facts-cache.js';

/**
 * So many pages are linted together: what is asked of the workspace for one is remembered for the
 * others. And so many at most: they are in memory whole.
 */
const MAX_BATCH = 400;
const MIN_BATCH = 16;

/** Parts the others (no registries) among batches; each thread gets a few, so that none waits long. */
export function batchesOf(ids: readonly PageId[], threads: number): readonly (readonly PageId[])[] {
  const size = Math.min(MAX_BATCH, Math.max(MIN_BATCH, Math.ceil(ids.length / (threads * 4))));
  const count = Math.ceil(ids.length / size);
  return Array.from({ length: count }, (_, at) => ids.slice(at * size, (at + 1) * size));
}

/** By the cache's buckets, each of which belongs to one thread. */
export function bucketBatches(
  ids: readonly PageId[],
): readonly { readonly bucket: number; readonly ids: readonly PageId[] }[] {
  const buckets = new Map<number, PageId[]>();
  for (const id of ids) {
    const bucket = bucketOf(id);
    const known = buckets.get(bucket);
    if (known === undefined) buckets.set(bucket, [id]);
    else known.push(id);
  }
  return Array.from({ length: BUCKETS }, (_, bucket) => bucket).flatMap((bucket) =>
    Array.from({ length: Math.ceil((buckets.get(bucket)?.length ?? 0) / MAX_BATCH) }, (__, at) => ({
      bucket,
      ids: buckets.get(bucket)?.slice(at * MAX_BATCH, (at + 1) * MAX_BATCH) ?? [],
    })),
  );
}
