import { atLineEnd, indentOf, lineFeed, trimEnd } from './line-columns.js';

/** A list marker: where its item's content begins, in columns. */
export interface Marker {
  readonly content: number;
  /** The offset of the content's first character. */
  readonly at: number;
  /** `-`, `+` or `*`, or the `.` or `)` after a number. */
  readonly delimiter: string;
  /** Whether it may interrupt a paragraph: not empty, and not numbered other than 1. */
  readonly bold: boolean;
  readonly empty: boolean;
}

const ORDERED = /(\d{1,9})([.)])(?=[ \t\r\n]|$)/y;
const BULLET = /([-+*])(?=[ \t\r\n]|$)/y;
const FENCE = /(`{3,})[^`\n]*(?=\n|$)|(~{3,})/y;

/** The list marker at `at`, which stands in `column`. A thematic break is for the caller to see first. */
export function markerAt(text: string, at: number, column: number): Marker | undefined {
  const bullet = matchAt(BULLET, text, at);
  const ordered = bullet ? null : matchAt(ORDERED, text, at);
  const found = bullet ?? ordered;
  if (!found) return undefined;
  const after = at + found[0].length;
  const afterColumn = column + found[0].length;
  const inner = indentOf(text, after, afterColumn);
  const empty = atLineEnd(text, inner.at);
  // Five columns or more: the item begins with indented code, one column after its marker.
  const deep = empty || inner.column - afterColumn > 4;
  return {
    content: deep ? afterColumn + 1 : inner.column,
    at: inner.at,
    delimiter: ordered ? (ordered[2] ?? '') : (bullet?.[1] ?? ''),
    bold: !empty && (ordered ? ordered[1] === '1' : true),
    empty,
  };
}

/** The opening of a code fence at `at`: its mark and how often it stands there. */
export function fenceAt(text: string, at: number): { mark: string; length: number } | undefined {
  const run = matchAt(FENCE, text, at);
  const marks = run?.[1] ?? run?.[2];
  return marks ? { mark: marks.charAt(0), length: marks.length } : undefined;
}

/** Whether the line whose words begin at `at` closes such a fence. */
export function closesFence(text: string, at: number, mark: string, length: number): boolean {
  let end = at;
  while (text.charAt(end) === mark) end += 1;
  return end - at >= length && atLineEnd(text, indentOf(text, end).at);
}

/** The number of `#` of an ATX heading at `at`, or 0. */
export function headingAt(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) === 35) end += 1;
  const code = text.charCodeAt(end);
  const ends = code === 32 || code === 9 || atLineEnd(text, end);
  return ends && end - at <= 6 ? end - at : 0;
}

/** Whether the line is a thematic break of `-`, `*` or `_`; `tight`: without blanks between them. */
export function thematicAt(text: string, at: number): 'tight' | 'loose' | undefined {
  const mark = text.charCodeAt(at);
  if (mark !== 42 && mark !== 45 && mark !== 95) return undefined;
  const end = trimEnd(text, at, lineFeed(text, at));
  let count = 0;
  for (let index = at; index < end; index++) {
    const code = text.charCodeAt(index);
    if (code === mark) count += 1;
    else if (code !== 32 && code !== 9) return undefined;
  }
  if (count < 3) return undefined;
  return count === end - at ? 'tight' : 'loose';
}

/** `pattern` must be sticky. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
