import { foldSpace, type Span, shift, type TextEdit } from '../../text/index.js';
import { isLineEnd, lineEnd, openTagAround, type TagAtCursor } from './tag-at-cursor.js';

/** The words of a label at the cursor. */
export interface LabelContext {
  /** What a name takes the place of: what is typed of it, and the rest of a label that is closed. */
  readonly span: Span;
  /**
   * What stands before that and stays: other tags (`:place[U.S.] Sec‸`), earlier lines. In plain words;
   * a name has to begin with it.
   */
  readonly fixed: string;
  /** From there to the cursor. */
  readonly typed: string;
  /** Whether the label has its bracket; it may be that of the tag around it. */
  readonly closed: boolean;
  /** Of a label that goes on in the next line, what has to go. */
  readonly rest: readonly TextEdit[];
}

/** `undefined` when the cursor is not among the words of the label, but in a tag in it. */
export function labelContextAt(
  text: string,
  tag: TagAtCursor,
  offset: number,
): LabelContext | undefined {
  const label = tag.syntax.label && shift(tag.syntax.label.span, tag.at);
  if (label === undefined) return undefined;
  const inner = innerTags(tag);
  if (inner.some(({ start, end }) => start < offset && offset < end)) return undefined;
  const kept = inner.findLast(({ end }) => end <= offset)?.end ?? label.start;
  const start = Math.max(kept, contentStart(text, kept, offset));
  const closed = tag.syntax.label?.closed === true && openTagAround(tag) === undefined;
  const end = closed ? Math.min(label.end, lineEnd(text, offset)) : offset;
  const isLonger = closed && end < label.end;
  return {
    span: { start, end },
    fixed: plainWords(text.slice(label.start, start)),
    typed: text.slice(start, offset),
    closed,
    rest: isLonger ? [{ span: { start: end, end: label.end }, text: '' }] : [],
  };
}

/** The tags in a label that have words of their own. */
function innerTags({ block, index, at }: TagAtCursor): readonly Span[] {
  return block.tags
    .filter((each) => each.parent === index && each.label?.closed === true)
    .map(({ span }) => shift(span, at));
}

/** Where the words begin on the line of the cursor, behind a quote's `>`. */
function contentStart(text: string, from: number, offset: number): number {
  let start = offset;
  while (start > from && !isLineEnd(text, start - 1)) start -= 1;
  if (start === from) return from;
  while (start < offset && /[ \t>]/.test(text[start] ?? '')) start += 1;
  return start;
}

const TAG = /:[A-Za-z][\w-]*\[([^[\]]*)\](?:\{[^}]*\})?/g;

function plainWords(written: string): string {
  let words = written;
  for (let depth = 0; depth < 3 && words.includes('['); depth += 1) {
    words = words.replace(TAG, '$1');
  }
  if (words === '') return '';
  const folded = foldSpace(words.replace(/[\r\n][\s>]*/g, ' '));
  return /\s$/.test(words) ? `${folded} ` : folded;
}
