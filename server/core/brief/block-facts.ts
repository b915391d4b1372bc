// Over 150 lines: facts by block and their sum are one idea, and this is the one place where they are summed.
import type { PlacedBlock, Syntax } from '../parse/index.js';
import { firstAtLeast, perObject, type Span } from '../text/index.js';
import type { Definition, Facts, FrontMatter, Tag } from './facts.js';
import { headingFacts } from './heading-anchors.js';
import { resolvedLinks, targetsOf } from './links.js';
import { type BlockFacts, moveFacts } from './move-facts.js';
import { rangedSuppressions } from './suppressions.js';

/** A block's facts at their place in a text. */
export interface PlacedFacts {
  readonly at: number;
  /** How many tags and definitions stand in the text before it. */
  readonly tags: number;
  readonly definitions: number;
  readonly length: number;
  readonly facts: BlockFacts;
}

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
const partsOfSum = new WeakMap<Facts, FactsParts>();

/** Of facts that are of some blocks alone: those of their text. */
const wholeOf = new WeakMap<Facts, Facts>();

/** The facts of a text: the sum of its blocks, each list put together when it is asked for. */
export function sumOf(parts: FactsParts): Facts {
  const { blocks, front, syntax } = parts;
  const sum = lazily<Facts>({
    role: () => roleOf(parts),
    front: () => front,
    tags: () => joined(blocks, 'tags'),
    definitions: () => joined(blocks, 'definitions'),
    uses: () => joined(blocks, 'uses'),
    headings: () => headingFacts(joined(blocks, 'headings')),
    links: () => resolvedLinks(joined(blocks, 'links'), linkTargets(parts)),
    footnotes: () => joined(blocks, 'footnotes'),
    faults: () => joined(blocks, 'faults'),
    suppressions: () => rangedSuppressions(syntax, joined(blocks, 'comments')),
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
    headings: headingFacts(joined(blocks, 'headings')),
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
export function partsOf(facts: Facts): FactsParts | undefined {
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
    headings: () => whole.headings.filter(({ span }) => isWithin(blocks, span)),
    links: () => resolvedLinks(joined(blocks, 'links'), linkTargets(parts)),
    footnotes: () => joined(blocks, 'footnotes'),
    faults: () => joined(blocks, 'faults'),
    suppressions: () => [],
  });
  wholeOf.set(facts, whole);
  return facts;
}

/** As {@link factsOfBlocks}, of one block, without its headings: for what is asked of thousands of them. */
export function factsOfBlock(whole: Facts, index: number): Facts {
  const parts = partsOf(whole);
  const block = parts?.blocks[index];
  if (parts === undefined || block === undefined) return whole;
  const { tags, definitions, uses, links, footnotes, faults } = placed(block);
  const facts: Facts = {
    role: whole.role,
    front: parts.front,
    tags,
    definitions,
    uses,
    headings: EMPTY,
    links: links.length === 0 ? EMPTY : resolvedLinks(links, linkTargets(parts)),
    footnotes,
    faults,
    suppressions: EMPTY,
  };
  wholeOf.set(facts, whole);
  return facts;
}

/** The tag that a use, a definition or a nested tag speaks of by its index in the text. */
export function tagOf(facts: Facts, index: number | undefined): Tag | undefined {
  if (index === undefined) return undefined;
  const whole = wholeOf.get(facts) ?? facts;
  const parts = partsOf(whole);
  if (parts === undefined) return whole.tags[index];
  const block = parts.blocks[firstAtLeast(parts.blocks, index + 1, ({ tags }) => tags) - 1];
  return block && placed(block).tags[index - block.tags];
}

/** As {@link tagOf}, of a definition. */
export function definitionOf(facts: Facts, index: number | undefined): Definition | undefined {
  if (index === undefined) return undefined;
  const whole = wholeOf.get(facts) ?? facts;
  const parts = partsOf(whole);
  if (parts === undefined) return whole.definitions[index];
  const { blocks } = parts;
  const block = blocks[firstAtLeast(blocks, index + 1, ({ definitions }) => definitions) - 1];
  return block && placed(block).definitions[index - block.definitions];
}

/** Where two texts say the same, block by block: so many at their beginning, and so many at their end. */
interface ChangedBlocks {
  readonly start: number;
  readonly goneEnd: number;
  readonly comeEnd: number;
}

/** Which blocks went with an edit, and which came. `undefined` where facts are not kept by block. */
export function changedBlocks(before: Facts, after: Facts): ChangedBlocks | undefined {
  const gone = partsOf(before)?.blocks;
  const come = partsOf(after)?.blocks;
  if (gone === undefined || come === undefined) return undefined;
  let start = 0;
  const shorter = Math.min(gone.length, come.length);
  while (start < shorter && gone[start]?.facts === come[start]?.facts) start += 1;
  let goneEnd = gone.length;
  let comeEnd = come.length;
  while (
    goneEnd > start &&
    comeEnd > start &&
    gone[goneEnd - 1]?.facts === come[comeEnd - 1]?.facts
  ) {
    goneEnd -= 1;
    comeEnd -= 1;
  }
  return { start, goneEnd, comeEnd };
}

/** A block's facts where they stand; of those that nobody asks for, nothing is moved. */
function placed(block: PlacedFacts): BlockFacts {
  const isMoved = block.at !== 0 || block.tags !== 0 || block.definitions !== 0;
  return isMoved ? movedFacts(block) : block.facts;
}

const movedFacts: (block: PlacedFacts) => BlockFacts = perObject((block) =>
  moveFacts(block.facts, block),
);

const linkTargets = perObject(({ blocks }: FactsParts) => targetsOf(joined(blocks, 'links')));

type ListName = Exclude<keyof BlockFacts, 'speaks'>;

function joined<Name extends ListName>(
  blocks: readonly PlacedFacts[],
  name: Name,
): readonly BlockFacts[Name][number][] {
  const some = blocks.filter(({ facts }) => facts[name].length > 0);
  const [only, ...others] = some;
  if (only === undefined) return EMPTY;
  if (others.length === 0) return placed(only)[name];
  const items: BlockFacts[Name][number][] = [];
  for (const block of some) for (const item of placed(block)[name]) items.push(item);
  return items;
}

const EMPTY: readonly never[] = [];

function isWithin(blocks: readonly PlacedFacts[], { start }: Span): boolean {
  return blocks.some(({ at, length }) => at <= start && start < at + length);
}

/** Plain data whose parts are made when they are first asked for. */
function lazily<T extends object>(make: { readonly [Key in keyof T]: () => T[Key] }): T {
  const made = {} as T;
  for (const key of Object.keys(make) as (keyof T)[]) {
    Object.defineProperty(made, key, {
      enumerable: true,
      configurable: true,
      get() {
        const value = make[key]();
        Object.defineProperty(made, key, { value, enumerable: true });
        return value;
      },
    });
  }
  return made;
}

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
