import { firstAtLeast } from './binary-search.js';

/** A place in a text; both from 0, `column` in UTF-16 code units. */
export interface LinePosition {
  readonly line: number;
  readonly column: number;
}

/** Where the lines of one text begin, for going between offsets and lines. */
export interface Lines {
  readonly count: number;
  /** An offset past the end counts as the end. */
  positionAt(offset: number): LinePosition;
  /** A line or column past its end counts as that end. */
  offsetAt(position: LinePosition): number;
  /** The offsets of a line from its first character to before its line end. */
  lineSpan(line: number): { readonly start: number; readonly end: number };
}

/**
 * Line ends are LF, CRLF and lone CR, as in CommonMark and in LSP.
 *
 * @example
 * ```ts
 * import { linesOf } from 'rapporteur';
 *
 * linesOf('one\ntwo').positionAt(5); // => { line: 1, column: 1 }
 * ```
 */
export function linesOf(text: string): Lines {
  const starts = lineStarts(text);
  const lineAt = (offset: number): number => firstAtLeast(starts, offset + 1, (start) => start) - 1;
  const lineSpan = (line: number): { start: number; end: number } => {
    const start = starts[line] ?? text.length;
    let end = starts[line + 1] ?? text.length;
    if (line + 1 < starts.length) {
      if (text[end - 1] === '\n') end -= 1;
      if (text[end - 1] === '\r') end -= 1;
    }
    return { start, end: Math.max(start, end) };
  };
  return {
    count: starts.length,
    lineSpan,
    positionAt(offset) {
      const inside = Math.max(0, Math.min(offset, text.length));
      const line = lineAt(inside);
      return { line, column: inside - (starts[line] ?? 0) };
    },
    offsetAt({ line, column }) {
      if (line >= starts.length) return text.length;
      const { start, end } = lineSpan(line);
      return Math.min(start + column, end);
    },
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (const { index, 0: end } of text.matchAll(/\r\n?|\n/g)) starts.push(index + end.length);
  return starts;
}
