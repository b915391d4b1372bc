import type { Span, TextEdit } from '../../text/index.js';

/** A part of a changed text: what was there before, by its place then, or what is new. */
export type TextPiece = { readonly kept: Span } | { readonly added: string };

export function wholeText(text: string): readonly TextPiece[] {
  return [{ kept: { start: 0, end: text.length } }];
}

/** The pieces after more edits, whose offsets are those of the text that the pieces make. */
export function applyToPieces(
  pieces: readonly TextPiece[],
  edits: readonly TextEdit[],
): readonly TextPiece[] {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const result: TextPiece[] = [];
  const rest = { pieces, next: 0, used: 0, at: 0 };
  for (const { span, text } of sorted) {
    take(rest, span.start, result);
    if (text !== '') result.push({ added: text });
    take(rest, span.end, undefined);
  }
  take(rest, Number.POSITIVE_INFINITY, result);
  return result;
}

/** Pieces that are gone through once, from their first to their last. */
interface Rest {
  readonly pieces: readonly TextPiece[];
  next: number;
  /** How much of the next piece has been taken. */
  used: number;
  /** The offset reached. */
  at: number;
}

/** Takes what lies before an offset: into `result`, or away. */
function take(rest: Rest, to: number, result: TextPiece[] | undefined): void {
  for (let piece = rest.pieces[rest.next]; piece && rest.at < to; piece = rest.pieces[rest.next]) {
    const length = 'kept' in piece ? piece.kept.end - piece.kept.start : piece.added.length;
    const end = Math.min(length, rest.used + to - rest.at);
    if (end > rest.used) result?.push(part(piece, rest.used, end));
    rest.at += end - rest.used;
    rest.used = end < length ? end : 0;
    if (end === length) rest.next += 1;
  }
}

function part(piece: TextPiece, start: number, end: number): TextPiece {
  if ('added' in piece) return { added: piece.added.slice(start, end) };
  return { kept: { start: piece.kept.start + start, end: piece.kept.start + end } };
}

/** The edits that make the pieces out of the text they began with; they do not touch each other. */
export function editsOf(text: string, pieces: readonly TextPiece[]): readonly TextEdit[] {
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
