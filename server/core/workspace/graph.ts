import { Map as PersistentMap } from 'immutable';
import type { Page, PageId } from './model.js';
import { type Symbols, symbolsOf } from './symbols.js';

/**
 * Which pages to ask for a symbol: ids, names and uses over all pages. It holds no places and no
 * contents, those stay with each page; so it is equal whatever the order in which pages came.
 */
export type Graph = { readonly [Family in keyof Symbols]: Bucketed };

type Bucketed = PersistentMap<string, readonly PageKey[]>;

/** A page's id behind a digit that sorts registries before briefs; sorted by code units. */
export type PageKey = string;

export function pageKey(page: Page): PageKey {
  return (page.facts.role === 'registry' ? '0' : '1') + page.id;
}

export function pageOfKey(key: PageKey): PageId {
  return key.slice(1);
}

const EMPTY: Bucketed = PersistentMap();

export const EMPTY_GRAPH: Graph = {
  definitions: EMPTY,
  kinds: EMPTY,
  names: EMPTY,
  caselessNames: EMPTY,
  uses: EMPTY,
  mentions: EMPTY,
  updates: EMPTY,
  links: EMPTY,
};

const FAMILIES = Object.keys(EMPTY_GRAPH) as readonly (keyof Symbols)[];

/** The pages that have a symbol, registries first, then by path. */
export function pagesWith(graph: Graph, family: keyof Symbols, key: string): readonly PageId[] {
  return (graph[family].get(key) ?? []).map(pageOfKey);
}

/** A page before and after a change; it came or went where one is missing. */
export interface Turn {
  readonly before: Page | undefined;
  readonly after: Page | undefined;
}

/**
 * The graph after pages changed: symbols that went are taken out, new ones put in, the others not
 * touched. The same object when no symbol came or went.
 */
export function turnGraph(graph: Graph, turns: readonly Turn[]): Graph {
  let next = graph;
  for (const family of FAMILIES) {
    const differences = differencesOf(family, turns);
    if (differences.size > 0) next = { ...next, [family]: applied(graph[family], differences) };
  }
  return next;
}

interface Difference {
  readonly gone: PageKey[];
  readonly come: PageKey[];
}

function differencesOf(
  family: keyof Symbols,
  turns: readonly Turn[],
): ReadonlyMap<string, Difference> {
  const differences = new Map<string, Difference>();
  const at = (symbol: string): Difference => {
    let difference = differences.get(symbol);
    if (difference === undefined) {
      difference = { gone: [], come: [] };
      differences.set(symbol, difference);
    }
    return difference;
  };
  for (const { before, after } of turns) {
    const was = before && { key: pageKey(before), symbols: symbolsOf(before)[family] };
    const is = after && { key: pageKey(after), symbols: symbolsOf(after)[family] };
    const same = was?.key === is?.key;
    for (const symbol of was?.symbols.keys() ?? []) {
      if (was && !(same && is?.symbols.has(symbol))) at(symbol).gone.push(was.key);
    }
    for (const symbol of is?.symbols.keys() ?? []) {
      if (is && !(same && was?.symbols.has(symbol))) at(symbol).come.push(is.key);
    }
  }
  return differences;
}

/** One write per symbol however many pages changed: loading thousands of pages stays linear. */
function applied(buckets: Bucketed, differences: ReadonlyMap<string, Difference>): Bucketed {
  return buckets.withMutations((next) => {
    for (const [symbol, { gone, come }] of differences) {
      const before = next.get(symbol) ?? [];
      const out = new Set(gone);
      const kept = gone.length === 0 ? before : before.filter((key) => !out.has(key));
      const after = [...kept, ...come].sort();
      if (after.length === 0) next.delete(symbol);
      else next.set(symbol, after);
    }
  });
}

/** All of it as plain data in a fixed order, to compare graphs. */
export function dumpGraph(graph: Graph): Readonly<Record<string, readonly (readonly string[])[]>> {
  return Object.fromEntries(
    FAMILIES.map((family) => [
      family,
      [...graph[family]]
        .map(([symbol, keys]) => [symbol, ...keys])
        .sort(([a = ''], [b = '']) => (a < b ? -1 : a > b ? 1 : 0)),
    ]),
  );
}
