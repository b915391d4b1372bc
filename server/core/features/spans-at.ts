import type { Span } from '../text/index.js';

/**
 * The items that a cursor touches, of many that stand one after the other and never in each other: a
 * registry of 100,000 entries is asked at every move of the mouse.
 */
export function* itemsAt<T>(
  items: readonly T[],
  spanOf: (item: T) => Span,
  offset: number,
): Iterable<T> {
  for (let at = firstEndingFrom(items, spanOf, offset); at < items.length; at += 1) {
    const item = items[at];
    if (item === undefined || spanOf(item).start > offset) return;
    yield item;
  }
}

function firstEndingFrom<T>(
  items: readonly T[],
  spanOf: (item: T) => Span,
  offset: number,
): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && spanOf(item).end < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
