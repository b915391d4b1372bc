import type { Lines, Span } from '../../core/index.js';
import { byteColumns } from './byte-columns.js';
import type { Point, Range } from './located-finding.js';

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
