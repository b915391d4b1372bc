import type { Box, Scan } from './gather.js';
import { normalizeLabel } from './labels.js';
import { trimEnd } from './lines.js';
import {
  closesFence,
  fenceAt,
  headingAt,
  type Marker,
  markerAt,
  matchAt,
  thematicAt,
} from './openers.js';
import { readTable } from './table.js';

/** A line inside its containers: `from` where it begins, `start` where its content does. */
export interface Line {
  readonly from: number;
  readonly start: number;
  /** Before the line's end. */
  readonly end: number;
}

/**
 * Reads the blocks of some lines into `scan`; `false` where it is not certain: code, HTML, underlined
 * headings, lazy lines, tables and definitions that are not of the simple kind. No tabs.
 */
export function readFlow(
  scan: Scan,
  lines: readonly Line[],
  box: Box | undefined,
  depth: number,
): boolean {
  if (depth > 12) return false;
  for (let index = 0; index < lines.length; ) {
    const line = lines[index] as Line;
    const at = wordsOf(scan, line);
    if (at >= line.end) {
      index += 1;
      continue;
    }
    if (at - line.start > 3) return false;
    const next = readBlock({ scan, lines, box, depth }, index, at);
    if (next === undefined) return false;
    index = next;
  }
  return true;
}

interface Place {
  readonly scan: Scan;
  readonly lines: readonly Line[];
  readonly box: Box | undefined;
  readonly depth: number;
}

/** Reads the block that begins on a line; returns the index of the line after it. */
function readBlock(place: Place, index: number, at: number): number | undefined {
  const { scan, lines } = place;
  const line = lines[index] as Line;
  switch (scan.masked.charCodeAt(at)) {
    case 35:
      return headingAt(scan.masked, at)
        ? readHeading(place, index, at)
        : readParagraph(place, index);
    case 62:
      return readQuote(place, index, at);
    case 60:
      return /[a-z/!?]/i.test(scan.masked.charAt(at + 1)) ? undefined : readParagraph(place, index);
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

function readHeading({ scan, lines, box }: Place, index: number, at: number): number {
  const line = lines[index] as Line;
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
    depth: depth as 1 | 2 | 3 | 4 | 5 | 6,
    content,
    top: box === undefined,
  });
  if (stop > start)
    scan.regions.push({ span: content, prefixes: [], holes: [], within: 'heading', box });
  grow(box, end);
  return index + 1;
}

/** A fence in a container ends with it at the latest; the lines are its own already. */
function readCode({ scan, lines, box }: Place, index: number, at: number): number {
  const fence = fenceAt(scan.masked, at);
  let next = index + 1;
  let end = trimEnd(scan.masked, at, (lines[index] as Line).end);
  for (let closed = false; fence && !closed && next < lines.length; next++) {
    const line = lines[next] as Line;
    const words = wordsOf(scan, line);
    if (words < line.end) end = trimEnd(scan.masked, words, line.end);
    closed = words - line.start < 4 && closesFence(scan.masked, words, fence.mark, fence.length);
  }
  grow(box, end);
  return next;
}

/** A line of marks; written as colons, it is a record or fence, whose lines may go on. */
function readBreak({ scan, lines, box }: Place, index: number, at: number): number {
  const line = lines[index] as Line;
  let end = trimEnd(scan.source, at, line.end);
  let next = index + 1;
  if (scan.source.charCodeAt(at) === 58) {
    end = Math.max(end, scan.records.get(at) ?? 0);
    while (next < lines.length && (lines[next] as Line).start < end) next += 1;
    scan.regions.push({ span: { start: at, end }, prefixes: [], holes: [], within: 'record', box });
  }
  grow(box, end);
  return next;
}

function readQuote(place: Place, index: number, at: number): number | undefined {
  const { scan, lines } = place;
  const box: Box = { start: at, end: at + 1 };
  const inner: Line[] = [];
  let next = index;
  for (; next < lines.length; next++) {
    const line = lines[next] as Line;
    const words = wordsOf(scan, line);
    if (words >= line.end) break;
    // A line without its mark may be a lazy one.
    if (scan.masked.charCodeAt(words) !== 62 || words - line.start > 3) return undefined;
    const start = words + (scan.masked.charCodeAt(words + 1) === 32 ? 2 : 1);
    inner.push({ from: line.from, start: Math.min(start, line.end), end: line.end });
  }
  return readInner(place, inner, box) ? next : undefined;
}

function readItem(place: Place, index: number, at: number, marker: Marker): number | undefined {
  const { scan, lines } = place;
  const line = lines[index] as Line;
  if (marker.empty || line.start + marker.content !== marker.at) return undefined;
  const box: Box = { start: at, end: marker.at - 1 };
  const inner: Line[] = [{ from: line.from, start: marker.at, end: line.end }];
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
const NOTE = /\[\^([^\s[\]\\]{1,999})\]: */y;

/**
 * Gathers the lines of an item or footnote: blank, or indented by its `width`. `undefined` when it may
 * go on with a lazy line.
 */
function takeIndented(
  { scan, lines }: Place,
  from: number,
  width: number,
  into: Line[],
  delimiter: string,
): number | undefined {
  let blank = false;
  let index = from;
  for (; index < lines.length; index++) {
    const line = lines[index] as Line;
    const at = wordsOf(scan, line);
    const empty = at >= line.end;
    if (!empty && at - line.start < width) {
      if (!blank && !closes(scan, at, at - line.start, delimiter)) return undefined;
      break;
    }
    blank = empty;
    into.push(empty ? { ...line, start: line.end } : { ...line, start: line.start + width });
  }
  return index;
}

/** Whether a line less indented than an item surely ends it, even after a paragraph. */
function closes(scan: Scan, at: number, column: number, delimiter: string): boolean {
  const { masked } = scan;
  if (column > 3) return false;
  if (headingAt(masked, at) > 0 || isRecord(scan, at)) return true;
  if (matchAt(NOTE, masked, at)) return true;
  if (thematicAt(masked, at)) return false;
  const marker = markerAt(masked, at, column);
  return marker !== undefined && !marker.empty && (marker.bold || marker.delimiter === delimiter);
}

function isRecord(scan: Scan, at: number): boolean {
  return scan.source.charCodeAt(at) === 58 && thematicAt(scan.masked, at) !== undefined;
}

function readBracket(place: Place, index: number, at: number): number | undefined {
  const { scan, lines } = place;
  const line = lines[index] as Line;
  const note = matchAt(NOTE, scan.masked, at);
  if (!note) return readDefinition(place, index, at);
  const start = at + note[0].length;
  if (start >= line.end) return undefined;
  const label = { start: at + 2, end: at + 2 + (note[1]?.length ?? 0) };
  const box: Box = { start: at, end: at + 1 };
  const inner: Line[] = [{ from: line.from, start, end: line.end }];
  const next = takeIndented(place, index + 1, 4, inner, '');
  if (next === undefined) return undefined;
  scan.ownNotes ??= new Set();
  scan.ownNotes.add(normalizeLabel(note[1] ?? ''));
  const written = { text: scan.source.slice(label.start, label.end), span: label };
  scan.footnotes.push({ form: 'definition', span: box, label: written, defined: true });
  return readInner(place, inner, box) ? next : undefined;
}

const DEFINITION = /\[([^[\]\\\n]{1,999})\]: *([^\s\p{Cc}<()\\]+)(?: +"[^"\\\n]*")? *(?=\r?\n|$)/uy;

/** Brackets that close without a colon behind them begin no definition. */
const NO_DEFINITION = /\[[^[\]\\\n]*\](?!:)/y;

function readDefinition(place: Place, index: number, at: number): number | undefined {
  const { scan, lines, box } = place;
  const line = lines[index] as Line;
  if (matchAt(NO_DEFINITION, scan.masked, at)) return readParagraph(place, index);
  const found = matchAt(DEFINITION, scan.masked, at);
  const after = lines[index + 1];
  const next = after ? wordsOf(scan, after) : 0;
  // The next line may be its title, or be read as if it interrupted a paragraph.
  const certain = !after || next >= after.end || scan.masked.charCodeAt(next) === 91;
  if (!found || !certain || !found[1]?.trim() || next - (after?.start ?? 0) > 3) return undefined;
  const end = trimEnd(scan.masked, at, line.end);
  const from = at + found[0].indexOf(found[2] ?? '', (found[1]?.length ?? 0) + 3);
  const target = { start: from, end: from + (found[2]?.length ?? 0) };
  const label = normalizeLabel(found[1] ?? '');
  scan.ownLinks ??= new Set();
  scan.ownLinks.add(label);
  scan.links.push({
    span: { start: at, end },
    form: 'definition',
    target: { text: scan.source.slice(target.start, target.end), span: target },
    label,
  });
  grow(box, end);
  return index + 1;
}

function readParagraph(place: Place, index: number): number | undefined {
  const { scan, lines, box } = place;
  const first = lines[index] as Line;
  const prefixes: { start: number; end: number }[] = [];
  let last = first;
  let next = index + 1;
  for (; next < lines.length; next++) {
    const line = lines[next] as Line;
    const at = wordsOf(scan, line);
    if (at >= line.end) break;
    const verdict =
      at - line.start > 3 ? 'text' : continuation(scan, at, at - line.start, line.end);
    if (verdict === 'doubt') return undefined;
    if (verdict === 'table') return next === index + 1 ? readTable(place, index) : undefined;
    if (verdict === 'block') break;
    if (at > line.from) prefixes.push({ start: line.from, end: at });
    last = line;
  }
  const start = wordsOf(scan, first);
  const end = trimEnd(scan.masked, start, last.end);
  scan.regions.push({ span: { start, end }, prefixes, holes: [], within: 'paragraph', box });
  grow(box, end);
  return next;
}

/** What a line is to the paragraph before it. */
export function continuation(
  scan: Scan,
  at: number,
  column: number,
  end: number,
): 'text' | 'block' | 'table' | 'doubt' {
  const { masked } = scan;
  const code = masked.charCodeAt(at);
  if (code === 95 && isRecord(scan, at)) return 'block';
  if (code > 64 && code !== 91 && code !== 95 && code !== 96 && code !== 124 && code !== 126)
    return 'text';
  if (code === 35) return headingAt(masked, at) ? 'block' : 'text';
  if (code === 62) return 'block';
  if (code === 91) return masked.charCodeAt(at + 1) === 94 ? noteOrDoubt(masked, at) : 'text';
  if (code === 60) return /[a-z/!?]/i.test(masked.charAt(at + 1)) ? 'doubt' : 'text';
  if (code === 96 || code === 126) return fenceAt(masked, at) ? 'doubt' : 'text';
  if (code === 61) return /^=+ *$/.test(masked.slice(at, end)) ? 'doubt' : 'text';
  if (DELIMITERS.has(code) && /^[-:| ]*-[-:| ]*$/.test(masked.slice(at, end))) {
    // `- |` is a list item to remark, and `---` an underline.
    const row = masked.slice(at, end).includes('|') && markerAt(masked, at, column) === undefined;
    return row ? 'table' : 'doubt';
  }
  if (thematicAt(masked, at)) return 'block';
  const marker = markerAt(masked, at, column);
  if (!marker) return 'text';
  return marker.bold ? 'block' : 'doubt';
}

const DELIMITERS = new Set([45, 58, 124]);

function noteOrDoubt(masked: string, at: number): 'text' | 'block' | 'doubt' {
  if (matchAt(NOTE, masked, at)) return 'block';
  return matchAt(/\[\^[^\s[\]\\]+\](?!:)/y, masked, at) ? 'text' : 'doubt';
}

function readInner({ scan, box: outer, depth }: Place, lines: readonly Line[], box: Box): boolean {
  if (!readFlow(scan, lines, box, depth + 1)) return false;
  grow(outer, box.end);
  return true;
}

export function grow(box: Box | undefined, end: number): void {
  if (box) box.end = Math.max(box.end, end);
}

export function wordsOf({ masked }: Scan, line: Line): number {
  let at = line.start;
  while (at < line.end && masked.charCodeAt(at) === 32) at += 1;
  return at;
}
