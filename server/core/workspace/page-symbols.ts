import {
  type BlockFacts,
  changedBlocks,
  type Facts,
  type PlacedFacts,
  partsOf,
} from '../brief/index.js';
import { addToGroup, perObject } from '../text/index.js';
import { blockOfPage, isByBlock } from './blocks.js';
import { linkTarget } from './links.js';
import { perPage } from './memo.js';
import type { Page, SymbolMap, Symbols } from './model.js';
import { emptyOverlayMap, type OverlayMap } from './overlay-map.js';
import { collectSymbols, unreadSymbols } from './symbols.js';

type Family = keyof Symbols;

/** Those of which a block knows what it adds. */
type BlockFamily = Exclude<Family, 'unread'>;

/** Symbols with their families before them, as one list: most blocks have none or few. */
type Keys = readonly string[];

/** The symbols of a page; a document has none, it is a target for links and nothing more. */
export const symbolsOf: (page: Page) => Symbols = perPage((page) => {
  if (page.facts.role === 'document') return EMPTY_SYMBOLS;
  return isByBlock(page) ? summedSymbols(page) : collectSymbols(page);
});

const EMPTY_SYMBOLS: Symbols = collectNothing();

function collectNothing(): Symbols {
  const none: SymbolMap<never> = new Map();
  return {
    definitions: none,
    kinds: none,
    names: none,
    caselessNames: none,
    uses: none,
    mentions: none,
    updates: none,
    links: none,
    unread: none,
  };
}

/** Of a page that is kept by block, nothing is sorted before it is asked for. */
function summedSymbols(page: Page): Symbols {
  const index = blockIndex(page);
  const family = <Name extends BlockFamily>(name: Name): Symbols[Name] =>
    summedFamily(page, name, index) as unknown as Symbols[Name];
  return {
    definitions: family('definitions'),
    kinds: family('kinds'),
    names: family('names'),
    caselessNames: family('caselessNames'),
    uses: family('uses'),
    mentions: family('mentions'),
    updates: family('updates'),
    links: family('links'),
    // Whether nothing is defined, no block knows.
    unread: unreadSymbols(page.facts),
  };
}

interface BlockIndex {
  /** The blocks that have a symbol, by a key with its family; in order. */
  blocksWith(key: string): readonly number[];
  has(key: string): boolean;
  symbolsIn(block: number): Symbols;
  keys(): Iterable<string>;
}

/** Which of a page's blocks have a symbol, by a key with its family: no places, so an edit changes few of them. */
type BlocksByKey = OverlayMap<readonly BlockFacts[]>;

const blocksByKey = new WeakMap<Facts, BlocksByKey>();

function blocksByKeyOf(page: Page): BlocksByKey {
  const known = blocksByKey.get(page.facts);
  if (known !== undefined) return known;
  const blocks = new Set(partsOf(page.facts)?.blocks.map(({ facts }) => facts));
  const made = emptyOverlayMap<readonly BlockFacts[]>().with(keyed(page, blocks));
  blocksByKey.set(page.facts, made);
  return made;
}

/** Takes over from a page before an edit which of its blocks have which symbols. */
export function keepSymbols(before: Page, after: Page): void {
  const changed = changedBlocks(before.facts, after.facts);
  const [old, now] = [partsOf(before.facts)?.blocks, partsOf(after.facts)?.blocks];
  if (changed === undefined || old === undefined || now === undefined) return;
  if (after.facts.role === 'document') return;
  const { start, goneEnd, comeEnd } = changed;
  const gone = without(old.slice(start, goneEnd), now);
  const come = without(now.slice(start, comeEnd), old);
  const known = blocksByKeyOf(before);
  const changes = new Map<string, readonly BlockFacts[]>();
  for (const key of keyed(before, gone).keys())
    changes.set(key, known.get(key)?.filter((facts) => !gone.has(facts)) ?? []);
  for (const [key, added] of keyed(after, come))
    changes.set(key, [...(changes.get(key) ?? known.get(key) ?? []), ...added]);
  const final = [...changes].map(
    ([key, list]) => [key, list.length === 0 ? undefined : list] as const,
  );
  blocksByKey.set(after.facts, known.with(new Map(final)));
}

/** What some blocks say, without what any of the others says too: the same words may stand in a text twice. */
function without(
  blocks: readonly PlacedFacts[],
  others: readonly PlacedFacts[],
): ReadonlySet<BlockFacts> {
  const found = new Set(blocks.map(({ facts }) => facts));
  for (const { facts } of others) found.delete(facts);
  return found;
}

/** Blocks by the keys of their symbols. */
function keyed(page: Page, blocks: Iterable<BlockFacts>): Map<string, BlockFacts[]> {
  const found = new Map<string, BlockFacts[]>();
  for (const facts of blocks) for (const key of keysOf(page, facts)) addToGroup(found, key, facts);
  return found;
}

function blockIndex(page: Page): BlockIndex {
  const blocks = partsOf(page.facts)?.blocks ?? [];
  const byKey = blocksByKeyOf(page);
  const found = new Map<string, readonly number[]>();
  const collected = new Map<number, Symbols>();
  const search = (wanted: readonly BlockFacts[] = []): readonly number[] => {
    const all = new Set(wanted);
    const here: number[] = [];
    if (all.size > 0)
      for (const [at, { facts }] of blocks.entries()) if (all.has(facts)) here.push(at);
    return here;
  };
  let places: Map<BlockFacts, number[]> | undefined;
  const lookUp = (wanted: readonly BlockFacts[] = []): readonly number[] => {
    places ??= placesOf(blocks);
    const here = wanted.flatMap((facts) => places?.get(facts) ?? []);
    return here.sort((a, b) => a - b);
  };
  return {
    has: (key) => byKey.has(key),
    keys: () => byKey.keys(),
    blocksWith(key) {
      const known = found.get(key);
      if (known !== undefined) return known;
      const here = found.size < MAX_SEARCHES ? search(byKey.get(key)) : lookUp(byKey.get(key));
      found.set(key, here);
      return here;
    },
    symbolsIn(block) {
      const known = collected.get(block) ?? collectSymbols(blockOfPage(page, block));
      collected.set(block, known);
      return known;
    },
  };
}

/** A few questions search all blocks; after so many, knowing where each stands costs less. */
const MAX_SEARCHES = 32;

function placesOf(blocks: readonly { readonly facts: BlockFacts }[]): Map<BlockFacts, number[]> {
  const places = new Map<BlockFacts, number[]>();
  for (const [at, { facts }] of blocks.entries()) addToGroup(places, facts, at);
  return places;
}

function summedFamily(page: Page, family: BlockFamily, index: BlockIndex): SymbolMap<unknown> {
  const known = new Map<string, readonly unknown[] | undefined>();
  const get = (symbol: string): readonly unknown[] | undefined => {
    if (known.has(symbol)) return known.get(symbol);
    const items = itemsUnder(page, family, symbol, index);
    known.set(symbol, items);
    return items;
  };
  const keys = (): readonly string[] => {
    const own = new Set<string>();
    for (const key of index.keys()) if (key.startsWith(PREFIX[family])) own.add(key.slice(1));
    return [...own];
  };
  return {
    get,
    has: (symbol) => index.has(PREFIX[family] + symbol),
    keys: () => keys()[Symbol.iterator](),
    values: () =>
      keys()
        .map((key) => get(key) ?? [])
        [Symbol.iterator](),
  };
}

function itemsUnder(
  page: Page,
  family: BlockFamily,
  symbol: string,
  index: BlockIndex,
): readonly unknown[] | undefined {
  const blocks = index.blocksWith(PREFIX[family] + symbol);
  if (blocks.length === 0) return undefined;
  // A link by reference leads where another block says.
  if (family === 'links')
    return page.facts.links.filter((link) => linkTarget(page, link)?.page === symbol);
  const items: unknown[] = [];
  for (const block of blocks) {
    for (const item of index.symbolsIn(block)[family].get(symbol) ?? []) {
      // Ids under a name: one entity once, wherever it is called so.
      if (typeof item !== 'string' || items.at(-1) !== item) items.push(item);
    }
  }
  return items;
}

/** One letter each: a symbol stands behind it. */
const PREFIX: Readonly<Record<BlockFamily, string>> = {
  definitions: 'd',
  kinds: 'k',
  names: 'n',
  caselessNames: 'c',
  uses: 'u',
  mentions: 'm',
  updates: 'p',
  links: 'l',
};

const keysOfFacts = perObject((_facts: BlockFacts): { keys: Keys | undefined } => ({
  keys: undefined,
}));

/** Of a block wherever it stands: symbols are no places. */
function keysOf(page: Page, block: BlockFacts): Keys {
  const kept = keysOfFacts(block);
  kept.keys ??= collectKeys(page, block);
  return kept.keys;
}

function collectKeys(page: Page, block: BlockFacts): Keys {
  const { role, front } = page.facts;
  const facts: Facts = { role, front, ...block, headings: [], links: [], suppressions: [] };
  const symbols = collectSymbols({ id: page.id, text: '', facts });
  const keys: string[] = [];
  for (const family of FAMILIES) {
    for (const symbol of symbols[family].keys()) keys.push(PREFIX[family] + symbol);
  }
  for (const { form, span, target } of block.links) {
    const to = form === 'reference' ? undefined : linkTarget(page, { form, span, target })?.page;
    if (to !== undefined) keys.push(PREFIX.links + to);
  }
  return keys;
}

const FAMILIES = Object.keys(PREFIX) as readonly BlockFamily[];

/**
 * The symbols in those blocks of a page that another reading of it has not: no others can be missing there.
 * `undefined` where the two are not kept by block.
 */
export function symbolsOfChanged(
  family: Family,
  page: Page,
  other: Page,
): readonly string[] | undefined {
  if (page.facts.role !== other.facts.role || page.facts.role === 'document') return undefined;
  if (family === 'unread') return undefined;
  const changed = changedBlocks(page.facts, other.facts);
  if (changed === undefined) return undefined;
  const blocks = partsOf(page.facts)?.blocks.slice(changed.start, changed.goneEnd) ?? [];
  const symbols = new Set<string>();
  for (const { facts } of blocks) {
    for (const key of keysOf(page, facts)) {
      if (key.startsWith(PREFIX[family])) symbols.add(key.slice(1));
    }
  }
  return [...symbols];
}
