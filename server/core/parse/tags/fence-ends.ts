import { firstAtLeast, type Span, span } from '../../text/index.js';
import type { Heading, PlacedBlock } from '../syntax.js';

interface PlacedHeading {
  readonly start: number;
  readonly depth: number;
}

/** Headings in order, each with the index of the next that is not deeper than one to six. */
interface Headings {
  readonly list: readonly PlacedHeading[];
  readonly next: readonly (readonly number[])[];
}

/** The headings that may end a block at the top level, and those that may end one in a container. */
export function headingsOf(blocks: readonly PlacedBlock[]): { top: Headings; all: Headings } {
  const all: PlacedHeading[] = [];
  const top: PlacedHeading[] = [];
  for (const { at, block } of blocks)
    for (const heading of block.headings) {
      const placed = { start: at + heading.span.start, depth: heading.depth };
      all.push(placed);
      if (heading.top) top.push(placed);
    }
  return { top: withNext(top), all: withNext(all) };
}

const MAX_DEPTH: Heading['depth'] = 6;

/** From the last to the first, so that finding the next one is a look-up and never a search. */
function withNext(list: readonly PlacedHeading[]): Headings {
  const next: number[][] = [];
  let later: readonly number[] = new Array<number>(MAX_DEPTH + 1).fill(list.length);
  for (let index = list.length - 1; index >= 0; index -= 1) {
    const depth = list[index]?.depth ?? 1;
    const own = later.map((found, wanted) => (depth <= wanted ? index : found));
    next[index] = own;
    later = own;
  }
  return { list, next };
}

/**
 * Where a block without a closing line ends: at the next heading not deeper than the one it stands
 * under, under none at any heading; infinite if there is none.
 */
export function endOfFence(
  headings: { top: Headings; all: Headings },
  at: number,
  container: Span | undefined,
): number {
  const { list, next } = container === undefined ? headings.top : headings.all;
  const index = firstAtLeast(list, at + 1, ({ start }) => start);
  const above = list[index - 1];
  const isUnder = above !== undefined && above.start >= (container ?? span(0, 0)).start;
  const depth = isUnder ? above.depth : MAX_DEPTH;
  const ending = next[index]?.[depth] ?? list.length;
  return list[ending]?.start ?? Number.POSITIVE_INFINITY;
}
