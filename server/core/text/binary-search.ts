/**
 * The index of the first of some items, in ascending order of their keys, whose key is at least
 * `wanted`; their number if there is none. With whole numbers, `wanted + 1` asks for the first above.
 */
export function firstAtLeast<T>(
  items: readonly T[],
  wanted: number,
  keyOf: (item: T) => number,
): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keyOf(items[middle] as T) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
