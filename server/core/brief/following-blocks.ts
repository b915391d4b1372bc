import { firstAtLeast, type Span } from '../text/index.js';
import { yamlEntryEnds } from './yaml-entries.js';

export interface PlacedComment {
  readonly span: Span;
  readonly language: 'markdown' | 'yaml';
}

/**
 * What each comment's "next line" is: the next line that is neither blank nor one of such comments, and
 * what cannot be parted from it. In Markdown that is the rest of its block, up to a blank line or the
 * next comment; of a `:::` line all down to its closing line. In YAML it is the entry that begins there.
 * @param comments in order of place
 * @param fences `:::` blocks that are closed, in order of their opening
 */
export function followingBlocksOf(
  text: string,
  comments: readonly PlacedComment[],
  fences: readonly Span[],
): readonly Span[] {
  const isInYaml = comments.some(({ language }) => language === 'yaml');
  const entries = isInYaml ? yamlEntryEnds(text) : new Map<number, number>();
  const blockEnd = blockEnds(text, new Set(comments.map(({ span }) => span.start)));
  return nextLinesOf(text, comments).map((line, index) => {
    if (line.start === line.end) return line;
    if (comments[index]?.language === 'yaml') {
      return { ...line, end: entries.get(line.start) ?? line.end };
    }
    const fence = fences[firstAtLeast(fences, line.start, ({ start }) => start)];
    const isOpening = fence !== undefined && fence.start < line.end;
    return { ...line, end: isOpening ? lineEnd(text, fence.end) : blockEnd(line.start) };
  });
}

/** Marks of quotes and of list items, before what a line holds. */
const MARKS = /[^\S\r\n]*(?:(?:>|[-*+]|\d{1,9}[.)])(?=[\s>])[^\S\r\n]*|>)*/y;

/**
 * Gives the end of the block that goes on with a line. Blocks may share their lines, as comments can
 * stand within lines: each line is looked at once, if the later ones are asked for first or not.
 */
function blockEnds(text: string, comments: ReadonlySet<number>): (start: number) => number {
  const known = new Map<number, number>();
  return (start) => {
    const seen: number[] = [];
    let at = start;
    let end = known.get(at);
    while (end === undefined) {
      seen.push(at);
      at = lineEnd(text, at);
      end = isBlank(text, at) || comments.has(skip(text, at, MARKS)) ? at : known.get(at);
    }
    for (const line of seen) known.set(line, end);
    return end;
  };
}

/** Whether a line holds nothing but marks of quotes; after the last line there is none. */
function isBlank(text: string, start: number): boolean {
  const first = skip(text, start, /[^\S\r\n>]*(?:>[^\S\r\n>]*)*/y);
  return first === text.length || text[first] === '\n' || text[first] === '\r';
}

/** For each comment the next line that is neither blank nor one of such comments alone. */
function nextLinesOf(text: string, comments: readonly PlacedComment[]): readonly Span[] {
  const starts = new Map(comments.map(({ span }, index) => [span.start, index]));
  const lines: Span[] = [];
  const closes: boolean[] = [];
  for (let index = comments.length - 1; index >= 0; index -= 1) {
    const { span } = comments[index] as PlacedComment;
    const after = skip(text, span.end, /[^\S\r\n]*/y);
    const beside = starts.get(after);
    const isLast = after === text.length || text[after] === '\n' || text[after] === '\r';
    closes[index] = isLast || (beside !== undefined && closes[beside] === true);
    const line = lineAfter(text, span.end);
    const next = starts.get(skip(text, line.start, /[^\S\r\n>]*(?:>[^\S\r\n>]*)*/y));
    lines[index] = (next !== undefined && closes[next] ? lines[next] : undefined) ?? line;
  }
  return lines;
}

/** The first line after that of an offset that is not blank, its line end in; a quote's `>` is blank. */
function lineAfter(text: string, offset: number): Span {
  let start = lineEnd(text, offset);
  while (start < text.length && isBlank(text, start)) start = lineEnd(text, start);
  return { start, end: lineEnd(text, start) };
}

/** Where the next line begins. */
function lineEnd(text: string, offset: number): number {
  const end = /\r\n?|\n/g;
  end.lastIndex = offset;
  return end.test(text) ? end.lastIndex : text.length;
}

function skip(text: string, from: number, what: RegExp): number {
  what.lastIndex = from;
  return what.test(text) ? what.lastIndex : from;
}
