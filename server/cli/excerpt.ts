import type { Lines, Span } from '../core/index.js';
import { visible } from './visible.js';
import { clustersOf, clusterWidth, widthOf } from './width.js';

/** A source line to show, and which of its columns to underline. Columns of a terminal, from 0. */
export interface Excerpt {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  readonly underline: { readonly start: number; readonly width: number };
  /** How many more lines the words reach into. */
  readonly moreLines: number;
}

/**
 * The line a span starts in, cut to `width` columns around its words. Looks at no more of the line
 * than it shows: a line may have millions of characters, and as many findings.
 */
export function excerptOf(text: string, lines: Lines, span: Span, width: number): Excerpt {
  const at = lines.positionAt(span.start);
  const last = lines.positionAt(span.end);
  const line = lines.lineSpan(at.line);
  // A span may begin at the line end itself: then it stands after the last character.
  const start = Math.min(span.start, line.end);
  const end = Math.max(start, Math.min(span.end, line.end));
  const parts = windowOf(text, line, { start, end }, width);
  const before = widthOf(parts.before);
  return {
    line: at.line + 1,
    text: `${parts.before}${parts.words}${parts.after}`.trimEnd(),
    underline: { start: before, width: Math.max(1, widthOf(parts.words)) },
    moreLines: Math.max(
      0,
      last.line - at.line - (last.column === 0 && last.line > at.line ? 1 : 0),
    ),
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
  const words = cutEnd(printable(text, { start: span.start, end: span.end }, width), width);
  const room = Math.max(0, width - widthOf(words));
  const afterAll = printable(text, { start: span.end, end: line.end }, room);
  const beforeAll = printableBefore(text, { start: line.start, end: span.start }, room);
  const afterWidth = widthOf(afterAll);
  const wanted = Math.max(Math.floor(room / 3), room - afterWidth);
  const before = cutStart(beforeAll, wanted);
  const after = cutEnd(afterAll, room - widthOf(before));
  return { before, words, after };
}

/** A cluster may be many code units; this many for each column is more than writing uses. */
const UNITS_PER_COLUMN = 12;

/** Enough of a span's beginning to fill `width` columns and show that there is more. */
function printable(text: string, span: Span, width: number): string {
  const end = Math.min(span.end, span.start + (width + 2) * UNITS_PER_COLUMN);
  return visible(text.slice(span.start, wholeEnd(text, span.start, end)).replaceAll('\t', TAB));
}

/** Enough of a span's end. */
function printableBefore(text: string, span: Span, width: number): string {
  const from = Math.max(span.start, span.end - (width + 2) * UNITS_PER_COLUMN);
  const start = isLowHalf(text.charCodeAt(from)) && from > span.start ? from + 1 : from;
  return visible(text.slice(start, span.end).replaceAll('\t', TAB));
}

/** Not to the next stop: the window may begin anywhere, and every tab should look the same. */
const TAB = '    ';

function wholeEnd(text: string, start: number, end: number): number {
  return end > start && end < text.length && isLowHalf(text.charCodeAt(end)) ? end - 1 : end;
}

function isLowHalf(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** Cuts what is beyond `width` columns and marks the cut. */
export function cutEnd(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = '';
  let left = width - 1;
  for (const cluster of clustersOf(text)) {
    left -= clusterWidth(cluster);
    if (left < 0) break;
    kept += cluster;
  }
  return width > 0 ? kept + CUT : '';
}

function cutStart(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  const clusters = [...clustersOf(text)];
  let left = width - 1;
  let from = clusters.length;
  while (from > 0) {
    left -= clusterWidth(clusters[from - 1] ?? '');
    if (left < 0) break;
    from -= 1;
  }
  return width > 0 ? CUT + clusters.slice(from).join('') : '';
}
