import { emptyLayered, type Layered } from './layered.js';
import type { Page, PageId, Pages } from './model.js';

export const NO_PAGES: Pages = pagesOf(emptyLayered(), []);

/** Ids are sorted when asked for, and again only when a page came or went. */
function pagesOf(pages: Layered<Page>, sorted: readonly PageId[] | undefined): Pages {
  let ids = sorted;
  const sortedIds = (): readonly PageId[] => {
    ids ??= [...pages.keys()].sort();
    return ids;
  };
  const shelf = {};
  return {
    size: pages.size,
    get: pages.get,
    peek: pages.get,
    has: pages.has,
    keys: sortedIds,
    shelf,
    *values() {
      for (const id of sortedIds()) {
        const page = pages.get(id);
        if (page !== undefined) yield page;
      }
    },
    with(changes) {
      const sameIds = [...changes].every(([id, page]) => pages.has(id) === (page !== undefined));
      return pagesOf(pages.with(changes), sameIds ? ids : undefined);
    },
  };
}
