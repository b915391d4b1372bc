import { firstAtLeast, type Span } from '../../text/index.js';
import type { CachedIndexOf } from './cached-index-of.js';
import {
  contentOfLine,
  endOfLine,
  isLineEnd,
  pastBlanks,
  pastLineEnd,
  pastQuotes,
} from './line-ends.js';

/** The words of one paragraph, heading or cell, as far as a label or attributes may reach. */
export interface InlineRange {
  readonly text: string;
  readonly end: number;
  readonly seek: CachedIndexOf;
  /** What is not prose. `undefined`: nobody has asked Markdown, so code spans are found here. */
  readonly holes: readonly Span[] | undefined;
}

/** Where the paragraph around a place ends: before a blank line, before the line of a record. */
export type ParagraphEnd = (at: number) => number;

export function paragraphEnds(text: string): ParagraphEnd {
  const nextBreak = text.includes('\r') ? breakOfAnyKind(text) : lineFeedOf(text);
  let from = 0;
  let end = -1;
  return (at) => {
    if (from <= at && at <= end) return end;
    from = at;
    let line = at;
    do {
      end = nextBreak(line);
      line = pastLineEnd(text, end);
    } while (end < text.length && !endsParagraph(text, line));
    return end;
  };
}

type NextBreak = (from: number) => number;

function lineFeedOf(text: string): NextBreak {
  return (from) => {
    const found = text.indexOf('\n', from);
    return found < 0 ? text.length : found;
  };
}

/** Lines may also end with CR. */
function breakOfAnyKind(text: string): NextBreak {
  return (from) => endOfLine(text, from, text.length);
}

function endsParagraph(text: string, line: number): boolean {
  const quoted = pastQuotes(text, line);
  if (quoted >= text.length || isLineEnd(text.charCodeAt(quoted))) return true;
  return text.startsWith('::', contentOfLine(text, quoted));
}

/**
 * Goes past white space, line breaks and what begins a line inside a quote. -1: the stretch ends.
 */
export function pastSpace(stretch: InlineRange, from: number): number {
  const { text, end } = stretch;
  let at = from;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (isLineEnd(code)) at = pastPrefix(stretch, pastLineEnd(text, at), from);
    else if (isSpace(code)) at += 1;
    else return at;
  }
  return -1;
}

export function isSpace(code: number): boolean {
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13);
  if (code < 0xa0) return false;
  return code === 0xa0 || code === 0x202f || (code >= 0x2000 && code <= 0x200a) || code === 0x3000;
}

/** From the start of a line past the `>` and indent that only place it. `own`: in the tag's first line. */
export function pastPrefix(stretch: InlineRange, line: number, own: number): number {
  const { text, holes } = stretch;
  if (holes === undefined)
    return isQuoted(text, own) ? pastQuotes(text, line) : pastBlanks(text, line);
  let at = pastBlanks(text, line);
  while (text[at] === '>') {
    const hole = holeAt(holes, at);
    if (hole === undefined) break;
    at = pastBlanks(text, hole.end);
  }
  return at;
}

function isQuoted(text: string, at: number): boolean {
  let line = at;
  while (line > 0 && !isLineEnd(text.charCodeAt(line - 1))) line -= 1;
  return text.slice(line, contentOfLine(text, line)).includes('>');
}

function holeAt(holes: readonly Span[], at: number): Span | undefined {
  const hole = holes[firstAtLeast(holes, at + 1, ({ end }) => end)];
  return hole !== undefined && hole.start <= at ? hole : undefined;
}
