/**
 * The items by the key that each of them has, groups and items in the order in which they come; an item
 * without a key is left out.
 */
export function groupBy<K, T>(items: Iterable<T>, keyOf: (item: T) => K | undefined): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key !== undefined) addToGroup(groups, key, item);
  }
  return groups;
}

/** Adds an item to the group of a key. A group may be another array afterwards: ask the map for it. */
export function addToGroup<K, T>(groups: Map<K, T[]>, key: K, item: T): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [item]);
  else if (group.length > 3) group.push(item);
  else groups.set(key, longer(group, item));
}

/**
 * `push` makes room for 16 more, which most groups never need; there may be 100,000 of them. Written out, as `concat`
 * takes several times as long.
 */
function longer<T>(group: readonly T[], item: T): T[] {
  const [one, two, three] = group as readonly [T, T, T];
  if (group.length === 1) return [one, item];
  return group.length === 2 ? [one, two, item] : [one, two, three, item];
}
