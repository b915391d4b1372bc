/** The first `most` of many, sorted, without sorting all of them. */
export function topItems<T>(
  items: Iterable<T>,
  most: number,
  compare: (a: T, b: T) => number,
): readonly T[] {
  let kept: T[] = [];
  let worst: T | undefined;
  for (const item of items) {
    if (worst !== undefined && compare(item, worst) >= 0) continue;
    kept.push(item);
    if (kept.length < 2 * most) continue;
    kept = kept.sort(compare).slice(0, most);
    worst = kept.at(-1);
  }
  return kept.sort(compare).slice(0, most);
}
