import { FAMILIES, type Page, type Symbols, symbolsOf } from '../../../core/index.js';

export type Family = keyof Symbols;

/** What some pages can be asked for, and which of them: each symbol with the places in the batch. */
export type BatchSymbols = Readonly<Record<Family, FamilySymbols>>;

export interface FamilySymbols {
  readonly keys: readonly string[];
  /** How many places each key has; they stand one after the other in `places`. */
  readonly counts: Int32Array;
  readonly places: Int32Array;
}

/** @param pages by their place in the batch */
export function symbolsIn(pages: ReadonlyMap<number, Page>): BatchSymbols {
  return Object.fromEntries(
    FAMILIES.map((family) => [family, familyIn(family, pages)]),
  ) as unknown as BatchSymbols;
}

function familyIn(family: Family, pages: ReadonlyMap<number, Page>): FamilySymbols {
  const found = new Map<string, number[]>();
  for (const [place, page] of pages) {
    for (const key of symbolsOf(page)[family].keys()) {
      const places = found.get(key);
      if (places === undefined) found.set(key, [place]);
      else places.push(place);
    }
  }
  return {
    keys: [...found.keys()],
    counts: Int32Array.from(found.values(), ({ length }) => length),
    places: Int32Array.from([...found.values()].flat()),
  };
}
