import { FAMILIES } from '../../../core/index.js';
import type { BatchSymbols, Family } from './batch-symbols.js';
import { type SharedSymbols, shareFamily } from './shared-symbols.js';

/** The symbols of all pages, gathered batch by batch. */
export interface SymbolCollector {
  /** @param numbers the page of each place in the batch */
  add(symbols: BatchSymbols, numbers: readonly number[]): void;
  keys(family: Family): Iterable<string>;
  /** The table of all of them; nothing can be added afterwards. */
  share(): SharedSymbols;
}

export function collectSymbols(): SymbolCollector {
  const families = new Map(FAMILIES.map((family) => [family, new Map<string, PageNumbers>()]));
  return {
    add(symbols, numbers) {
      for (const [family, gathered] of families) {
        const { keys, counts, places } = symbols[family];
        let from = 0;
        for (const [index, key] of keys.entries()) {
          const to = from + (counts[index] ?? 0);
          for (; from < to; from += 1) addPage(gathered, key, numbers[places[from] ?? 0] ?? 0);
        }
      }
    },
    keys: (family) => families.get(family)?.keys() ?? [],
    share: () =>
      Object.fromEntries(
        Array.from(families, ([family, gathered]) => [family, shareFamily(gathered)]),
      ) as unknown as SharedSymbols,
  };
}

/** Most symbols are on one page, and there may be millions of them: no list for those. */
type PageNumbers = number | number[];

function addPage(gathered: Map<string, PageNumbers>, key: string, page: number): void {
  const known = gathered.get(key);
  if (known === undefined) gathered.set(key, page);
  else if (typeof known === 'number') gathered.set(key, [known, page]);
  else known.push(page);
}
