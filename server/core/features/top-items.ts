/** The first `most` of many, sorted, without sorting all of them. */
export function topItems<T>(
  items: Iterable<T>,
  most: number,
  compare: (a: T, b: T) => number,
): readonly T[] {
  const top = topOf(most, compare);
  for (const item of items) top.add(item);
  return top.items();
}

/** The first of what is added. */
export interface TopItems<T> {
  add(item: T): void;
  /** What comes behind it is not among the first; `undefined`: there are not enough yet. */
  worst(): T | undefined;
  /** In order. */
  items(): readonly T[];
}

/** A heap with the worst on top: what comes is compared with that, and mostly with nothing else. */
export function topOf<T>(most: number, compare: (a: T, b: T) => number): TopItems<T> {
  const heap: T[] = [];
  const up = (item: T): void => {
    let at = heap.push(item) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (compare(heap[above] as T, item) >= 0) break;
      heap[at] = heap[above] as T;
      at = above;
    }
    heap[at] = item;
  };
  const down = (item: T): void => {
    let at = 0;
    for (let below = 1; below < heap.length; below = 2 * at + 1) {
      const right = below + 1;
      if (right < heap.length && compare(heap[right] as T, heap[below] as T) > 0) below = right;
      if (compare(item, heap[below] as T) >= 0) break;
      heap[at] = heap[below] as T;
      at = below;
    }
    heap[at] = item;
  };
  return {
    add(item) {
      if (heap.length < most) up(item);
      else if (most > 0 && compare(item, heap[0] as T) < 0) down(item);
    },
    worst: () => (heap.length < most ? undefined : heap[0]),
    items: () => heap.toSorted(compare),
  };
}
