import type { Page, PageId, Pages } from './model.js';
import { emptyOverlayMap, type OverlayMap } from './overlay-map.js';

export const NO_PAGES: Pages = pagesOf(emptyOverlayMap(), []);

/** Ids are sorted when asked for, and again only when a page came or went. */
function pagesOf(pages: OverlayMap<Page>, sorted: readonly PageId[] | undefined): Pages {
  let ids = sorted;
  const sortedIds = (): readonly PageId[] => {
    ids ??= [...pages.keys()].sort();
    return ids;
  };
  const store = {};
  return {
    size: pages.size,
    get: pages.get,
    peek: pages.get,
    has: pages.has,
    keys: sortedIds,
    store,
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
