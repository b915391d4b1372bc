import { contentOfLine, endOfLine, isLineEnd, pastLineEnd, pastQuotes } from './line-ends.js';

/**
 * Whether braces that end at `close`, behind a blank after a tag that begins at `start`, end a heading or the
 * caption of a table: there they are the attributes of Pandoc, kramdown, Quarto or Docusaurus.
 */
export function endsHeadingOrCaption(text: string, start: number, close: number): boolean {
  const end = endOfLine(text, close, text.length);
  const rest = text.slice(close, Math.min(end, close + MAX_REST));
  if (!/^(?:[ \t]*\{[^{}]*\})*[ \t]*#*[ \t]*$/.test(rest)) return false;
  const line = lineStart(text, start);
  if (/^#{1,6}[ \t]/.test(text.slice(contentOfLine(text, line), start))) return true;
  const next = text.slice(pastLineEnd(text, end), pastLineEnd(text, end) + MAX_REST);
  if (/^[ \t>]*(?:=+|-+)[ \t]*(?:[\r\n]|$)/.test(next)) return true;
  return ENDS_PARAGRAPH.test(next) && isCaption(text, line);
}

const MAX_REST = 300;

/** A blank line, or one that begins something else. */
const ENDS_PARAGRAPH = /^[ \t>]*(?:[\r\n]|$|::|#{1,6}[ \t]|[-+*][ \t]|```|~~~)/;

/** A caption has a few lines; more are not looked at, which keeps the whole linear. */
const MAX_LINES = 20;

/** Whether the paragraph begins as a caption does, and not as a definition below its term. */
function isCaption(text: string, from: number): boolean {
  let line = from;
  for (let count = 0; count < MAX_LINES; count += 1) {
    const before = line === 0 ? line : lineStart(text, line - lineBreak(text, line));
    const isFirst = line === 0 || isBlankLine(text, before) || isTableRow(text, before, line);
    const head = text.slice(pastQuotes(text, line), pastQuotes(text, line) + 10);
    if (isFirst) return /^(?::[ \t]|(?:table|figure|listing):)/i.test(head);
    line = before;
  }
  return false;
}

function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) start -= 1;
  return start;
}

/** The length of the line break before a line. */
function lineBreak(text: string, line: number): number {
  return text[line - 1] === '\n' && text[line - 2] === '\r' ? 2 : 1;
}

function isBlankLine(text: string, line: number): boolean {
  const content = pastQuotes(text, line);
  return content >= text.length || isLineEnd(text.charCodeAt(content));
}

/** A row of pipes, or the rule below a table of another form. */
function isTableRow(text: string, line: number, end: number): boolean {
  return /\||^[ \t>]*[-=+: \t]+[\r\n]*$/.test(text.slice(line, Math.min(end, line + MAX_REST)));
}
