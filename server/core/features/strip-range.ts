import { stripEdits } from '../brief/index.js';
import { applyEdits, overlaps, type Span } from '../text/index.js';
import type { Page } from '../workspace/index.js';

/**
 * The words of a stretch of a page without the tags in it; without a stretch, of all of it. Of a tag that the
 * stretch cuts through, what lies inside is left out as well.
 */
export function stripIn(page: Page, range?: Span): string {
  const { text, facts } = page;
  const edits = stripEdits(text, facts);
  if (range === undefined) return applyEdits(text, edits);
  const inside = edits
    .filter(({ span }) => overlaps(span, range))
    .map(({ span, text: put }) => {
      const start = Math.max(span.start, range.start);
      const end = Math.min(span.end, range.end);
      return { span: { start: start - range.start, end: end - range.start }, text: put };
    });
  return applyEdits(text.slice(range.start, range.end), inside);
}
