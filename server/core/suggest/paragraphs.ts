import { overlaps, type Span, shift } from '../text/index.js';
import { type Page, syntaxOf } from '../workspace/index.js';
import { isEmpty, lineEnd, lineStart, trimmed } from './prose-at.js';

/**
 * The whole paragraphs (or lists, quotes …) that a selection covers, from the first line's start to the last
 * one's end, at the top level of the text; `undefined` when it covers none or cuts through one.
 */
export function paragraphsIn(page: Page, selection: Span): Span | undefined {
  const { text } = page;
  const words = trimmed(text, selection);
  if (isEmpty(words)) return undefined;
  const span = { start: lineStart(text, words.start), end: lineEnd(text, words.end) };
  if (
    text.slice(span.start, words.start).trim() !== '' ||
    text.slice(words.end, span.end).trim() !== ''
  )
    return undefined;
  const front = page.facts.front.span;
  if (front !== undefined && span.start < front.end) return undefined;
  if (!isEdge(text, span.start, -1) || !isEdge(text, span.end, 1)) return undefined;
  return holdsProse(page, span) ? span : undefined;
}

/** Whether beyond a line there is a blank one, or nothing. */
function isEdge(text: string, offset: number, way: 1 | -1): boolean {
  if (way < 0)
    return (
      /(?:^|(?:\r\n?|\n)[ \t]*(?:\r\n?|\n))$/.test(text.slice(Math.max(0, offset - 200), offset)) ||
      offset === 0
    );
  return /^(?:(?:\r\n?|\n)[ \t]*(?:\r\n?|\n|$)|$)/.test(text.slice(offset, offset + 200));
}

/** A heading alone promises nothing. */
function holdsProse(page: Page, span: Span): boolean {
  return syntaxOf(page).blocks.some(({ at, block }) =>
    block.prose.some(
      (prose) => prose.within === 'paragraph' && overlaps(shift(prose.span, at), span),
    ),
  );
}
