import type { Position, Range } from 'vscode-languageserver-protocol';
import { type LinePosition, linesOf, type Span } from '../core/index.js';

/** How a client counts within a line: in bytes of UTF-8, in UTF-16 code units, or in code points. */
export type Encoding = 'utf-8' | 'utf-16' | 'utf-32';

/** Goes between the offsets of one text (UTF-16) and the positions of the protocol. */
export interface PositionConverter {
  toPosition(offset: number): Position;
  /** A line or character past its end counts as that end. */
  toOffset(position: Position): number;
  toRange(span: Span): Range;
  toSpan(range: Range): Span;
}

export function positionConverter(text: string, encoding: Encoding): PositionConverter {
  const known = recent.findIndex((each) => each.text === text && each.encoding === encoding);
  const [converter = { text, encoding, converter: makeConverter(text, encoding) }] =
    known < 0 ? [] : recent.splice(known, 1);
  recent.unshift(converter);
  recent.length = Math.min(recent.length, MAX_RECENT);
  return converter.converter;
}

/** A document and the page that is read of it have one text, and so one way of counting its lines. */
const recent: { text: string; encoding: Encoding; converter: PositionConverter }[] = [];
const MAX_RECENT = 3;

function makeConverter(text: string, encoding: Encoding): PositionConverter {
  const lines = linesOf(text);
  const width = WIDTHS[encoding];
  const toPosition = (offset: number): Position => {
    const { line, column } = lines.positionAt(offset);
    if (width === undefined) return { line, character: column };
    const { start } = lines.lineSpan(line);
    return { line, character: widthOf(text, start, start + column, width) };
  };
  const toOffset = ({ line, character }: Position): number => {
    const at: LinePosition = { line, column: character };
    if (width === undefined || line >= lines.count) return lines.offsetAt(at);
    const { start, end } = lines.lineSpan(line);
    return offsetOf(text, start, end, character, width);
  };
  return {
    toPosition,
    toOffset,
    toRange: ({ start, end }) => ({ start: toPosition(start), end: toPosition(end) }),
    toSpan: ({ start, end }) => orderedSpan(toOffset(start), toOffset(end)),
  };
}

/** A client may send a range backwards; it means the same words. */
function orderedSpan(one: number, other: number): Span {
  return { start: Math.min(one, other), end: Math.max(one, other) };
}

/** How much of a line a code point takes. UTF-16 needs no counting: offsets are in it. */
const WIDTHS: Readonly<Record<Encoding, ((codePoint: number) => number) | undefined>> = {
  'utf-8': (at) => (at < 0x80 ? 1 : at < 0x800 ? 2 : at < 0x10000 ? 3 : 4),
  'utf-16': undefined,
  'utf-32': () => 1,
};

type Width = (codePoint: number) => number;

function widthOf(text: string, start: number, end: number, width: Width): number {
  let total = 0;
  for (let at = start; at < end; ) {
    const point = text.codePointAt(at) ?? 0;
    total += width(point);
    at += point > 0xffff ? 2 : 1;
  }
  return total;
}

/** A place inside a character counts as before it. */
function offsetOf(text: string, start: number, end: number, wanted: number, width: Width): number {
  let total = 0;
  let at = start;
  while (at < end) {
    const point = text.codePointAt(at) ?? 0;
    total += width(point);
    if (total > wanted) return at;
    at += point > 0xffff ? 2 : 1;
  }
  return end;
}
