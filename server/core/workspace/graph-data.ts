import { FAMILIES } from './graph.js';
import type { Graph, PageKey } from './model.js';
import { emptyOverlayMap } from './overlay-map.js';

/** One family of a graph as plain data: each symbol, and behind the number of its pages their indices. */
export interface FamilyData {
  readonly symbols: readonly string[];
  readonly pages: readonly number[];
}

type GraphData = Readonly<Record<keyof Graph, FamilyData>>;

/** A family of a graph, to be kept. @param indices of all page keys of the graph */
export function familyData(
  family: Graph[keyof Graph],
  indices: ReadonlyMap<PageKey, number>,
): FamilyData {
  const symbols = [...family.keys()];
  const pages: number[] = [];
  for (const symbol of symbols) {
    const keys = family.get(symbol) ?? [];
    pages.push(keys.length);
    for (const key of keys) pages.push(indices.get(key) ?? 0);
  }
  return { symbols, pages };
}

/** The graph that was kept. @param keys in the order of the indices */
export function graphOfData(data: GraphData, keys: readonly PageKey[]): Graph {
  const alone = keys.map((key) => [key]);
  const entries = FAMILIES.map((name) => [name, familyOf(data[name], keys, alone)] as const);
  return Object.fromEntries(entries) as Graph;
}

function familyOf(
  { symbols, pages }: FamilyData,
  keys: readonly PageKey[],
  alone: readonly (readonly PageKey[])[],
): Graph[keyof Graph] {
  const found = new Map<string, readonly PageKey[]>();
  let at = 0;
  for (const symbol of symbols) {
    const count = pages[at] ?? 0;
    const first = at + 1;
    at = first + count;
    // Most symbols have one page, and those of one page share its list.
    const only = count === 1 ? alone[pages[first] ?? 0] : undefined;
    found.set(symbol, only ?? pages.slice(first, at).map((index) => keys[index] ?? ''));
  }
  return emptyOverlayMap<readonly PageKey[]>().with(found);
}
