import { factsOfBlocks, partsOf } from '../brief/index.js';
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
