import type { Span, TextEdit } from '../../text/index.js';

/** A part of a changed text: what was there before, by its place then, or what is new. */
export type Piece = { readonly kept: Span } | { readonly added: string };

export function wholeText(text: string): readonly Piece[] {
  return [{ kept: { start: 0, end: text.length } }];
}

/** The pieces after more edits, whose offsets are those of the text that the pieces make. */
export function andThen(pieces: readonly Piece[], edits: readonly TextEdit[]): readonly Piece[] {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const result: Piece[] = [];
  let at = 0;
  for (const { span, text } of sorted) {
    result.push(...cut(pieces, at, span.start));
    if (text !== '') result.push({ added: text });
    at = span.end;
  }
  return [...result, ...cut(pieces, at, Number.POSITIVE_INFINITY)];
}

/** What of the pieces lies between two offsets of the text they make. */
function cut(pieces: readonly Piece[], from: number, to: number): readonly Piece[] {
  const found: Piece[] = [];
  let at = 0;
  for (const piece of pieces) {
    const length = 'kept' in piece ? piece.kept.end - piece.kept.start : piece.added.length;
    const start = Math.max(from - at, 0);
    const end = Math.min(to - at, length);
    if (start < end) {
      if ('added' in piece) found.push({ added: piece.added.slice(start, end) });
      else found.push({ kept: { start: piece.kept.start + start, end: piece.kept.start + end } });
    }
    at += length;
  }
  return found;
}

/** The edits that make the pieces out of the text they began with; they do not touch each other. */
export function editsOf(text: string, pieces: readonly Piece[]): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let at = 0;
  let added = '';
  const close = (end: number): void => {
    const isChange = end > at || added !== '';
    if (isChange && text.slice(at, end) !== added)
      edits.push({ span: { start: at, end }, text: added });
    added = '';
  };
  for (const piece of pieces) {
    if ('added' in piece) {
      added += piece.added;
      continue;
    }
    close(piece.kept.start);
    at = piece.kept.end;
  }
  close(text.length);
  return edits;
}
