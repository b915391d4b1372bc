import type { PlacedBlock } from '../parse/index.js';
import { bySpan, type Span, shift } from '../text/index.js';
import type { Candidate } from './candidates.js';

/**
 * Of the prose of a block, what its headings and the labels of its tags hold: nobody asks for other
 * words, and most of a brief is other words. In order, apart.
 */
export function heardIn({ at, block }: PlacedBlock, tags: readonly Candidate[]): readonly Span[] {
  const areas: Span[] = [];
  for (const { content } of block.headings) areas.push(shift(content, at));
  for (const { syntax } of tags)
    if (syntax.label !== undefined) areas.push(shift(syntax.label.span, at));
  if (block.headings.length > 0) areas.sort(bySpan);
  const heard: Span[] = [];
  let next = 0;
  for (const region of proseIn({ at, block })) {
    let cursor = region.start;
    for (let area = areas[next]; area && area.start < region.end; area = areas[next]) {
      const start = Math.max(cursor, area.start);
      const end = Math.min(area.end, region.end);
      if (start < end) heard.push({ start, end });
      cursor = Math.max(cursor, end);
      next += 1;
    }
  }
  return heard;
}

/** All of the prose of a block, with offsets of the text. */
export function proseIn({ at, block }: PlacedBlock): readonly Span[] {
  const spans: Span[] = [];
  for (const { span, within } of block.prose) if (within !== 'record') spans.push(shift(span, at));
  return spans;
}
