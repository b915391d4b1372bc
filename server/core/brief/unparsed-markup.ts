import type { Span } from '../text/index.js';

const MARKS = /\*+|~~|`+|(?<![\p{L}\p{N}_])_+(?=\S)|(?<=\S)_+(?![\p{L}\p{N}_])/gu;

/**
 * The marks of emphasis and code in words that Markdown was not asked about: a record's label, which
 * to Markdown is no prose, and paragraphs in a `:::` block. A lone `*` between spaces stays.
 */
export function marksIn(text: string, { start, end }: Span): readonly Span[] {
  const spans: Span[] = [];
  for (const { index, 0: mark } of text.slice(start, end).matchAll(MARKS)) {
    const at = start + index;
    const isAlone = /^\s$/.test(text[at - 1] ?? ' ') && /^\s$/.test(text[at + mark.length] ?? ' ');
    if (!isAlone && text[at - 1] !== '\\') spans.push({ start: at, end: at + mark.length });
  }
  return spans;
}

/** The brackets and targets of `[words](target)` there. */
export function linksIn(text: string, { start, end }: Span): readonly Span[] {
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
