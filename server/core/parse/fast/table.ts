import { htmlStart } from '../split/html-start.js';
import { trimEnd } from '../split/line-columns.js';
import { continuation } from './continuation.js';
import type { Container, FastScan } from './fast-scan.js';
import { type FlowLine, growContainer, wordsOf } from './flow-lines.js';

/**
 * Reads the GFM table whose head stands on a line and whose delimiter row on the next; `undefined`
 * when it may be none (other numbers of cells). Returns the index of the line after it.
 */
export function readTable(
  { scan, lines, box }: { scan: FastScan; lines: readonly FlowLine[]; box: Container | undefined },
  index: number,
): number | undefined {
  const head = cellsOf(scan, lines[index] as FlowLine);
  const row = lines[index + 1] as FlowLine;
  const delimiters = cellsOf(scan, row);
  if (!head || head.length !== delimiters?.length) return undefined;
  if (!delimiters.every(({ start, end }) => /^:?-+:?$/.test(scan.masked.slice(start, end))))
    return undefined;
  addCells(scan, head, box);
  growContainer(box, trimEnd(scan.masked, row.start, row.end));
  let next = index + 2;
  for (; next < lines.length; next++) {
    const line = lines[next] as FlowLine;
    const at = wordsOf(scan, line);
    if (at >= line.end) break;
    if (at - line.start > 3) return undefined;
    const verdict = continuation(scan, at, at - line.start, line.end);
    if (line.lazy || verdict === 'doubt' || verdict === 'table' || verdict === 'underline')
      return undefined;
    // Any complete HTML tag alone on its line, which would not end a paragraph, ends a table.
    if (verdict === 'block' || htmlStart(scan.masked, at)) break;
    const cells = cellsOf(scan, line);
    if (!cells) return undefined;
    addCells(scan, cells, box);
    growContainer(box, trimEnd(scan.masked, at, line.end));
  }
  return next;
}

type Cell = { readonly start: number; readonly end: number };

/** The cells of a row, empty ones too, without the blanks around them. */
function cellsOf(scan: FastScan, line: FlowLine): Cell[] | undefined {
  const { masked } = scan;
  const from = wordsOf(scan, line);
  const end = trimEnd(masked, from, line.end);
  const cells: Cell[] = [];
  let start = masked.charCodeAt(from) === 124 ? from + 1 : from;
  while (start < end) {
    const stop = nextBar(masked, start, end);
    let first = start;
    while (first < stop && masked.charCodeAt(first) === 32) first += 1;
    cells.push({ start: first, end: trimEnd(masked, first, stop) });
    start = stop + 1;
  }
  return cells;
}

/** A bar behind a backslash parts no cells, but one behind two does. */
function nextBar(text: string, from: number, end: number): number {
  let at = from;
  for (; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 124) return at;
    const next = text.charCodeAt(at + 1);
    if (code === 92 && (next === 124 || next === 92)) at += 1;
  }
  return Math.min(at, end);
}

function addCells(scan: FastScan, cells: readonly Cell[], box: Container | undefined): void {
  for (const span of cells) {
    if (span.end <= span.start) continue;
    scan.regions.push({ span, prefixes: [], holes: [], within: 'cell', box });
  }
}
