import type { Range, Span } from '../../core/index.js';
import { breakLogCommands, escapeControls } from '../terminal/escape-controls.js';
import { clustersOf, clusterWidth, widthOf } from '../terminal/width.js';
import type { SourceLine } from './located-finding.js';

/** A source line to show, and which of its columns to underline. Columns of a terminal, from 0. */
export interface Excerpt {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  readonly underline: { readonly start: number; readonly width: number };
  /** How many more lines the words reach into. */
  readonly moreLines: number;
}

/** The line a range begins in, cut to `width` columns around its words. */
export function excerptOf({ text, from }: SourceLine, range: Range, width: number): Excerpt {
  const line = { start: 0, end: text.length };
  // A range may begin at the line end itself: then it stands after the last character.
  const start = Math.min(range.start.offset - from, line.end);
  const end = Math.max(start, Math.min(range.end.offset - from, line.end));
  const parts = windowOf(text, line, { start, end }, width);
  const before = widthOf(parts.before);
  const more = range.end.line - range.start.line;
  return {
    line: range.start.line,
    text: breakLogCommands(`${parts.before}${parts.words}${parts.after}`.trimEnd()),
    underline: { start: before, width: Math.max(1, widthOf(parts.words)) },
    moreLines: range.end.column === 1 && more > 0 ? more - 1 : more,
  };
}

interface Window {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

const CUT = '…';

/** What is before the words gets a third of the room that is left, what is after them the rest. */
function windowOf(text: string, line: Span, span: Span, width: number): Window {
  const words = cutEnd(beginningOf(text, span.start, span.end, width), width);
  const room = Math.max(0, width - widthOf(words));
  const following = beginningOf(text, span.end, line.end, room);
  const needed = Math.min(room, columnsOf(following, room));
  const before = cutStart(endOf(text, line.start, span.start, room), room, needed);
  return { before, words, after: cutEnd(following, room - widthOf(before)) };
}

/** A cluster may be many code units; so many for each column is more than writing uses. */
const UNITS_PER_COLUMN = 6;

/** Enough of the beginning of a stretch of text to fill `width` columns and show that there is more. */
function beginningOf(text: string, start: number, end: number, width: number): string {
  const cut = Math.min(end, start + (width + 2) * UNITS_PER_COLUMN);
  const whole = cut < end && isLowHalf(text.charCodeAt(cut)) ? cut - 1 : cut;
  return printable(text.slice(start, Math.max(start, whole)));
}

/** Enough of its end. */
function endOf(text: string, start: number, end: number, width: number): string {
  const cut = Math.max(start, end - (width + 2) * UNITS_PER_COLUMN);
  const whole = cut > start && isLowHalf(text.charCodeAt(cut)) ? cut + 1 : cut;
  return printable(text.slice(whole, end));
}

/** A tab not to the next stop: the window may begin anywhere, and every tab should look the same. */
function printable(text: string): string {
  return escapeControls(text.replaceAll('\t', '    '));
}

function isLowHalf(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** The columns a text takes; beyond `most` nobody counts. */
function columnsOf(text: string, most: number): number {
  let columns = 0;
  for (const cluster of clustersOf(text)) {
    columns += clusterWidth(cluster);
    if (columns > most) break;
  }
  return columns;
}

/** Cuts what is beyond `width` columns and marks the cut. */
function cutEnd(text: string, width: number): string {
  let columns = 0;
  let length = 0;
  let fitting = 0;
  for (const cluster of clustersOf(text)) {
    columns += clusterWidth(cluster);
    if (columns > width) return width > 0 ? text.slice(0, fitting) + CUT : '';
    length += cluster.length;
    if (columns < width) fitting = length;
  }
  return text;
}

/**
 * Keeps the end of a text: as much as what follows it leaves of `room`, and a third of `room` in any
 * case.
 */
function cutStart(text: string, room: number, needed: number): string {
  const width = Math.max(Math.floor(room / 3), room - needed);
  const clusters = Array.from(clustersOf(text), (cluster) => ({
    cluster,
    columns: clusterWidth(cluster),
  }));
  let columns = 0;
  let from = clusters.length;
  let fitting = from;
  for (; from > 0; from -= 1) {
    columns += clusters[from - 1]?.columns ?? 0;
    if (columns > width) break;
    if (columns < width) fitting = from - 1;
  }
  if (from === 0) return text;
  const kept = clusters.slice(fitting).map(({ cluster }) => cluster);
  return width > 0 ? CUT + kept.join('') : '';
}
