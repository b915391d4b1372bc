import { decodePage, type Page, type PageId, type Pages, unreadPage } from '../../../core/index.js';

/**
 * The stubs of all pages of a workspace as bytes outside of the heap, the same for all threads. Pages have
 * numbers: registries first, then the others, each in order of their ids.
 */
export interface PageStore {
  readonly ids: readonly PageId[];
  /** So many of the first are registries. */
  readonly registries: number;
  readonly chunks: readonly SharedArrayBuffer[];
  /**
   * By number: which chunk, where in it, how many bytes: none of a page that is not there, {@link UNREAD} of
   * an ordinary document that was not read.
   */
  readonly chunkOf: Int32Array;
  readonly from: Int32Array;
  readonly length: Int32Array;
}

export const UNREAD = -1;

export function emptyPageStore(
  ids: readonly PageId[],
  registries: number,
): Omit<PageStore, 'chunks'> {
  const numbers = (): Int32Array => new Int32Array(new SharedArrayBuffer(4 * ids.length));
  return { ids, registries, chunkOf: numbers(), from: numbers(), length: numbers() };
}

/** Whether the page of a number is there, read or not. */
export function isThere({ length }: Pick<PageStore, 'length'>, number: number): boolean {
  return (length[number] ?? 0) !== 0;
}

/**
 * The pages of a store. Whole pages are put over them with `with`, some at a time: those have the same
 * names and ids. Stubs decoded meanwhile are cached with that overlay and go with it; registries, which
 * every page needs, stay.
 */
export function pagesOf(store: PageStore): Pages {
  const numbers = new Map(store.ids.map((id, number) => [id, number]));
  const hasPage = (number: number | undefined): number is number =>
    number !== undefined && isThere(store, number);
  const registries = new Map<number, Page>();
  const decoded = (id: PageId, number: number): Page => {
    const known = registries.get(number);
    if (known !== undefined) return known;
    if (store.length[number] === UNREAD) return unreadPage(id);
    const page = decodePage(id, bytesAt(store, number));
    if (number < store.registries) registries.set(number, page);
    return page;
  };
  let sorted: readonly PageId[] | undefined;
  const base: BasePages = {
    store,
    size: store.length.reduce((count, length) => count + Number(length !== 0), 0),
    has: (id) => hasPage(numbers.get(id)),
    decoded: (id) => {
      const number = numbers.get(id);
      return hasPage(number) ? decoded(id, number) : undefined;
    },
    sorted: () => {
      sorted ??= store.ids.filter((id) => hasPage(numbers.get(id))).sort();
      return sorted;
    },
  };
  return overlayPages(base, new Map());
}

interface BasePages {
  readonly store: PageStore;
  readonly size: number;
  has(id: PageId): boolean;
  decoded(id: PageId): Page | undefined;
  sorted(): readonly PageId[];
}

function overlayPages(base: BasePages, over: ReadonlyMap<PageId, Page | undefined>): Pages {
  // A page must stay the same object: it is compared, and much is remembered by it.
  const cached = new Map<PageId, Page>();
  const get = (id: PageId): Page | undefined => {
    if (over.has(id)) return over.get(id);
    const known = cached.get(id);
    if (known !== undefined) return known;
    const page = base.decoded(id);
    if (page !== undefined) cached.set(id, page);
    return page;
  };
  const has = (id: PageId): boolean => (over.has(id) ? over.get(id) !== undefined : base.has(id));
  const isSame = [...over].every(([id, page]) => base.has(id) === (page !== undefined));
  const keys = (): readonly PageId[] =>
    isSame ? base.sorted() : [...new Set([...base.sorted(), ...over.keys()])].filter(has).sort();
  return {
    size: isSame ? base.size : keys().length,
    get,
    peek: (id) => over.get(id) ?? cached.get(id) ?? (has(id) ? base.decoded(id) : undefined),
    has,
    keys,
    *values() {
      for (const id of keys()) {
        const page = get(id);
        if (page !== undefined) yield page;
      }
    },
    store: base.store,
    with: (changes) => overlayPages(base, new Map([...over, ...changes])),
  };
}

function bytesAt({ chunks, chunkOf, from, length }: PageStore, number: number): Uint8Array {
  const chunk = chunks[chunkOf[number] ?? 0];
  return chunk === undefined
    ? new Uint8Array()
    : new Uint8Array(chunk, from[number], length[number]);
}
