// Over 300 lines: the symbols of a block, their sum for the page, and looking one up in either are one idea.
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
import { allSteps, STEP, type Steps } from '../text/index.js';
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
  /** The blocks that have a symbol, in order. */
  blocksWith(family: BlockFamily, symbol: string): readonly number[];
  has(family: BlockFamily, symbol: string): boolean;
  keys(family: BlockFamily): Iterable<string>;
}

/** Nearly every symbol stands in one block: then that one is no list. */
type Blocks = BlockFacts | readonly BlockFacts[];

/** Which of a page's blocks have a symbol: no places, so an edit changes few of them. */
type BlocksByKey = ByFamily<OverlayMap<Blocks>>;

type ByFamily<T> = Readonly<Record<BlockFamily, T>>;

function byFamily<T>(make: (family: BlockFamily) => T): ByFamily<T> {
  return Object.fromEntries(FAMILIES.map((family) => [family, make(family)])) as Record<
    BlockFamily,
    T
  >;
}

function listOf(blocks: Blocks | undefined): readonly BlockFacts[] {
  return blocks === undefined ? NO_BLOCKS : isList(blocks) ? blocks : [blocks];
}

const NO_BLOCKS: readonly BlockFacts[] = [];

function isList(blocks: Blocks): blocks is readonly BlockFacts[] {
  return Array.isArray(blocks);
}

const blocksByKey = new WeakMap<Facts, BlocksByKey>();

function blocksByKeyOf(page: Page): BlocksByKey {
  return blocksByKey.get(page.facts) ?? allSteps(keyAllBlocks(page));
}

function* keyAllBlocks(page: Page): Steps<BlocksByKey> {
  const blocks = new Set(partsOf(page.facts)?.blocks.map(({ facts }) => facts));
  const found = yield* keyed(page, blocks);
  const made = byFamily((family) => emptyOverlayMap<Blocks>().with(found[family]));
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
  const goneKeys = allSteps(keyed(before, gone));
  const comeKeys = allSteps(keyed(after, come));
  const made = byFamily((family) => {
    const changes = new Map<string, Blocks | undefined>();
    const stay = (symbol: string): readonly BlockFacts[] =>
      listOf(known[family].get(symbol)).filter((facts) => !gone.has(facts));
    for (const symbol of new Set([...goneKeys[family].keys(), ...comeKeys[family].keys()])) {
      const list = [...stay(symbol), ...listOf(comeKeys[family].get(symbol))];
      changes.set(symbol, list.length > 1 ? list : list[0]);
    }
    return known[family].with(changes);
  });
  blocksByKey.set(after.facts, made);
}

/** What some blocks say, without what any of another page says too: the same words may stand in a text twice. */
function without(blocks: readonly PlacedFacts[], other: Page): ReadonlySet<BlockFacts> {
  const found = blocks.map(({ facts }) => facts);
  return new Set(found.filter((facts) => placesIn(other, [facts]).length === 0));
}

/** Blocks by their symbols. */
function* keyed(page: Page, blocks: Iterable<BlockFacts>): Steps<ByFamily<Map<string, Blocks>>> {
  const found = byFamily(() => new Map<string, Blocks>());
  let count = 0;
  for (const facts of blocks) {
    for (const family of FAMILIES)
      symbolsOfBlockIn(page, facts, family, (symbol) => add(found[family], symbol, facts));
    count += 1;
    if (count % STEP === 0) yield;
  }
  return found;
}

/** A block may have a symbol more than once. */
function add(to: Map<string, Blocks>, symbol: string, facts: BlockFacts): void {
  const known = to.get(symbol);
  if (known === undefined) to.set(symbol, facts);
  else if (!isList(known)) {
    if (known !== facts) to.set(symbol, [known, facts]);
  } else if (known.at(-1) !== facts) (known as BlockFacts[]).push(facts);
}

const blockIndex = perPage((page): BlockIndex => {
  const byKey = blocksByKeyOf(page);
  const found = byFamily(() => new Map<string, readonly number[]>());
  return {
    has: (family, symbol) => byKey[family].has(symbol),
    keys: (family) => byKey[family].keys(),
    blocksWith(family, symbol) {
      const known = found[family].get(symbol);
      if (known !== undefined) return known;
      const here = placesIn(page, listOf(byKey[family].get(symbol)));
      if (here.length > 1) found[family].set(symbol, here);
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
  return {
    get,
    has: (symbol) => index.has(family, symbol),
    keys: () => index.keys(family)[Symbol.iterator]() as MapIterator<string>,
    values: () => Array.from(index.keys(family), (symbol) => get(symbol) ?? [])[Symbol.iterator](),
  };
}

function itemsUnder(
  page: Page,
  family: BlockFamily,
  symbol: string,
): readonly unknown[] | undefined {
  const found = blockIndex(page).blocksWith(family, symbol);
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
  for (const at of blockIndex(page).blocksWith(family, symbol)) {
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
    symbols.flatMap(([family, symbol]) => listOf(byKey[family].get(symbol))),
  );
}

const FAMILIES: readonly BlockFamily[] = [
  'definitions',
  'kinds',
  'names',
  'caselessNames',
  'uses',
  'mentions',
  'followUps',
  'links',
];

/** Of a block wherever it stands: symbols are no places. Not kept, as there may be 100,000 blocks. */
function symbolsOfBlockIn(
  page: Page,
  block: BlockFacts,
  family: BlockFamily,
  take: (symbol: string) => void,
): void {
  if (family !== 'links') {
    takeSymbols(block, family, take);
    return;
  }
  for (const { form, span, target } of block.links) {
    const to = form === 'reference' ? undefined : linkTarget(page, { form, span, target })?.page;
    if (to !== undefined) take(to);
  }
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
  for (const { facts } of blocks)
    symbolsOfBlockIn(page, facts, family, (symbol) => symbols.add(symbol));
  return [...symbols];
}
