import { type Page, type PageId, type Pages, unpackPage } from '../../../core/index.js';

/**
 * What others can see of every page of a workspace, packed, outside of the heap: all threads look at the
 * same bytes. Pages have numbers: registries first, then the others, each in order of their ids.
 */
export interface Shelf {
  readonly ids: readonly PageId[];
  /** So many of the first are registries. */
  readonly registries: number;
  readonly chunks: readonly SharedArrayBuffer[];
  /** By number: which chunk, where in it, how many bytes; of a page that is not there, none. */
  readonly chunkOf: Int32Array;
  readonly from: Int32Array;
  readonly length: Int32Array;
}

export function emptyShelf(ids: readonly PageId[], registries: number): Omit<Shelf, 'chunks'> {
  const numbers = (): Int32Array => new Int32Array(new SharedArrayBuffer(4 * ids.length));
  return { ids, registries, chunkOf: numbers(), from: numbers(), length: numbers() };
}

/**
 * The pages of a shelf. Whole pages are laid over them with `with`, some at a time: those have the same
 * names and ids. What is unpacked meanwhile is kept with the layer and goes with it; registries, which
 * everyone asks, stay.
 */
export function pagesOf(shelf: Shelf): Pages {
  const numbers = new Map(shelf.ids.map((id, number) => [id, number]));
  const isThere = (number: number | undefined): number is number =>
    number !== undefined && (shelf.length[number] ?? 0) > 0;
  const registries = new Map<number, Page>();
  const unpacked = (id: PageId, number: number): Page => {
    const known = registries.get(number);
    if (known !== undefined) return known;
    const page = unpackPage(id, textAt(shelf, number));
    if (number < shelf.registries) registries.set(number, page);
    return page;
  };
  let sorted: readonly PageId[] | undefined;
  const base: Base = {
    shelf,
    size: shelf.length.reduce((count, length) => count + Number(length > 0), 0),
    has: (id) => isThere(numbers.get(id)),
    unpacked: (id) => {
      const number = numbers.get(id);
      return isThere(number) ? unpacked(id, number) : undefined;
    },
    sorted: () => {
      sorted ??= shelf.ids.filter((id) => isThere(numbers.get(id))).sort();
      return sorted;
    },
  };
  return layer(base, new Map());
}

interface Base {
  readonly shelf: Shelf;
  readonly size: number;
  has(id: PageId): boolean;
  unpacked(id: PageId): Page | undefined;
  sorted(): readonly PageId[];
}

function layer(base: Base, over: ReadonlyMap<PageId, Page | undefined>): Pages {
  // A page must stay the same object: it is compared, and much is remembered by it.
  const kept = new Map<PageId, Page>();
  const get = (id: PageId): Page | undefined => {
    if (over.has(id)) return over.get(id);
    const known = kept.get(id);
    if (known !== undefined) return known;
    const page = base.unpacked(id);
    if (page !== undefined) kept.set(id, page);
    return page;
  };
  const has = (id: PageId): boolean => (over.has(id) ? over.get(id) !== undefined : base.has(id));
  const isSame = [...over].every(([id, page]) => base.has(id) === (page !== undefined));
  const keys = (): readonly PageId[] =>
    isSame ? base.sorted() : [...new Set([...base.sorted(), ...over.keys()])].filter(has).sort();
  return {
    size: isSame ? base.size : keys().length,
    get,
    peek: (id) => over.get(id) ?? kept.get(id) ?? (has(id) ? base.unpacked(id) : undefined),
    has,
    keys,
    *values() {
      for (const id of keys()) {
        const page = get(id);
        if (page !== undefined) yield page;
      }
    },
    shelf: base.shelf,
    with: (changes) => layer(base, new Map([...over, ...changes])),
  };
}

function textAt({ chunks, chunkOf, from, length }: Shelf, number: number): string {
  const chunk = chunks[chunkOf[number] ?? 0];
  if (chunk === undefined) return '';
  return Buffer.from(chunk, from[number], length[number]).toString();
}
