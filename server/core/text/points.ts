import { byteColumns } from './byte-columns.js';
import type { Lines } from './lines.js';
import type { Span } from './span.js';

/** Line and column from 1, columns in UTF-16 code units and in UTF-8 bytes; offset (UTF-16) from 0. */
export interface Point {
  readonly line: number;
  readonly column: number;
  readonly byte: number;
  readonly offset: number;
}

/** `end` is the place after the last character. */
export interface Range {
  readonly start: Point;
  readonly end: Point;
}

/** Gives the points of a text's offsets. */
export function pointsOf(text: string, lines: Lines): (offset: number) => Point {
  const bytes = byteColumns(text);
  return (offset) => {
    const { line, column } = lines.positionAt(offset);
    return { line: line + 1, column: column + 1, byte: bytes(offset - column, offset) + 1, offset };
  };
}

export function rangeOf(text: string, lines: Lines, { start, end }: Span): Range {
  const pointAt = pointsOf(text, lines);
  return { start: pointAt(start), end: pointAt(end) };
}
