// Over 150 lines: facts by block and their sum are one idea, and this is the one place where they are summed.
import type { PlacedBlock, Syntax } from '../parse/index.js';
import {
  type DifferingPart,
  differingPart,
  firstAtLeast,
  lazily,
  perObject,
} from '../text/index.js';
import type { Definition, Facts, FrontMatter, Tag } from './facts.js';
import { type HeadingWords, headingFacts, newSlug } from './heading-anchors.js';
import { resolvedLinks, targetsOf } from './links.js';
import { type BlockFacts, type ItemOf, type ListName, MOVES } from './move-facts.js';
import { rangedSuppressions } from './suppressions.js';

/** A block's facts at their place in a text. */
export interface PlacedFacts {
  readonly at: number;
  /** How many tags and definitions stand in the text before it. */
  readonly tags: number;
  readonly definitions: number;
  readonly length: number;
  readonly facts: BlockFacts;
  /** Those of its items that were asked for, moved to their place. With the block: a WeakMap of 100,000 takes long to clean. */
  moved: MovedItems | undefined;
}

type MovedItems = { [Name in ListName]?: ItemOf<Name>[] };

/** All that the facts of a text are made of. */
export interface FactsParts {
  readonly syntax: Pick<Syntax, 'text' | 'fences' | 'blocks'>;
  readonly front: FrontMatter;
  readonly role: Facts['role'] | undefined;
  /** In order; blocks that say nothing are left out. The front matter is the first, if there is one. */
  readonly blocks: readonly PlacedFacts[];
}

/**
 * Only of facts that are kept by block: what a WeakMap holds lives until the whole heap is cleaned, and a check
 * reads thousands of texts.
 */
const partsOfSum = new WeakMap<object, FactsParts>();

/** Of facts that are of some blocks alone: those of their text. */
const wholeOf = new WeakMap<object, Facts>();

/** The facts of a text: the sum of its blocks, each list put together when it is asked for. */
export function sumOf(parts: FactsParts): Facts {
  const { blocks, front, syntax } = parts;
  const all = <Name extends ListName>(name: Name): readonly ItemOf<Name>[] =>
    sizesOf(blocks)[name] === 0 ? EMPTY : joined(blocks, name);
  const sum = lazily<Facts>({
    role: () => roleOf(parts),
    front: () => front,
    tags: () => all('tags'),
    definitions: () => all('definitions'),
    uses: () => all('uses'),
    headings: () => (sizesOf(blocks).headings === 0 ? EMPTY : headingFacts(headingsOf(blocks))),
    links: () => (sizesOf(blocks).links === 0 ? EMPTY : linksOf(parts, blocks)),
    footnotes: () => all('footnotes'),
    faults: () => all('faults'),
    suppressions: () => rangedSuppressions(syntax, all('comments')),
  });
  partsOfSum.set(sum, parts);
  return sum;
}

/** As {@link sumOf}, all of it put together at once: what it was put together from is not kept. */
export function wholeSumOf(parts: FactsParts): Facts {
  const { blocks, front, syntax } = parts;
  const links = joined(blocks, 'links');
  return {
    role: roleOf(parts),
    front,
    tags: joined(blocks, 'tags'),
    definitions: joined(blocks, 'definitions'),
    uses: joined(blocks, 'uses'),
    headings: headingFacts(headingsOf(blocks), newSlug),
    links: resolvedLinks(links, targetsOf(links)),
    footnotes: joined(blocks, 'footnotes'),
    faults: joined(blocks, 'faults'),
    suppressions: rangedSuppressions(syntax, joined(blocks, 'comments')),
  };
}

function roleOf({ role, blocks }: FactsParts): Facts['role'] {
  return role ?? (blocks.some(({ facts }) => facts.speaks) ? 'brief' : 'document');
}

/** What facts are made of, if they are kept by block. */
export function partsOf(facts: object): FactsParts | undefined {
  return partsOfSum.get(facts);
}

/**
 * The facts of some blocks that follow each other, as they stand in their text: indices still count from the
 * text's first tag, see {@link tagOf}. What is a matter of the whole text is left out: suppressions.
 */
export function factsOfBlocks(whole: Facts, from: number, to: number): Facts {
  const parts = partsOf(whole);
  if (parts === undefined) return whole;
  const blocks = parts.blocks.slice(from, to);
  const facts = lazily<Facts>({
    role: () => whole.role,
    front: () => whole.front,
    tags: () => joined(blocks, 'tags'),
    definitions: () => joined(blocks, 'definitions'),
    uses: () => joined(blocks, 'uses'),
    headings: () => headingsWithin(whole, blocks),
    links: () => linksOf(parts, blocks),
    footnotes: () => joined(blocks, 'footnotes'),
    faults: () => joined(blocks, 'faults'),
    suppressions: () => [],
  });
  wholeOf.set(facts, whole);
  return facts;
}

/** The tag that a use, a definition or a nested tag speaks of by its index in the text. */
export function tagOf(facts: Pick<Facts, 'tags'>, index: number | undefined): Tag | undefined {
  if (index === undefined) return undefined;
  const whole = wholeOf.get(facts) ?? facts;
  const parts = partsOf(whole);
  if (parts === undefined) return whole.tags[index];
  const block = parts.blocks[firstAtLeast(parts.blocks, index + 1, ({ tags }) => tags) - 1];
  return block && placedItem(block, 'tags', index - block.tags);
}

/** As {@link tagOf}, of a definition. */
export function definitionOf(facts: Facts, index: number | undefined): Definition | undefined {
  if (index === undefined) return undefined;
  const whole = wholeOf.get(facts) ?? facts;
  const parts = partsOf(whole);
  if (parts === undefined) return whole.definitions[index];
  const { blocks } = parts;
  const block = blocks[firstAtLeast(blocks, index + 1, ({ definitions }) => definitions) - 1];
  return block && placedItem(block, 'definitions', index - block.definitions);
}

/** All of a list of a text, in order and not moved to its place: for what asks for no places. */
export function* unplaced<Name extends 'tags' | 'uses'>(
  facts: Facts,
  name: Name,
): Iterable<ItemOf<Name>> {
  const blocks = partsOf(facts)?.blocks;
  if (blocks === undefined) yield* facts[name] as readonly ItemOf<Name>[];
  else for (const block of blocks) yield* block.facts[name] as readonly ItemOf<Name>[];
}

/**
 * The tags, or the definitions, of a text that pass a test, in order: of a long text where few do.
 * @param test must not look at places: they are those in the block
 */
export function itemsWhere<Name extends 'tags' | 'definitions'>(
  facts: Facts,
  name: Name,
  test: (item: ItemOf<Name>) => boolean,
): readonly ItemOf<Name>[] {
  const blocks = partsOf(facts)?.blocks;
  if (blocks === undefined) return (facts[name] as readonly ItemOf<Name>[]).filter(test);
  const found: ItemOf<Name>[] = [];
  if (sizesOf(blocks)[name] === 0) return found;
  for (const block of blocks) {
    const items: readonly ItemOf<Name>[] = block.facts[name];
    for (let index = 0; index < items.length; index += 1) {
      if (!test(items[index] as ItemOf<Name>)) continue;
      const item = placedItem(block, name, index);
      if (item !== undefined) found.push(item);
    }
  }
  return found;
}

/** What follows the facts before it in a text. */
export function placedFacts(
  before: PlacedFacts | undefined,
  at: number,
  length: number,
  facts: BlockFacts,
): PlacedFacts {
  const tags = before === undefined ? 0 : before.tags + before.facts.tags.length;
  const definitions =
    before === undefined ? 0 : before.definitions + before.facts.definitions.length;
  return { at, length, tags, definitions, facts, moved: undefined };
}

/**
 * Blocks, and behind them those from an index on of a text before an edit that made it so much longer.
 * @param kept how many at the beginning are the same in both
 */
export function withMoved(
  blocks: readonly PlacedFacts[],
  before: readonly PlacedFacts[],
  { kept, from, by }: { readonly kept: number; readonly from: number; readonly by: number },
): readonly PlacedFacts[] {
  const all = allMoved(blocks, before, from, by);
  const within = { start: kept, goneEnd: from, comeEnd: blocks.length };
  noteChange(all, { gone: before, part: differingPart(before, all, factsOf, within) });
  const known = sizes.get(before);
  if (known === undefined) return all;
  const now = { ...known };
  for (let index = kept; index < from; index += 1) addSizes(now, before[index], -1);
  for (let index = kept; index < blocks.length; index += 1) addSizes(now, blocks[index], 1);
  sizes.set(all, now);
  return all;
}

function allMoved(
  blocks: readonly PlacedFacts[],
  before: readonly PlacedFacts[],
  from: number,
  by: number,
): readonly PlacedFacts[] {
  const first = before[from];
  if (first === undefined) return blocks;
  const moved = placedFacts(blocks.at(-1), first.at + by, first.length, first.facts);
  const tags = moved.tags - first.tags;
  const definitions = moved.definitions - first.definitions;
  if (by === 0 && tags === 0 && definitions === 0) return [...blocks, ...before.slice(from)];
  const all = [...blocks];
  for (let index = from; index < before.length; index += 1) {
    const block = before[index] as PlacedFacts;
    all.push({
      at: block.at + by,
      length: block.length,
      tags: block.tags + tags,
      definitions: block.definitions + definitions,
      facts: block.facts,
      moved: undefined,
    });
  }
  return all;
}

type Sizes = Record<ListName, number>;

/** How many items each list of some blocks has: after an edit known without a look at all of them. */
const sizes = new WeakMap<readonly PlacedFacts[], Sizes>();

const LISTS = Object.keys(MOVES) as readonly ListName[];

function sizesOf(blocks: readonly PlacedFacts[]): Sizes {
  const known = sizes.get(blocks);
  if (known !== undefined) return known;
  const made = Object.fromEntries(LISTS.map((name) => [name, 0])) as Sizes;
  for (const block of blocks) addSizes(made, block, 1);
  sizes.set(blocks, made);
  return made;
}

function addSizes(to: Sizes, block: PlacedFacts | undefined, times: 1 | -1): void {
  if (block !== undefined) for (const name of LISTS) to[name] += times * block.facts[name].length;
}

/** Whether there is no definition; asked without putting all of them together. */
export function definesNothing(facts: Facts): boolean {
  const parts = partsOf(facts);
  if (parts === undefined) return facts.definitions.length === 0;
  return sizesOf(parts.blocks).definitions === 0;
}

/** Which blocks went with an edit, and which came. `undefined` where facts are not kept by block. */
export function changedBlocks(before: Facts, after: Facts): DifferingPart | undefined {
  const gone = partsOf(before)?.blocks;
  const come = partsOf(after)?.blocks;
  if (gone === undefined || come === undefined) return undefined;
  const known = lastChange.get(come);
  if (known?.gone === gone) return known.part;
  // It is asked the other way round, too: what has come, and what has gone for it.
  const back = lastChange.get(gone);
  if (back?.gone === come)
    return { start: back.part.start, goneEnd: back.part.comeEnd, comeEnd: back.part.goneEnd };
  const part = differingPart(gone, come, factsOf);
  noteChange(come, { gone, part });
  return part;
}

/** Each knows the one before it, which forgets the one before that: or each would keep all of them. */
function noteChange(come: readonly PlacedFacts[], change: KnownChange): void {
  lastChange.set(come, change);
  lastChange.delete(change.gone);
}

function factsOf({ facts }: PlacedFacts): BlockFacts {
  return facts;
}

interface KnownChange {
  readonly gone: readonly PlacedFacts[];
  readonly part: DifferingPart;
}

/** The graph, what others see, and each rule ask for it after the same edit. */
const lastChange = new WeakMap<readonly PlacedFacts[], KnownChange>();

/** An item of a block as it stands in its text; the same object each time. */
export function placedItem<Name extends ListName>(
  block: PlacedFacts,
  name: Name,
  index: number,
): ItemOf<Name> | undefined {
  const item = block.facts[name][index];
  if (item === undefined || isInPlace(block)) return item;
  block.moved ??= {};
  const { moved } = block;
  const items: ItemOf<Name>[] = moved[name] ?? [];
  moved[name] = items as never;
  items[index] ??= MOVES[name](item, block);
  return items[index];
}

/**
 * Lets go of what was moved to its place for a question about some blocks of a registry, as there may be 100,000 entries.
 * Tags must stay the same objects; of an entry nobody compares two.
 */
export function letGoOfMoved(facts: Facts, from: number, to: number): void {
  const blocks = partsOf(facts)?.blocks ?? [];
  if (facts.role === 'registry')
    for (let at = from; at < to; at += 1) (blocks[at] as PlacedFacts).moved = undefined;
}

function placedList<Name extends ListName>(
  block: PlacedFacts,
  name: Name,
): readonly ItemOf<Name>[] {
  if (isInPlace(block)) return block.facts[name];
  return block.facts[name].map((item, index) => placedItem(block, name, index) ?? item);
}

function isInPlace({ at, tags, definitions }: PlacedFacts): boolean {
  return at === 0 && tags === 0 && definitions === 0;
}

function* headingsOf(
  blocks: readonly PlacedFacts[],
): Iterable<readonly [heading: HeadingWords, at: number]> {
  for (const { at, facts } of blocks)
    if (facts.headings.length > 0) for (const heading of facts.headings) yield [heading, at];
}

function headingsWithin(whole: Facts, blocks: readonly PlacedFacts[]): Facts['headings'] {
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (first === undefined || last === undefined) return EMPTY;
  if (blocks.every(({ facts }) => facts.headings.length === 0)) return EMPTY;
  const { headings } = whole;
  const from = firstAtLeast(headings, first.at, ({ span }) => span.start);
  const to = firstAtLeast(headings, last.at + last.length, ({ span }) => span.start);
  return headings.slice(from, to);
}

function linksOf(parts: FactsParts, blocks: readonly PlacedFacts[]): Facts['links'] {
  const links = joined(blocks, 'links');
  return links.length === 0 ? EMPTY : resolvedLinks(links, linkTargets(parts));
}

const linkTargets = perObject(({ blocks }: FactsParts) => targetsOf(joined(blocks, 'links')));

function joined<Name extends ListName>(
  blocks: readonly PlacedFacts[],
  name: Name,
): readonly ItemOf<Name>[] {
  let items: ItemOf<Name>[] | undefined;
  let only: PlacedFacts | undefined;
  for (const block of blocks) {
    if (block.facts[name].length === 0) continue;
    if (only === undefined) only = block;
    else {
      items ??= [...placedList(only, name)];
      for (const item of placedList(block, name)) items.push(item);
    }
  }
  return items ?? (only === undefined ? EMPTY : placedList(only, name));
}

const EMPTY: readonly never[] = [];

/** Whether a block says nothing at all: most of most texts. */
export function isSilent({ block }: PlacedBlock): boolean {
  return (
    block.tags.length === 0 &&
    block.slips.length === 0 &&
    block.headings.length === 0 &&
    block.links.length === 0 &&
    block.footnotes.length === 0 &&
    block.html.length === 0
  );
}
