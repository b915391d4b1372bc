import type { Tag } from '../brief/index.js';
import { bySpan, overlaps, type Span, shift } from '../text/index.js';
import { type Page, syntaxOf, tagsIn } from '../workspace/index.js';

/** How much of a page is read for what is suggested at a place; lengths in UTF-16. */
export interface NearSizes {
  /** A page that is not longer is read as a whole. */
  readonly whole: number;
  /** Its beginning, which says what the page is about and who speaks. */
  readonly head: number;
  /** Those who are spoken of before mean more than those after. */
  readonly before: number;
  readonly after: number;
  /** How many words with a capital of the place are looked for elsewhere, and how often each. */
  readonly words: number;
  readonly places: number;
}

const SIZES: NearSizes = {
  whole: 64_000,
  head: 5_000,
  before: 8_000,
  after: 3_000,
  words: 12,
  places: 3,
};

/** Whether a page is so long that only parts of it are read for what is suggested at a place. */
export function isReadInParts({ text }: Page, sizes: NearSizes = SIZES): boolean {
  return text.length > sizes.whole;
}

/**
 * The parts of a long page that say what is meant at a place: its surroundings, the beginning of the page, and where
 * the same names first stand. No paragraph is cut through. In order, apart from each other; `undefined`: the whole page.
 */
export function partsNear(
  page: Page,
  place: Span,
  sizes: NearSizes = SIZES,
): readonly Span[] | undefined {
  const { text } = page;
  if (!isReadInParts(page, sizes)) return undefined;
  const around = {
    start: Math.max(0, place.start - sizes.before),
    end: Math.min(text.length, place.end + sizes.after),
  };
  return withWholeProse(page, [
    { start: 0, end: sizes.head },
    around,
    ...namesakes(text, paragraphOf(text, place), sizes),
  ]);
}

/** From one blank line to the next. */
function paragraphOf(text: string, { start, end }: Span): Span {
  const before = Math.max(text.lastIndexOf('\n\n', start), text.lastIndexOf('\r\n\r\n', start), 0);
  const after = [text.indexOf('\n\n', end), text.indexOf('\r\n\r\n', end)].filter((at) => at >= 0);
  return { start: before, end: Math.min(text.length, end + MAX_PARAGRAPH, ...after) };
}

/** A table may be long. */
const MAX_PARAGRAPH = 4_000;

/** Where the words with a capital stand first that stand at a place too. */
function namesakes(
  text: string,
  { start, end }: Span,
  { words: most, places }: NearSizes,
): readonly Span[] {
  const here = text.slice(Math.max(start, end - 2 * MAX_PARAGRAPH), end);
  const words = new Set(Array.from(here.matchAll(CAPITAL), ([word]) => word));
  return [...words].slice(0, most).flatMap((word) => {
    const found: Span[] = [];
    for (
      let at = text.indexOf(word);
      at >= 0 && found.length < places;
      at = text.indexOf(word, at + word.length)
    )
      found.push({ start: at, end: at + word.length });
    return found;
  });
}

const CAPITAL = /\p{Lu}[\p{L}\p{N}]+/gu;

function withWholeProse(page: Page, spans: readonly Span[]): readonly Span[] {
  const parts = joined(spans);
  const isBlockWanted = touching(parts);
  const isWanted = touching(parts);
  const prose = syntaxOf(page).blocks.flatMap(({ at, block }) =>
    isBlockWanted({ start: at, end: at + block.length })
      ? block.prose.map(({ span }) => shift(span, at)).filter(isWanted)
      : [],
  );
  return joined([...parts, ...prose]);
}

function joined(spans: readonly Span[]): readonly Span[] {
  const parts: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = parts.at(-1);
    if (last === undefined || last.end < span.start) parts.push(span);
    else parts[parts.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  }
  return parts;
}

/** At least the tags that touch parts of a page, each once, in order. */
export function tagsInParts(page: Page, parts: readonly Span[]): readonly Tag[] {
  const tags = new Map<string, Tag>();
  for (const part of parts)
    for (const tag of tagsIn(page, part))
      if (overlaps(tag.span, part)) tags.set(`${tag.span.start} ${tag.span.end}`, tag);
  return [...tags.values()].sort((a, b) => bySpan(a.span, b.span));
}

/** Which of some spans touch one of the parts of a page; both are given in order. */
export function touching(parts: readonly Span[] | undefined): (span: Span) => boolean {
  if (parts === undefined) return () => true;
  let next = 0;
  return (span) => {
    while (next < parts.length && (parts[next]?.end ?? 0) <= span.start) next += 1;
    const part = parts[next];
    return part !== undefined && overlaps(part, span);
  };
}
