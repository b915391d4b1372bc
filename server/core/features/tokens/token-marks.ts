import type { Span } from '../../text/index.js';
import type { Token, TokenModifier } from './token.js';

/** Something to colour, perhaps with others inside of it. Without a kind: a gap in what holds it. */
export type Mark =
  | { readonly span: Span; readonly kind: string; readonly modifiers: readonly TokenModifier[] }
  | { readonly span: Span; readonly kind: undefined };

/**
 * Lays marks that lie inside each other side by side: the inner is cut out of the outer, and what
 * crosses the end of a line is cut there. Linear but for the sorting.
 * @param within only what touches this stretch
 */
export function flattened(
  text: string,
  marks: readonly Mark[],
  within: Span | undefined,
): readonly Token[] {
  const sorted = marks
    .filter(({ span }) => span.end > span.start)
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end || gapsFirst(a, b));
  const tokens: Token[] = [];
  const open: Mark[] = [];
  let at = 0;
  const fill = (end: number): void => {
    const top = open.at(-1);
    if (top !== undefined && top.kind !== undefined && end > at) {
      addLines(tokens, text, { start: at, end }, top, within);
    }
    at = Math.max(at, end);
  };
  const closeUntil = (offset: number): void => {
    for (let top = open.at(-1); top !== undefined && top.span.end <= offset; top = open.at(-1)) {
      fill(top.span.end);
      open.pop();
    }
  };
  for (const mark of sorted) {
    closeUntil(mark.span.start);
    fill(mark.span.start);
    open.push(mark);
  }
  closeUntil(Number.POSITIVE_INFINITY);
  return tokens;
}

function gapsFirst(a: Mark, b: Mark): number {
  return Number(b.kind === undefined) - Number(a.kind === undefined);
}

/** Without the white space around them, and the `>` before the lines of a quote. */
function addLines(
  tokens: Token[],
  text: string,
  { start, end }: Span,
  { kind, modifiers }: Exclude<Mark, { kind: undefined }>,
  within: Span | undefined,
): void {
  for (let at = start; at < end; ) {
    const line = lineFrom(text, at, end);
    let from = at;
    while (from < line && isSpace(text, from)) from += 1;
    // The lines after the first may stand in a quote.
    while (at > start && from < line && (isSpace(text, from) || text[from] === '>')) from += 1;
    let to = line;
    while (to > from && isSpace(text, to - 1)) to -= 1;
    const isWanted = within === undefined || (from < within.end && to > within.start);
    if (to > from && isWanted) tokens.push({ span: { start: from, end: to }, kind, modifiers });
    at = line + 1;
  }
}

/** The end of the line that an offset is in, or `end` if that comes first. */
function lineFrom(text: string, at: number, end: number): number {
  for (let index = at; index < end; index += 1) {
    const code = text.charCodeAt(index);
    if (code === LF || code === CR) return index;
  }
  return end;
}

const LF = 0x0a;
const CR = 0x0d;

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x20 || code === 0x09;
}
