import type { Tag } from '../brief/index.js';
import type { Prose } from '../parse/index.js';
import { contains, overlaps, type Span, shift } from '../text/index.js';
import { type Page, syntaxOf, tagsIn } from '../workspace/index.js';

/** A paragraph, heading or cell, with all its offsets in the text. */
export interface PlacedProse extends Prose {
  /** The top-level block it stands in. */
  readonly block: Span;
}

/** The one stretch of prose that a span touches; `undefined` in code and the like, or where it crosses several. */
export function proseAt(page: Page, at: Span): PlacedProse | undefined {
  let found: PlacedProse | undefined;
  for (const { at: start, block } of syntaxOf(page).blocks) {
    if (start > at.end) break;
    if (start + block.length < at.start) continue;
    for (const prose of block.prose) {
      const span = shift(prose.span, start);
      if (!meets(span, at)) continue;
      if (found !== undefined && !isEmpty(at)) return undefined;
      if (found !== undefined) continue;
      const container = prose.container && shift(prose.container, start);
      found = {
        ...prose,
        span,
        holes: prose.holes.map((hole) => shift(hole, start)),
        block: { start, end: start + block.length },
        ...(container && { container }),
      };
    }
  }
  return found;
}

function meets(span: Span, at: Span): boolean {
  return isEmpty(at) ? span.start <= at.start && at.end <= span.end : overlaps(span, at);
}

export function isEmpty({ start, end }: Span): boolean {
  return start === end;
}

/** Without white space at its ends. */
export function trimmed(text: string, at: Span): Span {
  const words = text.slice(at.start, at.end);
  const start = at.start + (words.length - words.trimStart().length);
  return { start, end: Math.max(start, at.start + words.trimEnd().length) };
}

/**
 * The selected words as a tag could hold them: without the white space and Markdown around them, and
 * with all of every tag they cut through. `undefined` when that is not inside one paragraph's words.
 */
export function selectedWords(page: Page, selection: Span): Span | undefined {
  const prose = proseAt(page, trimmed(page.text, selection));
  if (prose === undefined) return undefined;
  const inside = {
    start: Math.max(selection.start, prose.span.start),
    end: Math.min(selection.end, prose.span.end),
  };
  const span = snapped(page, trimmed(page.text, inside));
  return span === undefined || isEmpty(span) || !contains(prose.span, span) ? undefined : span;
}

function snapped(page: Page, selection: Span): Span | undefined {
  let span = selection;
  // Reading order: a tag that is taken in whole may reach over one that begins later.
  for (const tag of tagsIn(page, selection)) {
    if (tag.span.start >= span.end) break;
    const next = snappedTo(tag, span);
    if (next === undefined) return undefined;
    span = next;
  }
  return span;
}

function snappedTo({ form, span: tag, label, fences }: Tag, span: Span): Span | undefined {
  if (fences !== undefined) {
    const { open, close } = fences;
    return overlaps(open, span) || (close && overlaps(close, span)) ? undefined : span;
  }
  if (!overlaps(tag, span) || (label && contains(label, span))) return span;
  if (form === 'record') return undefined;
  const words = label !== undefined && overlaps(label, span);
  if (contains(tag, span) && !words) return undefined;
  return { start: Math.min(tag.start, span.start), end: Math.max(tag.end, span.end) };
}

/** The innermost tag whose words or attributes hold a place. */
export function tagAt(page: Page, at: Span): Tag | undefined {
  let found: Tag | undefined;
  for (const tag of tagsIn(page, at)) {
    if (tag.span.start > at.start) break;
    if (contains(tag.span, at)) found = tag;
  }
  return found;
}

export function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\r') at -= 1;
  return at;
}

/** Where the line of an offset ends, before its line end. */
export function lineEnd(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}

/** The line end that a text uses. */
export function lineBreakOf(text: string): string {
  return /\r\n?|\n/.exec(text)?.[0] ?? '\n';
}
