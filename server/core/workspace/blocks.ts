import { factsOfBlocks, partsOf, placedItem, type Tag } from '../brief/index.js';
import { firstAtLeast, type Span } from '../text/index.js';
import type { Page } from './model.js';

/** Whether the facts of a page are kept by block: those of pages that are edited are. */
export function isByBlock({ facts }: Page): boolean {
  return partsOf(facts) !== undefined;
}

/**
 * Some blocks of a page that follow each other, as if they were all of it: its whole text, but only what
 * these blocks say. What is a matter of the whole page cannot be asked of it.
 */
export function partOfPage(page: Page, from: number, to: number): Page {
  const { id, text, facts } = page;
  return isByBlock(page) ? { id, text, facts: factsOfBlocks(facts, from, to) } : page;
}

/** The blocks of a page that touch an offset: all that can stand there. */
export function partAt(page: Page, offset: number): Page {
  return partIn(page, { start: offset, end: offset });
}

/** The blocks of a page that touch a stretch of it: all that can stand there. */
export function partIn(page: Page, { start, end }: Span): Page {
  const blocks = partsOf(page.facts)?.blocks;
  if (blocks === undefined) return page;
  const from = firstAtLeast(blocks, start, ({ at, length }) => at + length);
  const to = firstAtLeast(blocks, end + 1, ({ at }) => at);
  return partOfPage(page, from, Math.max(from, to));
}

/** At least the tags that touch a stretch of a page, in reading order; not many more. */
export function tagsIn(page: Page, span: Span): readonly Tag[] {
  return partIn(page, span).facts.tags;
}

/** The tags that begin before an offset, the last first. */
export function* tagsBefore({ facts }: Page, offset: number): Iterable<Tag> {
  const blocks = partsOf(facts)?.blocks;
  if (blocks === undefined) {
    yield* facts.tags.toReversed().filter(({ span }) => span.start < offset);
    return;
  }
  for (let at = firstAtLeast(blocks, offset, (block) => block.at) - 1; at >= 0; at -= 1) {
    const block = blocks[at];
    for (let index = (block?.facts.tags.length ?? 0) - 1; index >= 0; index -= 1) {
      const tag = block && placedItem(block, 'tags', index);
      if (tag !== undefined && tag.span.start < offset) yield tag;
    }
  }
}
