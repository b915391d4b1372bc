import { type FuzzyQuery, fuzzyQuery, fuzzyScore } from '../../text/index.js';
import { perWorkspace, type Workspace } from '../../workspace/index.js';
import { foldSearch } from './symbols-fold.js';
import {
  type FoundSymbol,
  type PageSymbol,
  type SymbolName,
  type SymbolType,
  symbolNamesOf,
} from './symbols-of-page.js';

export type { FoundSymbol, SymbolType } from './symbols-of-page.js';

/** Who and what is searched for most comes first where words fit equally well. */
const SYMBOL_TYPES: readonly SymbolType[] = ['entity', 'commitment', 'heading'];

const WEIGHTS: Readonly<Record<SymbolType, number>> = { entity: 1, commitment: 0.9, heading: 0.95 };

/**
 * Entities by any of their names and their ids, commitments by their words and ids, headings of
 * briefs: letters in order are enough, case and accents do not count, several words may stand in any
 * order. The best first, each symbol once. Without a query, a first set to choose from.
 * @param types only these
 */
export function findSymbols(
  workspace: Workspace,
  query: string,
  limit: number,
  types: readonly SymbolType[] = SYMBOL_TYPES,
): readonly FoundSymbol[] {
  const folded = foldSearch(query).slice(0, MAX_QUERY).trim();
  if (limit <= 0) return [];
  if (folded === '') return firstOf(workspace, limit, types);
  const read = fuzzyQuery(folded);
  const found = types.flatMap((type) => best(allIn(workspace)[type], read, type, limit));
  return found.sort(byScore).slice(0, limit);
}

/** Nobody types more, and each word of it is looked for in each name. */
const MAX_QUERY = 64;

/** The names of one type in the order of the pages; `letters` has those of each, side by side. */
interface Names {
  readonly names: readonly SymbolName[];
  readonly letters: Int32Array;
}

const allIn: (workspace: Workspace) => Readonly<Record<SymbolType, Names>> = perWorkspace(
  (workspace) => ({
    entity: gathered(workspace, 'entity'),
    commitment: gathered(workspace, 'commitment'),
    heading: gathered(workspace, 'heading'),
  }),
);

function gathered({ pages }: Workspace, type: SymbolType): Names {
  const names: SymbolName[] = [];
  for (const page of pages.values()) {
    for (const name of symbolNamesOf(page)[type]) names.push(name);
  }
  return { names, letters: Int32Array.from(names, (name) => name.letters) };
}

/** Keeps few: of 100,000 that have a letter in them, nobody looks at more than the first hundreds. */
function best(
  { names, letters }: Names,
  query: FuzzyQuery,
  type: SymbolType,
  limit: number,
): readonly FoundSymbol[] {
  const wanted = query.letters;
  let kept: RankedSymbol[] = [];
  let least = 0;
  for (let at = 0; at < letters.length; at += 1) {
    if (((letters[at] ?? 0) & wanted) !== wanted) continue;
    const name = names[at];
    const score = name === undefined ? 0 : fitOf(query, name) * WEIGHTS[type];
    if (name === undefined || score <= least) continue;
    const last = kept.at(-1);
    if (last?.name.symbol !== name.symbol) kept.push({ name, score });
    else if (score > last.score) kept[kept.length - 1] = { name: shown(last, name), score };
    // Not between two names of one symbol: it would be kept twice.
    if (kept.length < 4 * limit + 64 || names[at + 1]?.symbol === name.symbol) continue;
    kept = firstRanked(kept, limit);
    least = kept.at(-1)?.score ?? 0;
  }
  return firstRanked(kept, limit).map(({ name: { symbol, words }, score }) => ({
    ...symbol,
    matched: words === symbol.name ? undefined : words,
    score,
  }));
}

/** Its own name is what a person reads: of equally good words they come first. */
function fitOf(query: FuzzyQuery, { symbol, words, folded }: SymbolName): number {
  return fuzzyScore(query, folded) * (words === symbol.name ? 1 : OTHER_WORDS);
}

const OTHER_WORDS = 0.97;

interface RankedSymbol {
  readonly name: SymbolName;
  readonly score: number;
}

/** Which of two names tells why it was found: its own, if the words can be seen in it. */
function shown(known: RankedSymbol, better: SymbolName): SymbolName {
  const isOwn = known.name.words === known.name.symbol.name;
  return isOwn && known.score > EVIDENT ? known.name : better;
}

/** Above it, words stand in a name as they were typed. */
const EVIDENT = 0.5;

function firstRanked(kept: readonly RankedSymbol[], limit: number): RankedSymbol[] {
  return kept.toSorted((a, b) => b.score - a.score || compareNames(a, b)).slice(0, limit);
}

function compareNames({ name: a }: RankedSymbol, { name: b }: RankedSymbol): number {
  return a.symbol.name.length - b.symbol.name.length || compare(a.symbol.name, b.symbol.name);
}

function byScore(a: FoundSymbol, b: FoundSymbol): number {
  return b.score - a.score || a.name.length - b.name.length || compare(a.name, b.name);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Something of everything: of each type its share, then what is left of those that have more. */
function firstOf(
  workspace: Workspace,
  limit: number,
  types: readonly SymbolType[],
): readonly FoundSymbol[] {
  const all = allIn(workspace);
  const share = Math.ceil(limit / Math.max(1, types.length));
  const firsts = types.map((type) => distinct(all[type].names, limit));
  const taken = firsts.flatMap((symbols) => symbols.slice(0, share));
  const rest = firsts.flatMap((symbols) => symbols.slice(share));
  return [...taken, ...rest]
    .slice(0, limit)
    .map((symbol) => ({ ...symbol, matched: undefined, score: 0 }));
}

function distinct(names: readonly SymbolName[], limit: number): readonly PageSymbol[] {
  const symbols = new Set<PageSymbol>();
  for (const { symbol } of names) {
    if (symbols.size >= limit) break;
    symbols.add(symbol);
  }
  return [...symbols];
}
