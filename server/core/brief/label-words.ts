import type { Block, PlacedBlock, Syntax } from '../parse/index.js';
import { bySpan, contains, firstAtLeast, type Span, shift } from '../text/index.js';
import { headingAttributes } from './heading-attributes.js';
import type { TagCandidate } from './tag-candidates.js';
import type { WordRegions } from './word-regions.js';

/** What is words in the prose of a text, and what is words in the labels of records. */
export interface TextWords {
  readonly prose: WordRegions;
  readonly records: WordRegions;
}

/**
 * Where the words of tags and headings stand: nothing else of the text is read, but for what `:::` fences in.
 */
export function wordsOfTags(
  syntax: Pick<Syntax, 'text' | 'blocks'>,
  tags: readonly TagCandidate[],
): TextWords {
  const fenced = fencedStretches(tags);
  const prose = { keep: [] as Span[], drops: [] as Span[] };
  const records = { keep: [] as Span[], drops: [] as Span[] };
  let next = 0;
  for (const placed of syntax.blocks) {
    const { at, block } = placed;
    const end = at + block.length;
    const first = next;
    while ((tags[next]?.at ?? Number.POSITIVE_INFINITY) < end) next += 1;
    const isFenced = fenced.length > 0 && isIn(fenced, { start: at, end });
    if (next === first && block.headings.length === 0 && !isFenced) continue;
    const inside = tags.slice(first, next);
    pushDrops(syntax.text, placed, inside, prose.drops, records.keep);
    if (isFenced) {
      addProseRegions(placed, prose.keep);
      for (const drop of unmarked(syntax.text, at, block)) prose.drops.push(shift(drop, at));
    } else addLabelRegions(placed, inside, prose.keep);
  }
  prose.drops.sort(bySpan);
  return { prose, records: { keep: records.keep, drops: prose.drops } };
}

/** What a `:::` block holds: from the end of its opening line's tag to its closing line. */
export function blockBody(
  fence: NonNullable<TagCandidate['fence']>,
  tag: TagCandidate['syntax'],
  at: number,
): Span {
  const start = at + tag.span.end;
  return { start, end: Math.max(start, fence.close?.start ?? fence.span.end) };
}

/** What is fenced in, in order, apart. */
function fencedStretches(tags: readonly TagCandidate[]): readonly Span[] {
  const stretches: { start: number; end: number }[] = [];
  for (const { fence } of tags) {
    if (fence === undefined) continue;
    const last = stretches.at(-1);
    if (last !== undefined && fence.span.start < last.end)
      last.end = Math.max(last.end, fence.span.end);
    else stretches.push({ ...fence.span });
  }
  return stretches;
}

function isIn(stretches: readonly Span[], { start, end }: Span): boolean {
  const next = stretches[firstAtLeast(stretches, start + 1, (stretch) => stretch.end)];
  return next !== undefined && next.start < end;
}

/** Adds what in a block is not words to `drops`, and the labels of its records to `records`. */
function pushDrops(
  text: string,
  { at, block }: PlacedBlock,
  tags: readonly TagCandidate[],
  drops: Span[],
  records: Span[],
): void {
  for (const { start, end } of block.markup) drops.push({ start: at + start, end: at + end });
  for (const { span, form } of block.html) if (form !== 'block') drops.push(shift(span, at));
  for (const { content } of block.headings)
    pushEdges(drops, headingAttributes(text, shift(content, at)).words);
  const beside = textsBeside(block);
  let next = 0;
  for (const tag of tags) {
    pushTag(tag, drops);
    while ((beside[next]?.end ?? Number.POSITIVE_INFINITY) <= tag.syntax.span.start) next += 1;
    if (tag.syntax.form === 'record' || standsIn(beside[next], tag))
      pushRecord(text, tag, drops, records);
  }
}

/** Two empty drops: they take nothing out and make the words between them known. */
function pushEdges(drops: Span[], { start, end }: Span): void {
  drops.push({ start, end: start }, { start: end, end });
}

/** What of a tag is not words. */
function pushTag({ kind, syntax, fence, at }: TagCandidate, drops: Span[]): void {
  const { span, label } = syntax;
  const start = at + span.start;
  const end = at + span.end;
  if (label === undefined) drops.push({ start, end });
  else drops.push({ start, end: at + label.span.start }, { start: at + label.span.end, end });
  if (fence && kind.forms.includes('block')) pushEdges(drops, blockBody(fence, syntax, at));
}

/**
 * The text that the line of a record or fence should not have, in order; what is tagged in it is read all
 * the same, and beside the `:::name` of another tool it has its place there.
 */
function textsBeside({ tags }: Block): readonly Span[] {
  if (tags.every(({ faults }) => faults.length === 0)) return NONE;
  return tags.flatMap(
    ({ faults }) => faults.find(({ code }) => code === 'text-beside-record')?.span ?? NONE,
  );
}

const NONE: readonly never[] = [];

function standsIn(beside: Span | undefined, { syntax: { span, parent } }: TagCandidate): boolean {
  return beside !== undefined && parent === undefined && contains(beside, span);
}

/** The label of a record, or beside one: to Markdown it is no prose, so its markup is found here. */
function pushRecord(
  text: string,
  { syntax: { label }, at }: TagCandidate,
  drops: Span[],
  records: Span[],
): void {
  if (label === undefined) return;
  const place = shift(label.span, at);
  records.push(place);
  for (const mark of marksIn(text, place)) drops.push(mark);
  for (const mark of linksIn(text, place)) drops.push(mark);
}

/** The parse tells the markup of labels and headings only; in a fenced paragraph it is found here. */
function unmarked(text: string, at: number, block: Block): readonly Span[] {
  const drops: Span[] = [];
  for (const { span, holes, within } of block.prose) {
    if (within === 'record') continue;
    for (const hole of holes) drops.push(...holeMarkup(text, at, hole));
    for (const mark of marksIn(text, shift(span, at))) drops.push(shift(mark, -at));
  }
  for (const bracket of bracketsOf(text, at, block)) drops.push(bracket);
  return drops;
}

/** Of a code span the words stay. */
function holeMarkup(text: string, at: number, hole: Span): readonly Span[] {
  const ticks =
    /^`+/.exec(text.slice(at + hole.start, at + Math.min(hole.end, hole.start + 80)))?.[0].length ??
    0;
  if (ticks === 0 || hole.end - hole.start <= 2 * ticks) return [hole];
  return [
    { start: hole.start, end: hole.start + ticks },
    { start: hole.end - ticks, end: hole.end },
  ];
}

/** The brackets of `[words](target)`: the first of a link, and the one before its target. */
function bracketsOf(text: string, at: number, block: Block): readonly Span[] {
  const targets = new Map<number, number>();
  for (const { holes } of block.prose) for (const { start, end } of holes) targets.set(end, start);
  return block.links.flatMap(({ span }) => {
    const opening = text.startsWith('![', at + span.start) ? 2 : 1;
    const close = (targets.get(span.end) ?? span.end) - 1;
    if (text[at + span.start + opening - 1] !== '[' || text[at + close] !== ']') return [];
    return [
      { start: span.start, end: span.start + opening },
      { start: close, end: close + 1 },
    ];
  });
}

const MARKS = /\*+|~~|`+|(?<![\p{L}\p{N}_])_+(?=\S)|(?<=\S)_+(?![\p{L}\p{N}_])/gu;

/**
 * The marks of emphasis and code in words that Markdown was not asked about: a record's label, which
 * to Markdown is no prose, and paragraphs in a `:::` block. A lone `*` between spaces stays.
 */
function marksIn(text: string, { start, end }: Span): readonly Span[] {
  const spans: Span[] = [];
  for (const { index, 0: mark } of text.slice(start, end).matchAll(MARKS)) {
    const at = start + index;
    const isAlone = /^\s$/.test(text[at - 1] ?? ' ') && /^\s$/.test(text[at + mark.length] ?? ' ');
    if (!isAlone && text[at - 1] !== '\\') spans.push({ start: at, end: at + mark.length });
  }
  return spans;
}

/** The brackets and targets of `[words](target)` there. */
function linksIn(text: string, { start, end }: Span): readonly Span[] {
  const spans: Span[] = [];
  let from = start;
  for (const { index, 0: target } of text.slice(start, end).matchAll(/\]\([^()\s]*\)/g)) {
    const close = start + index;
    const open = text.slice(from, close).lastIndexOf('[');
    const opening = from + open;
    from = close + target.length;
    if (open < 0) continue;
    spans.push({ start: opening, end: opening + 1 }, { start: close, end: from });
  }
  return spans;
}

/**
 * Adds to `keep` what of the prose of a block its headings and the labels of its tags hold, in order,
 * apart: nobody asks for other words, and most of a brief is other words.
 */
function addLabelRegions(
  { at, block }: PlacedBlock,
  tags: readonly TagCandidate[],
  keep: Span[],
): void {
  const areas: Span[] = [];
  for (const { content } of block.headings) areas.push(content);
  for (const { syntax } of tags) if (syntax.label !== undefined) areas.push(syntax.label.span);
  if (block.headings.length > 0) areas.sort(bySpan);
  let next = 0;
  for (const { span, within } of block.prose) {
    if (within === 'record') continue;
    let cursor = span.start;
    for (let area = areas[next]; area && area.start < span.end; area = areas[next]) {
      const start = Math.max(cursor, area.start);
      const end = Math.min(area.end, span.end);
      if (start < end) keep.push({ start: at + start, end: at + end });
      cursor = Math.max(cursor, end);
      next += 1;
    }
  }
}

/** Adds all of the prose of a block. */
function addProseRegions({ at, block }: PlacedBlock, keep: Span[]): void {
  for (const { span, within } of block.prose)
    if (within !== 'record') keep.push({ start: at + span.start, end: at + span.end });
}
