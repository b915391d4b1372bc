import { continuation } from './continuation.js';
import { grow, type Line, wordsOf } from './flow-lines.js';
import type { Box, Scan } from './gather.js';
import { trimEnd } from './lines.js';

/**
 * Reads the GFM table whose head stands on a line and whose delimiter row on the next; `undefined`
 * when it may be none (other numbers of cells) or has escapes. Returns the index of the line after it.
 */
export function readTable(
  { scan, lines, box }: { scan: Scan; lines: readonly Line[]; box: Box | undefined },
  index: number,
): number | undefined {
  const head = cellsOf(scan, lines[index] as Line);
  const row = lines[index + 1] as Line;
  const delimiters = cellsOf(scan, row);
  if (!head || head.length !== delimiters?.length) return undefined;
  if (!delimiters.every(({ start, end }) => /^:?-+:?$/.test(scan.masked.slice(start, end))))
    return undefined;
  addCells(scan, head, box);
  grow(box, trimEnd(scan.masked, row.start, row.end));
  let next = index + 2;
  for (; next < lines.length; next++) {
    const line = lines[next] as Line;
    const at = wordsOf(scan, line);
    if (at >= line.end) break;
    if (at - line.start > 3) return undefined;
    const verdict = continuation(scan, at, at - line.start, line.end);
    if (verdict === 'doubt' || verdict === 'table') return undefined;
    if (verdict === 'block') break;
    const cells = cellsOf(scan, line);
    if (!cells) return undefined;
    addCells(scan, cells, box);
    grow(box, trimEnd(scan.masked, at, line.end));
  }
  return next;
}

type Cell = { readonly start: number; readonly end: number };

/** The cells of a row, empty ones too, without the blanks around them. */
function cellsOf(scan: Scan, line: Line): Cell[] | undefined {
  const { masked } = scan;
  const from = wordsOf(scan, line);
  const end = trimEnd(masked, from, line.end);
  if (masked.slice(from, end).includes('\\')) return undefined;
  const cells: Cell[] = [];
  let start = masked.charCodeAt(from) === 124 ? from + 1 : from;
  while (start < end) {
    const bar = masked.indexOf('|', start);
    const stop = bar < 0 || bar >= end ? end : bar;
    let first = start;
    while (first < stop && masked.charCodeAt(first) === 32) first += 1;
    cells.push({ start: first, end: trimEnd(masked, first, stop) });
    start = stop + 1;
  }
  return cells;
}

function addCells(scan: Scan, cells: readonly Cell[], box: Box | undefined): void {
  for (const span of cells) {
    if (span.end <= span.start) continue;
    scan.regions.push({ span, prefixes: [], holes: [], within: 'cell', box });
  }
}
