import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { Span } from '../text/index.js';

/**
 * The words of parts of a text, read once: what is not words is out, escapes and character references
 * are decoded, white space is folded, NFC.
 */
export interface Plain {
  /**
   * The words between two offsets, each the edge of a kept region or of a drop. Constant time, so
   * that ten thousand nested labels cost no more than their outermost.
   */
  wordsOf(at: Span): string;
}

/**
 * @param keep The regions to read, in order, apart; words of two regions have a space between them.
 * @param drops What is not words, by start; they may overlap, nest and be empty.
 */
export function plainOf(text: string, keep: readonly Span[], drops: readonly Span[]): Plain {
  const pieces: string[] = [];
  const marks = new Map<number, number>();
  let length = 0;
  let spaced = true;
  let next = 0;
  const add = (piece: string): void => {
    const tight = spaced && piece.startsWith(' ') ? piece.slice(1) : piece;
    if (tight === '') return;
    pieces.push(tight);
    length += tight.length;
    spaced = tight.endsWith(' ');
  };
  for (const region of keep) {
    add(' ');
    let cursor = region.start;
    marks.set(cursor, length);
    for (; (drops[next]?.start ?? Number.POSITIVE_INFINITY) < region.end; next += 1) {
      const drop = drops[next] as Span;
      if (drop.start > cursor) add(wordsAt(text, cursor, drop.start));
      if (drop.start >= cursor) marks.set(drop.start, length);
      marks.set(drop.end, length);
      cursor = Math.max(cursor, drop.end);
    }
    if (cursor < region.end) add(wordsAt(text, cursor, region.end));
    marks.set(region.end, length);
  }
  const plain = pieces.join('');
  return {
    wordsOf: ({ start, end }) => {
      const [from, to] = [marks.get(start), marks.get(end)];
      return from === undefined || to === undefined ? '' : plain.slice(from, to).trim();
    },
  };
}

/** The words of a stretch of source without markup. In a code span nothing is decoded. */
function wordsAt(text: string, start: number, end: number): string {
  const source = text.slice(start, end);
  const isCode = text[start - 1] === '`' && text[end] === '`';
  const decoded = isCode || !/[\\&]/.test(source) ? source : decodeText(source);
  const folded = /\s\s|[^\S ]/.test(decoded) ? decoded.replace(/\s+/g, ' ') : decoded;
  return folded.normalize('NFC');
}

const ESCAPES =
  /\\([!-/:-@[-`{-~]|(?=\r|\n))|&(?:#([xX][\da-fA-F]{1,6}|\d{1,7})|([A-Za-z][\dA-Za-z]{1,31}));/g;

/** Backslash escapes and character references as CommonMark reads them; an unknown one stays. */
export function decodeText(source: string): string {
  return source.replace(ESCAPES, (whole, escaped?: string, code?: string, name?: string) => {
    if (escaped !== undefined) return escaped;
    if (code !== undefined) return characterOf(code);
    return decodeNamedCharacterReference(name ?? '') || whole;
  });
}

function characterOf(code: string): string {
  const point = /^x/i.test(code) ? Number.parseInt(code.slice(1), 16) : Number(code);
  const isCharacter = point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
  return isCharacter ? String.fromCodePoint(point) : '\ufffd';
}
