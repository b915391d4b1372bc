// Cursors `‸` and selections `⟦words⟧` in a text, and lines of `^^^` under its words.
import type { Span } from '../../../server/core/index.js';

/** A text as it is read, and where its cursors and selections are in it. */
export interface Marked {
  /** With the signs of cursors and selections. */
  readonly drawn: string;
  readonly text: string;
  /** UTF-16, in `text`; empty for a cursor. In order. */
  readonly spots: readonly Span[];
  /** Where signs were taken out, in `text`; in order. */
  readonly signs: readonly number[];
}

export const CURSOR = '‸';
const SIGN = /[‸⟦⟧]/g;

/** @returns what is wrong, where a selection does not begin or end */
export function readSpots(drawn: string): Marked | string {
  const signs: number[] = [];
  const spots: Span[] = [];
  let begun: number | undefined;
  for (const { 0: sign, index } of drawn.matchAll(SIGN)) {
    const offset = index - signs.length;
    signs.push(offset);
    if ((sign === '⟧') !== (begun !== undefined))
      return 'A selection is ⟦words⟧, with no other cursor in it.';
    if (sign === '⟦') begun = offset;
    else spots.push({ start: begun ?? offset, end: offset });
    if (sign === '⟧') begun = undefined;
  }
  if (begun !== undefined) return 'A selection is not closed: ⟦words⟧.';
  return { drawn, text: drawn.replace(SIGN, ''), spots, signs };
}

/** `^^^ words` under a line of a text. */
export interface Mark {
  readonly span: Span;
  readonly words: string;
}

/** The drawn text with a line of `^` under each span; of one that crosses lines, under its first. */
export function drawMarks({ drawn, text, signs }: Marked, marks: readonly Mark[]): string {
  const spans = marks.map(({ span, words }) => ({ ...drawnSpan(signs, span), words }));
  let start = 0;
  return drawn
    .split('\n')
    .flatMap((line, index, all) => {
      const end = start + line.length;
      // What is at the very end of a text is on its last line with words.
      const last = index === all.length - 2 && text.endsWith('\n') ? end + 1 : end;
      const here = spans.filter((span) => start <= span.start && span.start <= last);
      const under = index === all.length - 1 && line === '' && index > 0 ? [] : here;
      const drawnHere = under.map((span) => {
        const width = Math.max(1, Math.min(span.end, end) - span.start);
        return `${' '.repeat(span.start - start)}${'^'.repeat(width)} ${span.words}`;
      });
      start = end + 1;
      return [line, ...drawnHere];
    })
    .join('\n');
}

/** A span with the signs counted; an empty one where a cursor is, is the cursor. */
function drawnSpan(signs: readonly number[], { start, end }: Span): Span {
  const before = signs.filter((sign) => sign < start).length;
  const touching = signs.filter((sign) => sign === start).length;
  if (start === end) return { start: start + before, end: start + before + 1 };
  return {
    start: start + before + touching,
    end: end + signs.filter((sign) => sign < end).length,
  };
}
