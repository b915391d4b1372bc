import type { Span } from '../../core/index.js';

/** A sentence, a heading, an item of a list or a row, and the words and signs in it. */
export interface Segment extends Span {
  readonly tokens: readonly Span[];
}

/**
 * A text in sentences and tokens, for annotators and learners, from `from` on. None of `whole`, which are in order and
 * may lie in each other, is cut by the end of a sentence, and none begins or ends in the middle of a token.
 */
export function segmentsOf(text: string, from: number, whole: readonly Span[]): readonly Segment[] {
  const kept = outermost(whole);
  const edges = new Set(whole.flatMap(({ start, end }) => [start, end]));
  const segments: Segment[] = [];
  let tokens: Span[] = [];
  let inside = 0;
  const close = (): void => {
    const [first, last] = [tokens[0], tokens.at(-1)];
    if (first && last) segments.push({ start: first.start, end: last.end, tokens });
    tokens = [];
  };
  let before: Span | undefined;
  for (const token of tokensOf(text, from, edges)) {
    while ((kept[inside]?.end ?? Number.POSITIVE_INFINITY) <= token.start) inside += 1;
    const isHeld = (kept[inside]?.start ?? Number.POSITIVE_INFINITY) < token.start;
    if (before !== undefined && !isHeld && isBreak(text, before, token)) close();
    tokens.push(token);
    before = token;
  }
  close();
  return segments;
}

function outermost(spans: readonly Span[]): readonly Span[] {
  let end = -1;
  return spans.filter((span) => {
    if (span.end <= end) return false;
    end = span.end;
    return true;
  });
}

/** Words with what joins their parts (`U.S.`, `two-year`), numbers (`1,000.5`), each other sign; in scripts without spaces each sign. */
const TOKEN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}])+(?:['’.,\-‑](?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*|[^\s\p{Z}\p{Cc}]/gu;

function* tokensOf(text: string, from: number, edges: ReadonlySet<number>): Iterable<Span> {
  for (const { 0: token, index } of text.slice(from).matchAll(TOKEN)) {
    let start = index + from;
    const end = start + token.length;
    for (let at = start + 1; at < end; at += 1)
      if (edges.has(at)) {
        yield { start, end: at };
        start = at;
      }
    yield { start, end };
  }
}

/** Whether a sentence ends between two tokens. */
function isBreak(text: string, before: Span, after: Span): boolean {
  const gap = text.slice(before.end, after.start);
  if (/\n[^\S\n]*\r?\n/.test(gap)) return true;
  const line = /\n/.test(gap);
  if (line && (isLineOfItsOwn(text, before.start) || isMark(text, after.start))) return true;
  if (gap === '') return /[。！？]/.test(text.slice(before.start, before.end));
  const last = text.slice(before.start, before.end);
  if (!/^[.!?…。！？]$/.test(last) && !isClosing(text, before)) return false;
  return (
    /^[\p{Lu}\p{Lt}\p{Lo}\p{N}"“«‘([*_]/u.test(text.slice(after.start, after.start + 2)) &&
    !isShort(text, before)
  );
}

/** A quotation mark or a bracket behind the end of a sentence. */
function isClosing(text: string, { start, end }: Span): boolean {
  return /^["”»’)\]*_]$/.test(text.slice(start, end)) && /[.!?…]/.test(text.charAt(start - 1));
}

/** A full stop behind `Dr` or an initial ends nothing. */
function isShort(text: string, { start }: Span): boolean {
  if (text.charAt(start) !== '.') return false;
  const word = /(?:^|[^\p{L}])(\p{L}{1,5})$/u.exec(text.slice(Math.max(0, start - 8), start))?.[1];
  return word !== undefined && (/^\p{Lu}$/u.test(word) || SHORT.has(word.toLowerCase()));
}

const SHORT: ReadonlySet<string> = new Set(
  'mr mrs ms dr prof st no nos art vs sen gen gov rep col lt capt hon rev mme mm jan feb mar apr jun jul aug sep sept oct nov dec'.split(
    ' ',
  ),
);

/** A heading, a row of a table. */
function isLineOfItsOwn(text: string, at: number): boolean {
  const start = text.lastIndexOf('\n', at) + 1;
  return /^ {0,3}(?:#{1,6}[ \t]|\|)/.test(text.slice(start, start + 12));
}

/** Where a heading, an item of a list, a quotation or a row begins. */
function isMark(text: string, at: number): boolean {
  return /^(?:#{1,6}[ \t]|[-*+>][ \t]|\||\d{1,9}[.)][ \t])/.test(text.slice(at, at + 12));
}
