import { type FuzzyQuery, fuzzyQuery, fuzzyScore, longestScored } from '../../text/index.js';
import { perWorkspace, type Workspace } from '../../workspace/index.js';
import { type TopItems, topOf } from '../top-items.js';
import { foldSearch } from './symbols-fold.js';
import {
  type FoundSymbol,
  type PageSymbol,
  type SymbolName,
  type SymbolNames,
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
  const kept = topOf(limit, compareRanked);
  // Those that may score most first: what cannot be better is passed over.
  const asked = types.toSorted((one, other) => WEIGHTS[other] - WEIGHTS[one]);
  for (const type of asked) addBest(allIn(workspace), read, type, kept);
  return kept.items().map(({ name: { symbol, words }, score }) => ({
    ...symbol,
    matched: words === symbol.name ? undefined : words,
    score,
  }));
}

/** Nobody types more, and each word of it is looked for in each name. */
const MAX_QUERY = 64;

/** What is searched in each page, in their order. Kept for the next letter. */
const allIn: (workspace: Workspace) => readonly SymbolNames[] = perWorkspace(({ pages }) =>
  Array.from(pages.values(), symbolNamesOf),
);

/** Keeps few: of 100,000 that have a letter in them, nobody looks at more than the first hundreds. */
function addBest(
  pages: readonly SymbolNames[],
  query: FuzzyQuery,
  type: SymbolType,
  kept: TopItems<RankedSymbol>,
): void {
  const { letters: wanted, starts: first } = query;
  const weight = WEIGHTS[type];
  const boundOf = (worst: RankedSymbol | undefined) => {
    const least = (worst?.score ?? 0) / weight - ROUNDING;
    return { worst, least, longest: longestScored(query, least) };
  };
  let bound = boundOf(kept.worst());
  const add = (one: RankedSymbol): void => {
    kept.add(one);
    if (kept.worst() !== bound.worst) bound = boundOf(kept.worst());
  };
  for (const { [type]: page } of pages) {
    const { names, letters, starts, lengths, shortest } = page;
    if (shortest > bound.longest.begins) continue;
    let last: RankedSymbol | undefined;
    for (let at = 0; at < letters.length; at += 1) {
      if (((letters[at] ?? 0) & wanted) !== wanted) continue;
      const { least, longest } = bound;
      // Where enough was found that fits better than this can, it need not be looked at.
      const begins = ((starts[at] ?? 0) & first) === first;
      if ((lengths[at] ?? 0) > (begins ? longest.begins : longest.inside)) continue;
      const name = names[at];
      const fit = name === undefined ? 0 : fitOf(query, name, least);
      if (name === undefined || fit <= 0 || fit < least) continue;
      const score = fit * weight;
      // The names of one symbol follow each other: it is kept once.
      if (last !== undefined && last.name.symbol !== name.symbol) add(last);
      else if (last !== undefined) {
        if (score > last.score) last = { name: shown(last, name), score };
        continue;
      }
      last = { name, score };
    }
    if (last !== undefined) add(last);
  }
}

/** What fits equally well is looked at, however it was counted. */
const ROUNDING = 1e-9;

/** Its own name is what a person reads: of equally good words they come first. */
function fitOf(query: FuzzyQuery, { symbol, words, folded }: SymbolName, least: number): number {
  return fuzzyScore(query, folded, least) * (words === symbol.name ? 1 : OTHER_WORDS);
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

function compareRanked(a: RankedSymbol, b: RankedSymbol): number {
  if (a.score !== b.score) return b.score - a.score;
  const [one, other] = [a.name.symbol, b.name.symbol];
  return (
    one.name.length - other.name.length ||
    compare(one.name, other.name) ||
    SYMBOL_TYPES.indexOf(one.type) - SYMBOL_TYPES.indexOf(other.type)
  );
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
  const firsts = types.map((type) => distinct(all, type, limit));
  const taken = firsts.flatMap((symbols) => symbols.slice(0, share));
  const rest = firsts.flatMap((symbols) => symbols.slice(share));
  return [...taken, ...rest]
    .slice(0, limit)
    .map((symbol) => ({ ...symbol, matched: undefined, score: 0 }));
}

function distinct(
  pages: readonly SymbolNames[],
  type: SymbolType,
  limit: number,
): readonly PageSymbol[] {
  const symbols = new Set<PageSymbol>();
  for (const { [type]: page } of pages) {
    for (const { symbol } of page.names) {
      if (symbols.size >= limit) return [...symbols];
      symbols.add(symbol);
    }
  }
  return [...symbols];
}
