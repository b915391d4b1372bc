import { fenceAt, headingAt, markerAt, matchAt, thematicAt } from '../split/block-openers.js';
import { htmlStart } from '../split/html-start.js';
import type { FastScan } from './fast-scan.js';
import type { FlowLine } from './flow-lines.js';

type Continuation = 'text' | 'block' | 'table' | 'underline' | 'doubt';

/** What a line is to the paragraph before it. */
export function continuation(
  scan: FastScan,
  at: number,
  column: number,
  end: number,
): Continuation {
  const { masked } = scan;
  const code = masked.charCodeAt(at);
  if (code === 95 && isRecord(scan, at)) return 'block';
  if (code > 64 && code !== 91 && code !== 95 && code !== 96 && code !== 124 && code !== 126)
    return 'text';
  if (code === 35) return headingAt(masked, at) ? 'block' : 'text';
  if (code === 62) return 'block';
  if (code === 91) return masked.charCodeAt(at + 1) === 94 ? noteOrDoubt(masked, at) : 'text';
  if (code === 60) return (htmlStart(masked, at)?.timid ?? true) ? 'text' : 'block';
  if (code === 96 || code === 126) return fenceAt(masked, at) ? 'block' : 'text';
  if (code === 61 || code === 45) {
    const line = masked.slice(at, end);
    if (UNDERLINE.test(line)) return 'underline';
    if (code === 61) return 'text';
  }
  if (DELIMITERS.has(code) && isDelimiterRow(masked.slice(at, end))) {
    // `- |` is a list item to remark, and `---` an underline.
    const row = masked.slice(at, end).includes('|') && markerAt(masked, at, column) === undefined;
    return row ? 'table' : 'doubt';
  }
  if (thematicAt(masked, at)) return 'block';
  const marker = markerAt(masked, at, column);
  if (!marker) return 'text';
  return marker.bold ? 'block' : 'doubt';
}

const UNDERLINE = /^(?:=+|-+) *$/;
const DELIMITERS = new Set([45, 58, 124]);

/** Whether a line that its containers have not begun again can only go on with the paragraph before it. */
export function isLazy(scan: FastScan, line: FlowLine, at: number): boolean {
  if (line.lazy) return true;
  const column = at - line.start;
  if (column > 3) return true;
  if (scan.masked.charCodeAt(at) === 60 && htmlStart(scan.masked, at)) return false;
  return continuation(scan, at, column, line.end) === 'text';
}

function noteOrDoubt(masked: string, at: number): 'text' | 'block' | 'doubt' {
  if (matchAt(FOOTNOTE_MARK, masked, at)) return 'block';
  return matchAt(/\[\^[^\s[\]\\]+\](?!:)/y, masked, at) ? 'text' : 'doubt';
}

function isDelimiterRow(line: string): boolean {
  return line.includes('-') && /^[-:| ]+$/.test(line);
}

/** Whether a line less indented than an item surely ends it, even after a paragraph. */
export function closesItem(scan: FastScan, at: number, column: number, delimiter: string): boolean {
  const { masked } = scan;
  if (column > 3) return false;
  if (headingAt(masked, at) > 0 || isRecord(scan, at)) return true;
  if (matchAt(FOOTNOTE_MARK, masked, at)) return true;
  if (thematicAt(masked, at)) return false;
  const marker = markerAt(masked, at, column);
  return marker !== undefined && !marker.empty && (marker.bold || marker.delimiter === delimiter);
}

function isRecord(scan: FastScan, at: number): boolean {
  return scan.source.charCodeAt(at) === 58 && thematicAt(scan.masked, at) !== undefined;
}

/** The mark of a footnote definition, with the blanks behind it. */
export const FOOTNOTE_MARK: RegExp = /\[\^([^\s[\]\\]{1,999})\]: */y;
