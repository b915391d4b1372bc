import { Map as PersistentMap } from 'immutable';
import type { Page, PageId, Pages } from './model.js';

export const NO_PAGES: Pages = pagesOf(PersistentMap(), []);

/** Persistent, so that the next snapshot shares all but what changed; ids are sorted when asked for. */
function pagesOf(pages: PersistentMap<PageId, Page>, sorted: readonly PageId[] | undefined): Pages {
  let ids = sorted;
  const sortedIds = (): readonly PageId[] => {
    ids ??= [...pages.keys()].sort();
    return ids;
  };
  return {
    size: pages.size,
    get: (id) => pages.get(id),
    has: (id) => pages.has(id),
    *values() {
      for (const id of sortedIds()) {
        const page = pages.get(id);
        if (page !== undefined) yield page;
      }
    },
    with(changes) {
      const next = pages.withMutations((open) => {
        for (const [id, page] of changes) {
          if (page === undefined) open.delete(id);
          else open.set(id, page);
        }
      });
      const sameIds = [...changes].every(([id, page]) => pages.has(id) === (page !== undefined));
      return pagesOf(next, sameIds ? ids : undefined);
    },
  };
}
