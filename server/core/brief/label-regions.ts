import type { PlacedBlock } from '../parse/index.js';
import { bySpan, type Span } from '../text/index.js';
import type { TagCandidate } from './tag-candidates.js';

/**
 * Adds to `keep` what of the prose of a block its headings and the labels of its tags hold, in order,
 * apart: nobody asks for other words, and most of a brief is other words.
 */
export function addLabelRegions(
  { at, block }: PlacedBlock,
  tags: readonly TagCandidate[],
  keep: Span[],
): void {
  const areas: Span[] = [];
  for (const { content } of block.headings) areas.push(content);
  for (const { syntax } of tags) if (syntax.label !== undefined) areas.push(syntax.label.span);
  if (block.headings.length > 0) areas.sort(bySpan);
  let next = 0;
  for (const { span, within } of block.prose) {
    if (within === 'record') continue;
    let cursor = span.start;
    for (let area = areas[next]; area && area.start < span.end; area = areas[next]) {
      const start = Math.max(cursor, area.start);
      const end = Math.min(area.end, span.end);
      if (start < end) keep.push({ start: at + start, end: at + end });
      cursor = Math.max(cursor, end);
      next += 1;
    }
  }
}

/** Adds all of the prose of a block. */
export function addProseRegions({ at, block }: PlacedBlock, keep: Span[]): void {
  for (const { span, within } of block.prose)
    if (within !== 'record') keep.push({ start: at + span.start, end: at + span.end });
}
