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

/** Collects them page by page: none of the pages need stay in memory for it. */
export interface BatchCollector {
  /** @param place of the page in the batch */
  add(place: number, page: Page): void;
  done(): BatchSymbols;
}

export function collectBatch(): BatchCollector {
  const families = FAMILIES.map((family) => [family, new Map<string, number[]>()] as const);
  return {
    add(place, page) {
      const symbols = symbolsOf(page);
      for (const [family, found] of families) {
        for (const key of symbols[family].keys()) {
          const places = found.get(key);
          if (places === undefined) found.set(key, [place]);
          else places.push(place);
        }
      }
    },
    done: () =>
      Object.fromEntries(
        families.map(([family, found]) => [family, familySymbols(found)]),
      ) as unknown as BatchSymbols,
  };
}

function familySymbols(found: ReadonlyMap<string, readonly number[]>): FamilySymbols {
  return {
    keys: [...found.keys()],
    counts: Int32Array.from(found.values(), ({ length }) => length),
    places: Int32Array.from([...found.values()].flat()),
  };
}
