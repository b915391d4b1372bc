import { factsOfBlock, factsOfBlocks, partsOf } from '../brief/index.js';
import { firstAtLeast } from '../text/index.js';
import { perPage } from './memo.js';
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

/** One block of a page without its headings; the same object each time, as what follows from it is kept with it. */
export function blockOfPage(page: Page, index: number): Page {
  const known = blocksOf(page);
  const { id, text, facts } = page;
  const block = known.get(index) ?? { id, text, facts: factsOfBlock(facts, index) };
  known.set(index, block);
  return block;
}

/** The blocks of a page that touch an offset: all that can stand there. */
export function partAt(page: Page, offset: number): Page {
  const blocks = partsOf(page.facts)?.blocks;
  if (blocks === undefined) return page;
  const from = firstAtLeast(blocks, offset, ({ at, length }) => at + length);
  return partOfPage(
    page,
    from,
    Math.max(
      from,
      firstAtLeast(blocks, offset + 1, ({ at }) => at),
    ),
  );
}

const blocksOf = perPage(() => new Map<number, Page>());
