import { decodeReferences } from '../parse/index.js';
import type { Span } from '../text/index.js';
import { visitWords, type WordRegions } from './word-regions.js';

/**
 * The words of parts of a text, read once: what is not words is out, escapes and character references
 * are decoded, white space is folded, NFC.
 */
export interface PlainText {
  /**
   * The words between two offsets, each the edge of a kept region or of a drop. Constant time, so
   * that ten thousand nested labels cost no more than their outermost.
   */
  wordsOf(at: Span): string;
}

export function plainTextOf(text: string, words: WordRegions): PlainText {
  if (words.keep.length === 0) return { wordsOf: () => '' };
  const pieces: string[] = [];
  const marks = marksOver(words);
  let length = 0;
  let spaced = true;
  const add = (piece: string): void => {
    const tight = spaced && piece.startsWith(' ') ? piece.slice(1) : piece;
    if (tight === '') return;
    pieces.push(tight);
    length += tight.length;
    spaced = tight.endsWith(' ');
  };
  visitWords(words, {
    region: () => add(' '),
    piece: (start, end) => add(wordsAt(text, start, end)),
    drop: (start, end) => {
      if (isLineBreak(text, start, end)) add(' ');
    },
    edge: (offset) => marks.set(offset, length),
  });
  const plain = pieces.join('');
  return {
    wordsOf: ({ start, end }) => {
      const from = marks.get(start);
      const to = marks.get(end);
      return from < 0 || to < 0 ? '' : plain.slice(from, to).trim();
    },
  };
}

/** How many characters of words stand before an offset; -1 where nobody has asked. A map is ten times slower. */
function marksOver({ keep, drops }: WordRegions): {
  get(at: number): number;
  set(at: number, to: number): void;
} {
  const first = Math.min(keep[0]?.start ?? Number.POSITIVE_INFINITY, drops[0]?.start ?? 0);
  let last = keep.at(-1)?.end ?? 0;
  for (const { end } of drops) if (end > last) last = end;
  const marks = new Int32Array(Math.max(0, last - first) + 1).fill(-1);
  return {
    get: (at) => marks[at - first] ?? -1,
    set: (at, to) => {
      marks[at - first] = to;
    },
  };
}

/** `<br>` parts words as a line end does; other HTML is nothing. */
function isLineBreak(text: string, start: number, end: number): boolean {
  if (text.charCodeAt(start) !== LESS_THAN) return false;
  BREAK.lastIndex = start;
  return BREAK.test(text) && BREAK.lastIndex <= end;
}

const LESS_THAN = 0x3c;
const BREAK = /<br(?:\s[^<>]{0,200})?\/?>/iy;

/** The words of a stretch of source without markup. In a code span nothing is decoded. */
function wordsAt(text: string, start: number, end: number): string {
  if (isAsItStands(text, start, end)) return text.slice(start, end);
  // The Markdown reader takes the backslash of an escape for markup: what follows it is meant literally.
  const literal = text[start - 1] === '\\' ? 1 : 0;
  const source = text.slice(start + literal, end);
  const isCode = text[start - 1] === '`' && text[end] === '`';
  const decoded = isCode || !/[\\&]/.test(source) ? source : decodeText(source);
  const folded = /\s\s|[^\S ]/.test(decoded) ? decoded.replace(/\s+/g, ' ') : decoded;
  return (text.slice(start, start + literal) + folded).normalize('NFC');
}

/** Most stretches: ASCII, nothing to decode, single spaces. */
function isAsItStands(text: string, start: number, end: number): boolean {
  let wasSpace = false;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    const isSpace = code === SPACE;
    if (code < SPACE || code > TILDE || code === AMPERSAND || code === BACKSLASH) return false;
    if (isSpace && wasSpace) return false;
    wasSpace = isSpace;
  }
  return true;
}

const SPACE = 0x20;
const AMPERSAND = 0x26;
const BACKSLASH = 0x5c;
const TILDE = 0x7e;

const ESCAPES = /\\([!-/:-@[-`{-~]|(?=\r|\n))|&#?\w+;/g;

/** Backslash escapes and character references as CommonMark reads them; an unknown one stays. */
export function decodeText(source: string): string {
  return source.replace(
    ESCAPES,
    (written, escaped?: string) => escaped ?? decodeReferences(written),
  );
}
