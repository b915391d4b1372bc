import type { SourceText } from '../language/index.js';
import {
  type Block,
  changedSyntax,
  type Fence,
  type PlacedBlock,
  type Syntax,
} from '../parse/index.js';
import {
  allSteps,
  type DifferingPart,
  firstAtLeast,
  STEP,
  type Steps,
  shift,
} from '../text/index.js';
import {
  isSilent,
  type PlacedFacts,
  partsOf,
  placedFacts,
  sumOf,
  withMoved,
} from './block-facts.js';
import type { Facts } from './facts.js';
import { type ReadFrontMatter, readFrontMatter } from './front-matter.js';
import type { BlockFacts } from './move-facts.js';
import { frontFacts, recognizeBlocks } from './recognize.js';
import type { Vocabulary } from './vocabulary.js';

/** What decides what a block says, besides its text. */
interface Reader {
  readonly vocabulary: Vocabulary;
  readonly language: SourceText['language'];
}

/**
 * What `recognize` says, block by block: after an edit only the blocks are read anew that it touched, and
 * the sum is put together as far as someone asks.
 * @param role what the text is, where its path decides that
 * @param previous the facts of the text before the edit
 */
export function recognizeByBlock(
  syntax: Syntax,
  vocabulary: Vocabulary,
  role: Facts['role'] | undefined,
  previous?: Facts,
): Facts {
  return allSteps(recognizeInSteps(syntax, vocabulary, role, previous));
}

/** As {@link recognizeByBlock}, of a text that may be long. */
export function* recognizeInSteps(
  syntax: Syntax,
  vocabulary: Vocabulary,
  role: Facts['role'] | undefined,
  previous?: Facts,
): Steps<Facts> {
  const before = previous && partsOf(previous);
  const known = before && sourceOf.get(before.blocks);
  const read =
    known && isSameFront(syntax, vocabulary, known)
      ? known.read
      : readFrontMatter(syntax, vocabulary.languages);
  const front = read === known?.read ? known.front : frontFacts(read);
  const reader = { vocabulary, language: read.language };
  const isKept = known !== undefined && isSameReader(known.reader, reader);
  const isFenced = syntax.fences.length > 0 || (known?.syntax.fences.length ?? 0) > 0;
  const blocks =
    before !== undefined && isKept && !isFenced
      ? edited(syntax, known, before.blocks, front, reader)
      : yield* whole(syntax, front, reader);
  sourceOf.set(blocks, { syntax, read, front, reader });
  return sumOf({ syntax, front: read.front, role, blocks });
}

/** What the blocks of a text were made of: the next edit goes on from there. */
interface Source {
  readonly syntax: Syntax;
  readonly read: ReadFrontMatter;
  readonly front: readonly PlacedFacts[];
  readonly reader: Reader;
}

const sourceOf = new WeakMap<readonly PlacedFacts[], Source>();

function isSameReader(one: Reader, other: Reader): boolean {
  return one.vocabulary === other.vocabulary && one.language === other.language;
}

function isSameFront(
  { text, frontMatter }: Syntax,
  vocabulary: Vocabulary,
  { syntax, reader }: Source,
): boolean {
  const end = frontMatter?.span.end;
  if (end !== syntax.frontMatter?.span.end || vocabulary !== reader.vocabulary) return false;
  return end === undefined || text.slice(0, end) === syntax.text.slice(0, end);
}

/** Takes over what the blocks say that are the same, at the beginning of the text and at its end. */
function edited(
  syntax: Syntax,
  source: Source,
  before: readonly PlacedFacts[],
  front: readonly PlacedFacts[],
  reader: Reader,
): readonly PlacedFacts[] {
  const { blocks: gone } = source.syntax;
  const { blocks: come } = syntax;
  const by = syntax.text.length - source.syntax.text.length;
  const { start, goneEnd, comeEnd } =
    changedSyntax(source.syntax, syntax) ?? comparedBlocks(gone, come, by);
  const from = firstAt(before, gone[start]?.at, source.front.length);
  const to = firstAt(before, gone[goneEnd]?.at, source.front.length);
  const blocks = [...front, ...before.slice(source.front.length, from)];
  for (const placed of come.slice(start, comeEnd)) {
    if (!isSilent(placed)) blocks.push(readBlocks(syntax, [placed], [], reader, blocks.at(-1)));
  }
  return withMoved(blocks, before, { kept: front === source.front ? from : 0, from: to, by });
}

/** Where two texts differ, of which one was not read from the other. */
function comparedBlocks(
  gone: readonly PlacedBlock[],
  come: readonly PlacedBlock[],
  by: number,
): DifferingPart {
  let start = 0;
  const shorter = Math.min(gone.length, come.length);
  while (
    start < shorter &&
    gone[start]?.block === come[start]?.block &&
    gone[start]?.at === come[start]?.at
  )
    start += 1;
  // A block before the last of several edits is the same too, and has not moved as far as the text behind them.
  const isSame = (one: PlacedBlock | undefined, other: PlacedBlock | undefined): boolean =>
    one?.block === other?.block && one?.at === (other?.at ?? 0) - by;
  let same = 0;
  while (same < shorter - start && isSame(gone.at(-1 - same), come.at(-1 - same))) same += 1;
  return { start, goneEnd: gone.length - same, comeEnd: come.length - same };
}

/** The first block after the front matter that begins at an offset or after it. */
function firstAt(
  blocks: readonly PlacedFacts[],
  offset: number | undefined,
  least: number,
): number {
  if (offset === undefined) return blocks.length;
  return Math.max(
    least,
    firstAtLeast(blocks, offset, ({ at }) => at),
  );
}

function* whole(
  syntax: Syntax,
  front: readonly PlacedFacts[],
  reader: Reader,
): Steps<readonly PlacedFacts[]> {
  const blocks = [...front];
  for (const { placed, fences } of fencedTogether(syntax, reader.vocabulary)) {
    if (placed.every(isSilent)) continue;
    blocks.push(readBlocks(syntax, placed, fences, reader, blocks.at(-1)));
    if (blocks.length % STEP === 0) yield;
  }
  return blocks;
}

interface Together {
  readonly placed: readonly PlacedBlock[];
  readonly fences: readonly Fence[];
}

/** The blocks of a text, those together that `:::` holds together. */
function* fencedTogether({ blocks, fences }: Syntax, { kinds }: Vocabulary): Iterable<Together> {
  let nextFence = 0;
  for (let from = 0; from < blocks.length; ) {
    const firstFence = nextFence;
    let to = from + 1;
    let reach = 0;
    for (; nextFence < fences.length; nextFence += 1) {
      const { open, span } = fences[nextFence] as Fence;
      if (open.block >= to) break;
      // Those of other tools hold nothing together.
      const kind = blocks[open.block]?.block.tags[open.tag]?.kind.text ?? '';
      if (kinds.has(kind)) reach = Math.max(reach, span.end);
      while (to < blocks.length && (blocks[to]?.at ?? 0) < reach) to += 1;
    }
    yield {
      placed: blocks.slice(from, to),
      fences: fences.slice(firstFence, nextFence).map((fence) => below(fence, from)),
    };
    from = to;
  }
}

function below(fence: Fence, block: number): Fence {
  return { ...fence, open: { ...fence.open, block: fence.open.block - block } };
}

interface Kept {
  readonly reader: Reader;
  /** The blocks, and how they stand to each other. */
  readonly blocks: readonly Block[];
  readonly shape: string;
  readonly facts: BlockFacts;
}

/** By the first block of those that belong together. */
const keptFacts = new WeakMap<Block, Kept>();

function readBlocks(
  syntax: Syntax,
  placed: readonly PlacedBlock[],
  fences: readonly Fence[],
  reader: Reader,
  before: PlacedFacts | undefined,
): PlacedFacts {
  const [first = NO_BLOCK] = placed;
  const last = placed.at(-1) ?? first;
  const { at } = first;
  const length = last.at + last.block.length - at;
  const inside = fences.map((fence) => moved(fence, -at));
  const shape =
    placed.length === 1 && fences.length === 0
      ? ''
      : JSON.stringify([placed.map((each) => each.at - at), inside]);
  const kept = keptFacts.get(first.block);
  const isKept =
    kept !== undefined &&
    isSameReader(kept.reader, reader) &&
    kept.shape === shape &&
    kept.blocks.every((block, index) => block === placed[index]?.block);
  if (isKept) return placedFacts(before, at, length, kept.facts);
  const text =
    placed.length === 1 ? first.block.key.slice(0, length) : syntax.text.slice(at, at + length);
  const part = {
    text,
    blocks: placed.map((each) => ({ at: each.at - at, block: each.block })),
    fences: inside,
  };
  const facts = recognizeBlocks({ text, language: reader.language }, part, reader.vocabulary);
  keptFacts.set(first.block, { reader, blocks: placed.map(({ block }) => block), shape, facts });
  return placedFacts(before, at, length, facts);
}

const NO_BLOCK = { at: 0, block: { key: '', length: 0 } } as unknown as PlacedBlock;

function moved(fence: Fence, by: number): Fence {
  return { ...fence, span: shift(fence.span, by), close: fence.close && shift(fence.close, by) };
}
