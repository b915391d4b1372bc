import {
  type BlockFacts,
  changedBlocks,
  type Definition,
  type Facts,
  type PlacedFacts,
  partsOf,
  placedItem,
  type Tag,
} from '../brief/index.js';
import { addToGroup, allSteps, STEP, type Steps } from '../text/index.js';
import { keepPlaces, placesIn } from './block-places.js';
import { isByBlock } from './blocks.js';
import { linkTarget } from './links.js';
import { perPage } from './memo.js';
import type { Page, SymbolMap, Symbols } from './model.js';
import { emptyOverlayMap, type OverlayMap } from './overlay-map.js';
import { collectSymbols, takeSymbols, unreadSymbols } from './symbols.js';

type Family = keyof Symbols;

/** Those of which a block knows what it adds. */
export type BlockFamily = Exclude<Family, 'unread'>;

/** Symbols with their families before them. */
type Keys = ReadonlySet<string>;

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
    followUps: none,
    links: none,
    unread: none,
  };
}

/** Of a page that is kept by block, nothing is sorted before it is asked for. */
function summedSymbols(page: Page): Symbols {
  const family = <Name extends BlockFamily>(name: Name): Symbols[Name] =>
    summedFamily(page, name) as unknown as Symbols[Name];
  return {
    definitions: family('definitions'),
    kinds: family('kinds'),
    names: family('names'),
    caselessNames: family('caselessNames'),
    uses: family('uses'),
    mentions: family('mentions'),
    followUps: family('followUps'),
    links: family('links'),
    // Whether nothing is defined, no block knows.
    unread: unreadSymbols(page.facts),
  };
}

interface BlockIndex {
  /** The blocks that have a symbol, by a key with its family; in order. */
  blocksWith(key: string): readonly number[];
  has(key: string): boolean;
  keys(): Iterable<string>;
}

/** Which of a page's blocks have a symbol, by a key with its family: no places, so an edit changes few of them. */
type BlocksByKey = OverlayMap<readonly BlockFacts[]>;

const blocksByKey = new WeakMap<Facts, BlocksByKey>();

function blocksByKeyOf(page: Page): BlocksByKey {
  return blocksByKey.get(page.facts) ?? allSteps(keyAllBlocks(page));
}

function* keyAllBlocks(page: Page): Steps<BlocksByKey> {
  const blocks = new Set(partsOf(page.facts)?.blocks.map(({ facts }) => facts));
  const made = emptyOverlayMap<readonly BlockFacts[]>().with(yield* keyed(page, blocks));
  blocksByKey.set(page.facts, made);
  return made;
}

/** Finds out which blocks of a page have which symbols, if it is kept by block: the others are asked for all they have. */
export function* gatherSymbols(page: Page): Steps<void> {
  if (isByBlock(page) && page.facts.role !== 'document' && !blocksByKey.has(page.facts))
    yield* keyAllBlocks(page);
}

/** Takes over from a page before an edit which of its blocks have which symbols. */
export function keepSymbols(before: Page, after: Page): void {
  const changed = changedBlocks(before.facts, after.facts);
  const [old, now] = [partsOf(before.facts)?.blocks, partsOf(after.facts)?.blocks];
  if (changed === undefined || old === undefined || now === undefined) return;
  if (after.facts.role === 'document') return;
  const { start, goneEnd, comeEnd } = changed;
  keepPlaces(before, after);
  const gone = without(old.slice(start, goneEnd), after);
  const come = without(now.slice(start, comeEnd), before);
  const known = blocksByKeyOf(before);
  const changes = new Map<string, readonly BlockFacts[]>();
  for (const key of allSteps(keyed(before, gone)).keys())
    changes.set(key, known.get(key)?.filter((facts) => !gone.has(facts)) ?? []);
  for (const [key, added] of allSteps(keyed(after, come)))
    changes.set(key, [...(changes.get(key) ?? known.get(key) ?? []), ...added]);
  const final = [...changes].map(
    ([key, list]) => [key, list.length === 0 ? undefined : list] as const,
  );
  blocksByKey.set(after.facts, known.with(new Map(final)));
}

/** What some blocks say, without what any of another page says too: the same words may stand in a text twice. */
function without(blocks: readonly PlacedFacts[], other: Page): ReadonlySet<BlockFacts> {
  const found = blocks.map(({ facts }) => facts);
  return new Set(found.filter((facts) => placesIn(other, [facts]).length === 0));
}

/** Blocks by the keys of their symbols. */
function* keyed(page: Page, blocks: Iterable<BlockFacts>): Steps<Map<string, BlockFacts[]>> {
  const found = new Map<string, BlockFacts[]>();
  let count = 0;
  for (const facts of blocks) {
    for (const key of keysOf(page, facts)) addToGroup(found, key, facts);
    count += 1;
    if (count % STEP === 0) yield;
  }
  return found;
}

const blockIndex = perPage((page): BlockIndex => {
  const byKey = blocksByKeyOf(page);
  const found = new Map<string, readonly number[]>();
  return {
    has: (key) => byKey.has(key),
    keys: () => byKey.keys(),
    blocksWith(key) {
      const known = found.get(key);
      if (known !== undefined) return known;
      const here = placesIn(page, byKey.get(key) ?? []);
      if (here.length > 1) found.set(key, here);
      return here;
    },
  };
});

function summedFamily(page: Page, family: BlockFamily): SymbolMap<unknown> {
  const index = blockIndex(page);
  const known = new Map<string, readonly unknown[]>();
  const get = (symbol: string): readonly unknown[] | undefined => {
    const before = known.get(symbol);
    if (before !== undefined) return before;
    const items = itemsUnder(page, family, symbol);
    // Of 100,000 symbols nearly all stand in one place.
    if (items !== undefined && items.length > 1) known.set(symbol, items);
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
): readonly unknown[] | undefined {
  const found = blockIndex(page).blocksWith(PREFIX[family] + symbol);
  if (found.length === 0) return undefined;
  // A link by reference leads where another block says.
  if (family === 'links')
    return page.facts.links.filter((link) => linkTarget(page, link)?.page === symbol);
  const blocks = partsOf(page.facts)?.blocks ?? [];
  const items: unknown[] = [];
  for (const at of found) {
    const block = blocks[at] as PlacedFacts;
    for (const item of itemsOfBlock(page, block.facts, family, symbol)) {
      if (typeof item !== 'string') items.push(inPlace(block, family, item));
      // Ids under a name: one entity once, wherever it is called so.
      else if (items.at(-1) !== item) items.push(item);
    }
  }
  return items;
}

function inPlace(block: PlacedFacts, family: BlockFamily, item: unknown): unknown {
  const list = LISTS[family];
  return list && placedItem(block, list, (block.facts[list] as readonly unknown[]).indexOf(item));
}

/** Where in the facts of a block stands what is under its symbols. */
const LISTS = {
  definitions: 'definitions',
  kinds: 'definitions',
  names: undefined,
  caselessNames: undefined,
  uses: 'uses',
  mentions: 'tags',
  followUps: 'tags',
  links: undefined,
} as const;

/** What stands under a symbol in one block, and what else is there: as if the text began with it. */
interface SymbolInBlock<Name extends Family> {
  readonly items: readonly ItemsOf<Name>[];
  readonly tags: readonly Tag[];
  readonly definitions: readonly Definition[];
  /** How many tags stand in the text before those. */
  readonly before: number;
}

type ItemsOf<Name extends Family> = Symbols[Name] extends SymbolMap<infer T> ? T : never;

/** What a page has under a symbol, block by block: nothing is moved to its place, so thousands are soon counted. */
export function* symbolByBlock<Name extends Exclude<BlockFamily, 'links'>>(
  page: Page,
  family: Name,
  symbol: string,
): Iterable<SymbolInBlock<Name>> {
  const blocks = partsOf(page.facts)?.blocks;
  if (blocks === undefined || page.facts.role === 'document') {
    const items = symbolsOf(page)[family].get(symbol) as readonly ItemsOf<Name>[] | undefined;
    const { tags, definitions } = page.facts;
    yield { items: items ?? [], tags, definitions, before: 0 };
    return;
  }
  for (const at of blockIndex(page).blocksWith(PREFIX[family] + symbol)) {
    const { facts, tags: before } = blocks[at] as PlacedFacts;
    const items = itemsOfBlock(page, facts, family, symbol) as readonly ItemsOf<Name>[];
    yield { items, tags: facts.tags, definitions: facts.definitions, before };
  }
}

/** The indices of the blocks of a page where any of these symbols stands, in order. */
export function blocksWithSymbols(
  page: Page,
  symbols: readonly (readonly [family: BlockFamily, symbol: string])[],
): readonly number[] {
  if (!isByBlock(page)) return [];
  const byKey = blocksByKeyOf(page);
  return placesIn(
    page,
    symbols.flatMap(([family, symbol]) => byKey.get(PREFIX[family] + symbol) ?? []),
  );
}

/** One letter each: a symbol stands behind it. */
const PREFIX: Readonly<Record<BlockFamily, string>> = {
  definitions: 'd',
  kinds: 'k',
  names: 'n',
  caselessNames: 'c',
  uses: 'u',
  mentions: 'm',
  followUps: 'p',
  links: 'l',
};

/** Of a block wherever it stands: symbols are no places. Not kept, as there may be 100,000 blocks. */
function keysOf(page: Page, block: BlockFacts): Keys {
  const keys = new Set<string>();
  for (const family of FAMILIES) {
    if (family !== 'links')
      takeSymbols(block, family, (symbol) => keys.add(PREFIX[family] + symbol));
  }
  for (const { form, span, target } of block.links) {
    const to = form === 'reference' ? undefined : linkTarget(page, { form, span, target })?.page;
    if (to !== undefined) keys.add(PREFIX.links + to);
  }
  return keys;
}

/** What stands under a symbol in a block, as if it were all of its page. */
function itemsOfBlock(
  page: Page,
  block: BlockFacts,
  family: Exclude<BlockFamily, 'links'>,
  symbol: string,
): readonly unknown[] {
  if (isSmall(block)) {
    const items: unknown[] = [];
    takeSymbols(block, family, (other, item) => {
      if (other === symbol && (typeof item !== 'string' || items.at(-1) !== item)) items.push(item);
    });
    return items;
  }
  return (symbolsOfBlock(page, block)[family].get(symbol) as readonly unknown[] | undefined) ?? [];
}

/** An entry of a registry: looking through it costs less than keeping it in order, as nobody is mentioned in it. */
function isSmall({ definitions, tags, uses }: BlockFacts): boolean {
  return tags.length === 0 && definitions.length + uses.length <= MAX_SMALL;
}

const MAX_SMALL = 4;

/** As if the block were all of its page; kept with those blocks that are asked about. */
function symbolsOfBlock(page: Page, block: BlockFacts): Symbols {
  const known = keptSymbols.get(block);
  if (known !== undefined) return known;
  const made = collectFromBlock(page, block);
  keptSymbols.set(block, made);
  return made;
}

const keptSymbols = new WeakMap<BlockFacts, Symbols>();

function collectFromBlock({ id, facts: { role, front } }: Page, block: BlockFacts): Symbols {
  const facts: Facts = { role, front, ...block, headings: [], links: [], suppressions: [] };
  return collectSymbols({ id, text: '', facts });
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
