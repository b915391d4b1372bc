import { changedBlocks, partsOf } from '../brief/index.js';
import { changedPart, firstAtLeast, type Span } from '../text/index.js';
import type { Page } from '../workspace/index.js';
import type { Edit } from './move-reports.js';
import { NEAR } from './rule.js';

/** Blocks that follow each other, of which rules are asked. */
export interface Stretch extends Span {
  readonly from: number;
  readonly to: number;
}

/** Some blocks, and all that stand so near to one of them that a rule may look at it from there. */
export function* withNear(page: Page, indices: readonly number[]): Iterable<number> {
  const blocks = partsOf(page.facts)?.blocks ?? [];
  let last = -1;
  for (const index of indices.toSorted((a, b) => a - b)) {
    const { at = 0, length = 0 } = blocks[index] ?? {};
    const from = firstAtLeast(blocks, at - NEAR, (block) => block.at + block.length);
    const to = firstAtLeast(blocks, at + length + NEAR + 1, (block) => block.at);
    for (let near = Math.max(from, last + 1); near < to; near += 1) yield near;
    last = Math.max(last, to - 1);
  }
}

/** Those around the edit, and the blocks elsewhere that look at what it changed; in order. */
export function stretchesOf(
  page: Page,
  { from, to, after }: Around,
  touched: readonly number[],
): readonly Stretch[] {
  const blocks = partsOf(page.facts)?.blocks ?? [];
  const others = [...new Set(touched)].filter((at) => at < from || at >= to).sort((a, b) => a - b);
  const runs: { from: number; to: number }[] = [];
  for (const at of others) {
    const last = runs.at(-1);
    if (last?.to === at) last.to += 1;
    else runs.push({ from: at, to: at + 1 });
  }
  const stretches = runs.map((run) => ({ ...run, ...extent(blocks.slice(run.from, run.to)) }));
  if (from < to) stretches.push({ from, to, ...after });
  return stretches.sort((a, b) => a.from - b.from);
}

/** Whether something begins in one of them. */
export function isInAny(stretches: readonly Stretch[], { start }: Span): boolean {
  const stretch = stretches[firstAtLeast(stretches, start, ({ end }) => end)];
  return stretch !== undefined && stretch.start <= start;
}

/** The blocks that an edit may have changed something in, and what stands in them. */
export interface Around {
  readonly edit: Edit;
  readonly from: number;
  readonly to: number;
  /** Where they stood in the text before, and where they stand now. */
  readonly before: Span;
  readonly after: Span;
}

/** `undefined` where an edit may matter anywhere in the page. */
export function stretchAround(one: Page, other: Page): Around | undefined {
  const changed = changedBlocks(one.facts, other.facts);
  const gone = partsOf(one.facts)?.blocks ?? [];
  const come = partsOf(other.facts)?.blocks ?? [];
  if (changed === undefined || one.facts.role !== other.facts.role) return undefined;
  const { start, end } = changedPart(one.text, other.text);
  const endBefore = end - (other.text.length - one.text.length);
  const edit = { start, end, endBefore, page: other.id };
  // Front matter is for all of the page, and so is where a link by reference leads.
  if (start < (other.facts.front.span?.end ?? 0) || isFrontFaulty(other)) return undefined;
  const { start: first, goneEnd, comeEnd } = changed;
  const defining = [...gone.slice(first, goneEnd), ...come.slice(first, comeEnd)];
  if (defining.some(({ facts }) => facts.links.some(({ form }) => form === 'definition')))
    return undefined;
  const near = firstAtLeast(come, start - NEAR, ({ at, length }) => at + length);
  const behind = firstAtLeast(come, end + NEAR, ({ at }) => at);
  // Where no block says anything else, none but those around the edit are meant.
  const isSame = first === comeEnd && first === goneEnd;
  const from = isSame ? near : Math.min(first, near);
  const to = isSame ? behind : Math.max(comeEnd, behind);
  const toBefore = to - comeEnd + goneEnd;
  return {
    edit,
    from,
    to,
    before: extent(gone.slice(from, toBefore)),
    after: extent(come.slice(from, to)),
  };
}

/** What is wrong in the front matter is looked at from anywhere. */
export function isFrontFaulty({ facts }: Page): boolean {
  const [first] = partsOf(facts)?.blocks ?? [];
  return facts.front.span !== undefined && first?.at === 0 && first.facts.faults.length > 0;
}

/** From where the first of them begins to where the last ends. */
export function extent(blocks: readonly { readonly at: number; readonly length: number }[]): Span {
  const [first] = blocks;
  const last = blocks.at(-1);
  if (first === undefined || last === undefined) return { start: -1, end: -1 };
  return { start: first.at, end: last.at + last.length };
}

export function isWithin({ start, end }: Span, place: Span): boolean {
  return start <= place.start && place.start <= end;
}
