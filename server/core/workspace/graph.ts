import type { Steps } from '../text/index.js';
import type { Graph, Page, PageId, PageKey, Symbols } from './model.js';
import { emptyOverlayMap } from './overlay-map.js';
import { gatherSymbols, keepSymbols, symbolsOf, symbolsOfChanged } from './page-symbols.js';

/** As much of a page as its key needs. */
export interface PageHead {
  readonly id: PageId;
  readonly facts: Pick<Page['facts'], 'role'>;
}

export function pageKey({ id, facts }: PageHead): PageKey {
  return (facts.role === 'registry' ? '0' : '1') + id;
}

function pageOfKey(key: PageKey): PageId {
  return key.slice(1);
}

type Family = Graph[keyof Graph];

const EMPTY: Family = emptyOverlayMap();

export const EMPTY_GRAPH: Graph = {
  definitions: EMPTY,
  kinds: EMPTY,
  names: EMPTY,
  caselessNames: EMPTY,
  uses: EMPTY,
  mentions: EMPTY,
  followUps: EMPTY,
  links: EMPTY,
  unread: EMPTY,
};

export const FAMILIES: readonly (keyof Symbols)[] = Object.keys(EMPTY_GRAPH) as never;

const NO_PAGES: readonly PageId[] = [];

/** The pages that have a symbol, registries first, then by path. */
export function pagesWith(graph: Graph, family: keyof Symbols, key: string): readonly PageId[] {
  return graph[family].get(key)?.map(pageOfKey) ?? NO_PAGES;
}

/** As {@link pagesWith}, one after the other: for whoever mostly needs the first of thousands. */
export function* eachPageWith(graph: Graph, family: keyof Symbols, key: string): Iterable<PageId> {
  for (const each of graph[family].get(key) ?? NO_PAGES) yield pageOfKey(each);
}

/** A page before and after a change; it came or went where one is missing. */
export interface PageChange {
  readonly before: Page | undefined;
  readonly after: Page | undefined;
}

/**
 * The graph after pages changed: symbols that went are taken out, new ones put in, the others not
 * touched. The same object when no symbol came or went.
 */
export function* updateGraph(graph: Graph, changes: readonly PageChange[]): Steps<Graph> {
  // Thousands of documents may come at once, and have no symbols.
  const turns = changes.filter(({ before, after }) => maySpeak(before) || maySpeak(after));
  let next = graph;
  for (const { before, after } of turns) {
    if (before && after) keepSymbols(before, after);
    else if (after) yield* gatherSymbols(after);
  }
  for (const family of FAMILIES) {
    const gone = symbolsIn(family, turns, (turn) => [turn.before, turn.after]);
    const come = symbolsIn(family, turns, (turn) => [turn.after, turn.before]);
    if (gone.size + come.size === 0) continue;
    yield;
    next = { ...next, [family]: graph[family].with(changesOf(graph[family], gone, come)) };
  }
  return next;
}

function maySpeak(page: Page | undefined): boolean {
  return page !== undefined && page.facts.role !== 'document';
}

type SymbolChange = ReadonlyMap<string, readonly PageKey[]>;

/** The symbols that one side of the turns has and the other has not, with the pages that have them. */
function symbolsIn(
  family: keyof Symbols,
  turns: readonly PageChange[],
  sides: (turn: PageChange) => readonly [Page | undefined, Page | undefined],
): SymbolChange {
  const changes = new Map<string, PageKey[]>();
  for (const turn of turns) {
    const [one, other] = sides(turn);
    if (one === undefined) continue;
    const key = pageKey(one);
    const shared = other && pageKey(other) === key ? other : undefined;
    // One list for all symbols that this page alone has.
    const alone = [key];
    for (const symbol of symbolsAlone(family, one, shared)) {
      const others = changes.get(symbol);
      if (others === undefined) changes.set(symbol, alone);
      else if (others.length === 1) changes.set(symbol, [...others, key]);
      else others.push(key);
    }
  }
  return changes;
}

/** Those of a page's symbols that another reading of it has not. */
export function symbolsAlone(
  family: keyof Symbols,
  page: Page,
  other: Page | undefined,
): readonly string[] {
  const changed = other && symbolsOfChanged(family, page, other);
  const symbols = changed ?? [...symbolsOf(page)[family].keys()];
  const others = other && symbolsOf(other)[family];
  return symbols.filter((symbol) => !others?.has(symbol));
}

/** One write per symbol however many pages changed: loading thousands of pages stays linear. */
function changesOf(
  buckets: Family,
  gone: SymbolChange,
  come: SymbolChange,
): ReadonlyMap<string, readonly PageKey[] | undefined> {
  const changes = new Map<string, readonly PageKey[] | undefined>();
  for (const [symbol, keys] of gone) changes.set(symbol, without(buckets.get(symbol), keys));
  for (const [symbol, keys] of come) {
    const before = gone.has(symbol) ? changes.get(symbol) : buckets.get(symbol);
    const after = before === undefined ? keys : [...before, ...keys];
    changes.set(symbol, isSorted(after) ? after : after.toSorted());
  }
  return changes;
}

/** Pages are mostly read in their order. */
function isSorted(keys: readonly PageKey[]): boolean {
  for (let at = 1; at < keys.length; at += 1)
    if ((keys[at - 1] as PageKey) > (keys[at] as PageKey)) return false;
  return true;
}

/** `undefined` when no page is left. */
function without(
  before: readonly PageKey[] | undefined,
  keys: readonly PageKey[],
): readonly PageKey[] | undefined {
  const out = new Set(keys);
  const rest = before?.filter((key) => !out.has(key));
  return rest?.length === 0 ? undefined : rest;
}

/** All of it as plain data in a fixed order, to compare graphs. */
export function dumpGraph(graph: Graph): Readonly<Record<string, readonly (readonly string[])[]>> {
  return Object.fromEntries(
    FAMILIES.map((family) => [
      family,
      [...graph[family].keys()]
        .map((symbol) => [symbol, ...(graph[family].get(symbol) ?? [])])
        .sort(([a = ''], [b = '']) => (a < b ? -1 : a > b ? 1 : 0)),
    ]),
  );
}
