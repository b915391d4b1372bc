import type { Span } from '../../text/index.js';
import { normalizeLabel } from '../reading/labels.js';
import {
  closesFence,
  fenceAt,
  headingAt,
  type Marker,
  markerAt,
  matchAt,
  thematicAt,
} from '../split/block-openers.js';
import { htmlStart } from '../split/html-start.js';
import { trimEnd } from '../split/line-columns.js';
import type { Heading } from '../syntax.js';
import { closesItem, continuation, FOOTNOTE_MARK, isLazy } from './continuation.js';
import type { Container, FastScan } from './fast-scan.js';
import { type FlowContext, type FlowLine, growContainer, wordsOf } from './flow-lines.js';
import { isNoDefinition, readDefinition } from './link-definitions.js';
import { readTable } from './table.js';

/**
 * Reads the blocks of some lines into `scan`; `false` where it is not certain: lines that may be
 * lazy or new blocks, tables and definitions that are not of the simple kind. No tabs.
 */
export function readFlow(
  scan: FastScan,
  lines: readonly FlowLine[],
  box: Container | undefined,
  depth: number,
): boolean {
  if (depth > 12) return false;
  for (let index = 0; index < lines.length; ) {
    const line = lines[index] as FlowLine;
    const at = wordsOf(scan, line);
    if (at >= line.end) {
      index += 1;
      continue;
    }
    if (line.lazy) return false;
    const place = { scan, lines, box, depth };
    const isCode = at - line.start > 3;
    const next = isCode ? readIndentedCode(place, index) : readBlock(place, index, at);
    if (next === undefined) return false;
    index = next;
  }
  return true;
}

/** Reads the block that begins on a line; returns the index of the line after it. */
function readBlock(place: FlowContext, index: number, at: number): number | undefined {
  const { scan, lines } = place;
  const line = lines[index] as FlowLine;
  switch (scan.masked.charCodeAt(at)) {
    case 35:
      return headingAt(scan.masked, at)
        ? readHeading(place, index, at)
        : readParagraph(place, index);
    case 62:
      return readQuote(place, index, at);
    case 60:
      return readHtml(place, index, at);
    case 96:
    case 126:
      return fenceAt(scan.masked, at) ? readCode(place, index, at) : readParagraph(place, index);
    case 91:
      return readBracket(place, index, at);
  }
  if (thematicAt(scan.masked, at)) return readBreak(place, index, at);
  const marker = markerAt(scan.masked, at, at - line.start);
  return marker ? readItem(place, index, at, marker) : readParagraph(place, index);
}

function readHeading({ scan, lines, box }: FlowContext, index: number, at: number): number {
  const line = lines[index] as FlowLine;
  const { masked } = scan;
  const end = trimEnd(masked, at, line.end);
  const depth = headingAt(masked, at);
  let start = at + depth;
  while (start < end && masked.charCodeAt(start) === 32) start += 1;
  let close = end;
  while (close > start && masked.charCodeAt(close - 1) === 35) close -= 1;
  // Closing marks count only after a space; a heading of nothing but marks is empty.
  const stop =
    close > start && masked.charCodeAt(close - 1) !== 32 ? end : trimEnd(masked, start, close);
  const content = stop > start ? { start, end: stop } : { start: end, end };
  scan.headings.push({
    span: { start: at, end },
    depth: depth as Heading['depth'],
    content,
    top: box === undefined,
  });
  if (stop > start)
    scan.regions.push({ span: content, prefixes: [], holes: [], within: 'heading', box });
  growContainer(box, end);
  return index + 1;
}

/** Indented lines, blank ones between them. What remark makes of a list after it is not this reader's to say. */
function readIndentedCode({ scan, lines, box }: FlowContext, index: number): number | undefined {
  let next = index;
  let end = 0;
  for (; next < lines.length; next += 1) {
    const line = lines[next] as FlowLine;
    const at = wordsOf(scan, line);
    if (at >= line.end) continue;
    if (line.lazy) return undefined;
    if (at - line.start < 4) {
      if (/[-+*>\d[]/.test(scan.masked.charAt(at))) return undefined;
      break;
    }
    end = trimEnd(scan.masked, at, line.end);
  }
  growContainer(box, end);
  return next;
}

/** A fence in a container ends with it at the latest; the lines are its own already. */
function readCode(
  { scan, lines, box }: FlowContext,
  index: number,
  at: number,
): number | undefined {
  const fence = fenceAt(scan.masked, at);
  let next = index + 1;
  let end = trimEnd(scan.masked, at, (lines[index] as FlowLine).end);
  for (let closed = false; fence && !closed && next < lines.length; next++) {
    const line = lines[next] as FlowLine;
    if (line.lazy) return undefined;
    const words = wordsOf(scan, line);
    if (words < line.end) end = trimEnd(scan.masked, words, line.end);
    closed = words - line.start < 4 && closesFence(scan.masked, words, fence.mark, fence.length);
  }
  growContainer(box, end);
  return next;
}

/** In a container it ends with that at the latest, and HTML to the next blank line before that. */
function readHtml(place: FlowContext, index: number, at: number): number | undefined {
  const { scan, lines, box } = place;
  const { masked } = scan;
  const html = htmlStart(masked, at);
  if (html === undefined) return readParagraph(place, index);
  let { end } = lines[index] as FlowLine;
  let next = index + 1;
  let isOpen = html.end === undefined || !endsHtml(masked, html.end, html.from, end);
  for (; isOpen && next < lines.length; next += 1) {
    const line = lines[next] as FlowLine;
    if (line.lazy) return undefined;
    const isBlank = wordsOf(scan, line) >= line.end;
    if (isBlank && html.end === undefined) break;
    if (!isBlank) end = line.end;
    isOpen = html.end === undefined || !endsHtml(masked, html.end, line.start, line.end);
  }
  const { start } = lines[index] as FlowLine;
  const form = scan.source.startsWith('<!--', start) ? 'comment' : 'block';
  scan.html.push({ span: { start, end }, form });
  growContainer(box, trimEnd(masked, start, end));
  return next;
}

function endsHtml(text: string, pattern: RegExp, from: number, end: number): boolean {
  return text.slice(from, end).search(pattern) >= 0;
}

/** A line of marks; written as colons, it is a record or fence, whose lines may go on. */
function readBreak({ scan, lines, box }: FlowContext, index: number, at: number): number {
  const line = lines[index] as FlowLine;
  let end = trimEnd(scan.source, at, line.end);
  let next = index + 1;
  if (scan.records.has(at)) {
    end = Math.max(end, scan.records.get(at) ?? 0);
    while (next < lines.length && (lines[next] as FlowLine).start < end) next += 1;
    scan.regions.push({ span: { start: at, end }, prefixes: [], holes: [], within: 'record', box });
  }
  growContainer(box, end);
  return next;
}

function readQuote(place: FlowContext, index: number, at: number): number | undefined {
  const { scan, lines } = place;
  const box: Container = { start: at, end: at + 1 };
  const inner: FlowLine[] = [];
  let next = index;
  for (; next < lines.length; next++) {
    const line = lines[next] as FlowLine;
    const words = wordsOf(scan, line);
    if (words >= line.end) break;
    if (line.lazy || scan.masked.charCodeAt(words) !== 62 || words - line.start > 3) {
      if (!isLazy(scan, line, words)) return undefined;
      inner.push({ ...line, lazy: true });
      continue;
    }
    const start = words + (scan.masked.charCodeAt(words + 1) === 32 ? 2 : 1);
    inner.push({ from: line.from, start: Math.min(start, line.end), end: line.end });
  }
  return readInner(place, inner, box) ? next : undefined;
}

function readItem(
  place: FlowContext,
  index: number,
  at: number,
  marker: Marker,
): number | undefined {
  const { scan, lines } = place;
  const line = lines[index] as FlowLine;
  if (marker.empty || line.start + marker.content !== marker.at) return undefined;
  const box: Container = { start: at, end: marker.at - 1 };
  const inner: FlowLine[] = [{ from: line.from, start: marker.at, end: line.end }];
  const next = takeIndented(place, index + 1, marker.content, inner, marker.delimiter);
  if (next === undefined) return undefined;
  const box_task = matchAt(TASK, scan.masked, marker.at);
  if (!box_task && matchAt(TASK_LIKE, scan.masked, marker.at)) return undefined;
  const from = scan.regions.length;
  box.end = trimEnd(scan.masked, at, marker.at);
  if (!readInner(place, inner, box)) return undefined;
  const first = scan.regions[from];
  if (box_task && first?.span.start === marker.at && first.within === 'paragraph') {
    const end = marker.at + 3;
    first.holes.push({ start: marker.at, end });
    scan.markup.push({ start: marker.at, end });
  }
  return next;
}

const TASK = /\[[ xX]\](?= +[^ \r\n])/y;
const TASK_LIKE = /\[[ \nxX]\]/y;

/**
 * Gathers the lines of an item or footnote: blank, or indented by its `width`. `undefined` when it may
 * go on with a lazy line.
 */
function takeIndented(
  { scan, lines }: FlowContext,
  from: number,
  width: number,
  into: FlowLine[],
  delimiter: string,
): number | undefined {
  let blank = false;
  let index = from;
  for (; index < lines.length; index++) {
    const line = lines[index] as FlowLine;
    const at = wordsOf(scan, line);
    const empty = at >= line.end;
    if (!empty && (line.lazy || at - line.start < width)) {
      if (blank || (!line.lazy && closesItem(scan, at, at - line.start, delimiter))) break;
      if (!isLazy(scan, line, at)) return undefined;
      into.push({ ...line, lazy: true });
      continue;
    }
    blank = empty;
    into.push(empty ? { ...line, start: line.end } : { ...line, start: line.start + width });
  }
  return index;
}

function readBracket(place: FlowContext, index: number, at: number): number | undefined {
  const { scan, lines } = place;
  const line = lines[index] as FlowLine;
  const note = matchAt(FOOTNOTE_MARK, scan.masked, at);
  if (!note) {
    const isText = isNoDefinition(scan.masked, at);
    return isText ? readParagraph(place, index) : readDefinition(place, index, at);
  }
  const start = at + note[0].length;
  if (start >= line.end) return undefined;
  const label = { start: at + 2, end: at + 2 + (note[1]?.length ?? 0) };
  const box: Container = { start: at, end: at + 1 };
  const inner: FlowLine[] = [{ from: line.from, start, end: line.end }];
  const next = takeIndented(place, index + 1, 4, inner, '');
  if (next === undefined) return undefined;
  scan.ownNotes ??= new Set();
  scan.ownNotes.add(normalizeLabel(note[1] ?? ''));
  const written = { text: scan.source.slice(label.start, label.end), span: label };
  scan.footnotes.push({ form: 'definition', span: box, label: written, defined: true });
  return readInner(place, inner, box) ? next : undefined;
}

function readParagraph(place: FlowContext, index: number): number | undefined {
  const { scan, lines, box } = place;
  const first = lines[index] as FlowLine;
  const prefixes: { start: number; end: number }[] = [];
  let last = first;
  let next = index + 1;
  for (; next < lines.length; next++) {
    const line = lines[next] as FlowLine;
    const at = wordsOf(scan, line);
    if (at >= line.end) break;
    const verdict =
      at - line.start > 3 ? 'text' : continuation(scan, at, at - line.start, line.end);
    if (verdict === 'doubt' || (line.lazy && verdict !== 'text')) return undefined;
    if (verdict === 'underline') return readUnderlined(place, index, next, prefixes);
    if (verdict === 'table') return next === index + 1 ? readTable(place, index) : undefined;
    if (verdict === 'block') break;
    if (at > line.from) prefixes.push({ start: line.from, end: at });
    last = line;
  }
  const start = wordsOf(scan, first);
  const end = trimEnd(scan.masked, start, last.end);
  scan.regions.push({ span: { start, end }, prefixes, holes: [], within: 'paragraph', box });
  growContainer(box, end);
  return next;
}

/** A heading whose underline stands on the line `under`; lines with `|` may be a table to remark. */
function readUnderlined(
  { scan, lines, box }: FlowContext,
  index: number,
  under: number,
  prefixes: readonly Span[],
): number | undefined {
  const { masked } = scan;
  const start = wordsOf(scan, lines[index] as FlowLine);
  const last = lines[under - 1] as FlowLine;
  if (masked.slice(start, last.end).includes('|')) return undefined;
  const line = lines[under] as FlowLine;
  const at = wordsOf(scan, line);
  const content = { start, end: trimEnd(masked, start, last.end) };
  const end = trimEnd(masked, at, line.end);
  const depth = masked.charCodeAt(at) === 61 ? 1 : 2;
  scan.headings.push({ span: { start, end }, depth, content, top: box === undefined });
  scan.regions.push({ span: content, prefixes, holes: [], within: 'heading', box });
  growContainer(box, end);
  return under + 1;
}

function readInner(
  { scan, box: outer, depth }: FlowContext,
  lines: readonly FlowLine[],
  box: Container,
): boolean {
  const { end } = box;
  if (!readFlow(scan, lines, box, depth + 1)) return false;
  // One that holds nothing is no content of the one around it.
  if (box.end > end) growContainer(outer, box.end);
  return true;
}
