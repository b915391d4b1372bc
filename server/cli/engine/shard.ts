import type { Shard } from './job.js';

/**
 * The part of a sorted list that a shard has: every n-th. Neighbours (the briefs of one month, the long
 * ones of one folder) are dealt out in turns, which balances parts without looking at sizes; and what
 * is added to the list moves others from part to part, but never leaves one out.
 */
export function partOf<T>(items: readonly T[], shard: Shard | undefined): readonly T[] {
  if (shard === undefined) return items;
  return items.filter((_, index) => index % shard.of === shard.part - 1);
}
