import {
  type Facts,
  type Lines,
  linesOf,
  type Span,
  type Tag,
  type Vocabulary,
} from '../../server/core/index.js';
import {
  alphabetFor,
  type Piece,
  type PlaceholderAlphabet,
  piecesOf,
  placeholder,
} from './placeholders.js';
import { markOf, type TagMark } from './tag-mark.js';

/**
 * A brief as Markdown may read it: as many lines, each tag replaced by placeholders at its edges, each record
 * and fence by a placeholder on a line.
 */
export interface MaskedText {
  readonly text: string;
  readonly alphabet: PlaceholderAlphabet;
  /** By index of the placeholders. */
  readonly marks: readonly TagMark[];
  /** The label of a record, masked; `undefined` if it has none. By index. */
  readonly labels: ReadonlyMap<number, string>;
  /** Of blocks without a closing line: the line (from 0) before which they end. By index. */
  readonly ends: ReadonlyMap<number, number>;
  /** The text as it was written, where placeholders ended up in code after all. */
  restore(masked: string): string;
}

/** `undefined` if there is nothing to mask the tags with. */
export function maskTags(
  text: string,
  facts: Facts,
  vocabulary: Vocabulary,
): MaskedText | undefined {
  const alphabet = alphabetFor(text);
  if (alphabet === undefined) return undefined;
  const seen = new Map<string, number>();
  const masks: Mask[] = [];
  for (const [index, tag] of facts.tags.entries()) addMasksOfTag(text, tag, index, alphabet, masks);
  for (const each of masksOfSuppressions(text, facts, alphabet)) masks.push(each);
  masks.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const labels = new Map<number, string>();
  return {
    text: applyMasks(text, { start: 0, end: text.length }, masks, labels),
    alphabet,
    marks: facts.tags.map((tag) => markOf(tag, vocabulary, seen)),
    labels,
    ends: endLines(text, facts.tags),
    restore: restorer(text, alphabet, masks),
  };
}

interface Mask {
  readonly span: Span;
  by: string;
  /** The character that its placeholder begins with. */
  readonly first: string;
  readonly index: number;
  /** Of a record: where its words are. */
  readonly label?: Span | undefined;
}

function addMasksOfTag(
  text: string,
  { span, label, form, fences }: Tag,
  index: number,
  alphabet: PlaceholderAlphabet,
  masks: Mask[],
): void {
  const push = (start: number, end: number, first: string, words?: Span): void => {
    const by = placeholder(alphabet, first, index) + joins(text.slice(start, end), alphabet);
    masks.push({ span: { start, end }, by, first, index, label: words });
  };
  if (form === 'text') {
    if (label === undefined) return;
    push(span.start, label.start, alphabet.open);
    push(label.end, span.end, alphabet.close);
    spareEmphasis(text, masks.slice(-2), label, alphabet);
    return;
  }
  const open = fences?.open ?? span;
  push(open.start, open.end, alphabet.record, label);
  const close = fences?.close;
  if (close !== undefined) push(close.start, close.end, alphabet.end);
}

/** Beside a letter `_` is no mark of emphasis; beside the bracket that was there it was one. */
function spareEmphasis(
  text: string,
  [open, close]: readonly Mask[],
  label: Span,
  { edge }: PlaceholderAlphabet,
): void {
  const isMark = (at: number): boolean => at >= 0 && '*_~'.includes(text.charAt(at));
  if (open && label.end > label.start && isMark(label.start)) open.by += edge;
  if (close && label.end > label.start && isMark(label.end - 1)) close.by = edge + close.by;
}

/**
 * Comments to the tool vanish. On a line of its own one is as a record that shows nothing: to Markdown
 * such a line ends a paragraph, and a blank one might loosen a list.
 */
function masksOfSuppressions(
  text: string,
  { tags, suppressions, front }: Facts,
  alphabet: PlaceholderAlphabet,
): readonly Mask[] {
  const inText = suppressions.filter(({ span }) => span.start >= (front.span?.end ?? 0));
  return inText.map(({ span }, at) => {
    const index = tags.length + at;
    const first = isAlone(text, span) ? alphabet.record : alphabet.skip;
    const by =
      placeholder(alphabet, first, index) + joins(text.slice(span.start, span.end), alphabet);
    return { span, by, first, index };
  });
}

function isAlone(text: string, { start, end }: Span): boolean {
  let before = start;
  while (before > 0 && /[ \t>]/.test(text.charAt(before - 1))) before -= 1;
  let after = end;
  while (/[ \t]/.test(text.charAt(after))) after += 1;
  return /^[\r\n]?$/.test(text.charAt(before - 1)) && /^[\r\n]?$/.test(text.charAt(after));
}

/** The line breaks in what is taken out, each with the quote marks or indent of the line after it. */
function joins(written: string, { join }: PlaceholderAlphabet): string {
  if (!/[\r\n]/.test(written)) return '';
  const breaks = [...written.matchAll(/(?:\r\n?|\n)[ \t>]*/g)];
  return breaks.map(([found]) => found + join).join('');
}

/** A stretch of the text with its masks on; those inside a record go into its label. */
function applyMasks(
  text: string,
  { start, end }: Span,
  masks: readonly Mask[],
  labels: Map<number, string>,
): string {
  const parts: string[] = [];
  let at = start;
  for (let next = 0; next < masks.length; next += 1) {
    const { span, by, label, index } = masks[next] as Mask;
    if (span.start < at) continue;
    parts.push(text.slice(at, span.start), by);
    at = span.end;
    if (label === undefined) continue;
    const first = next + 1;
    while ((masks[next + 1]?.span.start ?? end) < span.end) next += 1;
    const inside = masks.slice(first, next + 1).filter((each) => each.span.end <= label.end);
    labels.set(index, applyMasks(text, label, inside, labels).replace(/(\r\n?|\n)[ \t>]*/g, '\n'));
  }
  parts.push(text.slice(at, end));
  return parts.join('');
}

/** A block that nobody closed ends where its container does, or before a heading. */
function endLines(text: string, tags: readonly Tag[]): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  let lines: Lines | undefined;
  for (const [index, { fences, span }] of tags.entries()) {
    if (fences === undefined || fences.close !== undefined) continue;
    lines ??= linesOf(text);
    const { line } = lines.positionAt(span.end);
    const isLineStart = /^[ \t>]*$/.test(text.slice(lines.lineSpan(line).start, span.end));
    ends.set(index, isLineStart ? line : line + 1);
  }
  return ends;
}

function restorer(
  text: string,
  alphabet: PlaceholderAlphabet,
  masks: readonly Mask[],
): MaskedText['restore'] {
  let spans: Map<string, Span> | undefined;
  const read = (piece: Piece): string => {
    if (piece.type === 'text') return piece.text;
    spans ??= new Map(masks.map(({ first, index, span }) => [`${first}${index}`, span]));
    const span = spans.get(`${alphabet[piece.type]}${piece.index}`);
    return span === undefined ? '' : text.slice(span.start, span.end);
  };
  return (masked) =>
    alphabet.any.test(masked) ? piecesOf(alphabet, masked).map(read).join('') : masked;
}
