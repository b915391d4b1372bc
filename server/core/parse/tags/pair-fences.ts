// Over 150 lines: the pairing and what it must remember to stay linear on hostile input.
import { type Span, shift } from '../../text/index.js';
import type { Fence, PlacedBlock, TagSyntax } from '../syntax.js';
import { endOfFence, headingsOf } from './fence-ends.js';

/** A `:::` line that opens a block, while its closing line is looked for. Offsets of the text. */
interface OpenFence {
  readonly block: number;
  readonly tag: number;
  readonly at: Span;
  readonly colons: number;
  readonly container: Span | undefined;
  close: Span | undefined;
  /** Where it ends at the latest, if it has no closing line. */
  limit: number;
}

/** The fences open inside one container, with how many there are of each length. */
interface Level {
  readonly container: Span | undefined;
  readonly open: OpenFence[];
  readonly counts: Map<number, number>;
}

/**
 * Pairs the `:::` lines of a text; other tools' containers count. A line closes the innermost block of
 * as many colons in its own quote or list item, else the innermost of fewer. A block without a
 * closing line ends where its container ends, or at the next heading not deeper than its own, so that
 * the rest of the brief still works.
 */
export function pairFences(text: string, blocks: readonly PlacedBlock[]): Fence[] {
  const fences = collect(blocks, text.length);
  if (fences.length === 0) return [];
  const headings = headingsOf(blocks);
  const spans = fences.map((fence) => spanOf(fence, headings));
  const parents = parentsOf(spans);
  return fences.map((fence, index) => {
    const parent = parents[index];
    const outer = parent === undefined ? undefined : fences[parent];
    const span = spans[index] ?? fence.at;
    const open = { block: fence.block, tag: fence.tag };
    return { open, close: fence.close, span, fault: faultOf(fence, outer), parent };
  });
}

function spanOf(fence: OpenFence, headings: ReturnType<typeof headingsOf>): Span {
  const { at, close, container, limit } = fence;
  const end = close?.end ?? Math.min(limit, endOfFence(headings, at.start, container));
  return { start: at.start, end: Math.max(end, at.end) };
}

function faultOf(fence: OpenFence, outer: OpenFence | undefined): Fence['fault'] {
  if (fence.close === undefined) return 'unclosed-block';
  const isEqual = outer?.close !== undefined && outer.colons === fence.colons;
  return isEqual ? 'equal-nested-blocks' : undefined;
}

function collect(blocks: readonly PlacedBlock[], length: number): readonly OpenFence[] {
  const fences: OpenFence[] = [];
  const levels: Level[] = [newLevel(undefined)];
  for (const [index, { at, block }] of blocks.entries()) {
    for (const [position, tag] of block.tags.entries()) {
      if (tag.form !== 'fence') continue;
      const container = tag.container && shift(tag.container, at);
      const place = shift(tag.span, at);
      const level = levelFor(levels, container, place.start);
      if (isClosing(tag)) {
        close(level, tag.colons, place);
        continue;
      }
      const limit = container?.end ?? length;
      const fence = { block: index, tag: position, at: place, colons: tag.colons, container };
      fences.push(open(level, { ...fence, close: undefined, limit }));
    }
  }
  return fences;
}

/** Nothing but colons; `::: name` of another tool has no kind either, but is longer. */
function isClosing(tag: TagSyntax): boolean {
  return tag.kind.text === '' && tag.span.end - tag.span.start === tag.colons;
}

function newLevel(container: Span | undefined): Level {
  return { container, open: [], counts: new Map() };
}

/** The level of a container; levels whose container has ended are left. */
function levelFor(levels: Level[], container: Span | undefined, at: number): Level {
  while (levels.length > 1 && (levels.at(-1)?.container?.end ?? 0) <= at) levels.pop();
  const top = levels.at(-1);
  if (top !== undefined && isSame(top.container, container)) return top;
  const level = newLevel(container);
  levels.push(level);
  return level;
}

function isSame(a: Span | undefined, b: Span | undefined): boolean {
  return a?.start === b?.start && a?.end === b?.end;
}

function open({ open, counts }: Level, fence: OpenFence): OpenFence {
  open.push(fence);
  counts.set(fence.colons, (counts.get(fence.colons) ?? 0) + 1);
  return fence;
}

/** What is passed over on the way to the block that closes has no closing line and ends with it. */
function close({ open, counts }: Level, colons: number, line: Span): void {
  const isFitting = fitting(counts, colons);
  if (isFitting === undefined) return;
  for (let fence = open.pop(); fence !== undefined; fence = open.pop()) {
    const count = (counts.get(fence.colons) ?? 1) - 1;
    if (count === 0) counts.delete(fence.colons);
    else counts.set(fence.colons, count);
    if (isFitting(fence.colons)) {
      fence.close = line;
      return;
    }
    fence.limit = line.start;
  }
}

/** Which lengths a line of that many colons closes; `undefined`: none that is open. */
function fitting(
  counts: ReadonlyMap<number, number>,
  colons: number,
): ((length: number) => boolean) | undefined {
  if (counts.has(colons)) return (length) => length === colons;
  for (const length of counts.keys()) if (length < colons) return (found) => found < colons;
  return undefined;
}

/** The innermost fence around each, from their spans. */
function parentsOf(spans: readonly Span[]): readonly (number | undefined)[] {
  const around: number[] = [];
  return spans.map((span, index) => {
    while (around.length > 0 && (spans[around.at(-1) ?? 0]?.end ?? 0) < span.end) around.pop();
    const parent = around.at(-1);
    around.push(index);
    return parent;
  });
}
