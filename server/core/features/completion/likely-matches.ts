import type { Page, Workspace } from '../../workspace/index.js';
import { type TopItems, topOf } from '../top-items.js';
import { MAX_ITEMS } from './completion.js';
import {
  compareNames,
  entriesWithId,
  type Fit,
  fitOfEntry,
  matchingByName,
  type SearchEntries,
  type SearchEntry,
  type SearchQuery,
  searchEntriesOf,
} from './name-search.js';
import { type Prominence, prominenceIn } from './prominence.js';

/** Something that what is typed may mean. */
export interface LikelyMatch {
  readonly known: SearchEntry;
  readonly fit: Fit;
  readonly isHere: boolean;
  readonly pages: number;
  readonly rank: number;
}

/** What is asked for. */
export interface MatchQuery {
  readonly kinds: readonly string[] | 'any';
  readonly query: SearchQuery;
  /** Ids that cannot be meant. */
  readonly leftOut?: ReadonlySet<string>;
  /** The lower the earlier, before all else; by id. Default 0. */
  readonly rank?: (known: SearchEntry) => number;
}

/**
 * What may be meant, the likeliest first: what the brief speaks of already, what begins with the typed
 * words, what is spoken of in most pages, then by name. Each id once, {@link MAX_ITEMS} at most.
 */
export function likelyMatches(
  workspace: Workspace,
  page: Page,
  wanted: MatchQuery,
): readonly LikelyMatch[] {
  const prominence = prominenceIn(workspace, page);
  const top = topOf(MAX_ITEMS, compare);
  for (const entries of searchEntriesOf(workspace, wanted.kinds)) {
    // Whoever ranks looks at each; and few are soon looked at.
    if (wanted.rank !== undefined || entries.all.length < MANY)
      addEach(top, entries.all, wanted, prominence);
    else {
      addEach(top, spokenAmong(entries, prominence), wanted, prominence);
      addOthers(top, entries, wanted, prominence);
    }
  }
  const seen = new Set<string>();
  return top.items().filter(({ known }) => {
    const { text } = known.definition.id;
    return !seen.has(text) && seen.add(text);
  });
}

function addEach(
  top: TopItems<LikelyMatch>,
  entries: Iterable<SearchEntry>,
  { query, leftOut, rank }: MatchQuery,
  { isHere, pages }: Prominence,
): void {
  for (const known of entries) {
    const fit = fitOfEntry(known, query);
    const id = known.definition.id.text;
    if (fit === undefined || leftOut?.has(id)) continue;
    const worst = top.worst();
    if (rank === undefined && worst !== undefined && fit > worst.fit && !isHere(id)) continue;
    top.add({ known, fit, isHere: isHere(id), pages: pages(id), rank: rank?.(known) ?? 0 });
  }
}

/** Of so many, what is known of the last query helps with the next. */
const MANY = 1000;

/** Those of which some page speaks: few of 100,000. */
function* spokenAmong(
  entries: SearchEntries,
  { isHere, pages, ids, most }: Prominence,
): Iterable<SearchEntry> {
  if (entries.all.length > most) {
    for (const id of ids()) yield* entriesWithId(entries, id);
    return;
  }
  for (const known of entries.all) {
    const id = known.definition.id.text;
    if (isHere(id) || pages(id) > 0) yield known;
  }
}

/**
 * The others go by how well they fit, then by name, in which order they come: so of those that fit alike only the first
 * are looked at.
 */
function addOthers(
  top: TopItems<LikelyMatch>,
  entries: SearchEntries,
  { query, leftOut }: MatchQuery,
  { isHere, pages }: Prominence,
): void {
  const { found, fits } = matchingByName(entries, query);
  const added = [0, 0, 0];
  for (let at = 0; at < found.length; at += 1) {
    const fit = (fits?.[at] ?? 0) as Fit;
    if ((added[fit] ?? 0) >= MAX_ITEMS) {
      // None fits better.
      if (fit === 0) return;
      continue;
    }
    const known = found[at] as SearchEntry;
    const id = known.definition.id.text;
    if (leftOut?.has(id) || isHere(id) || pages(id) > 0) continue;
    top.add({ known, fit, isHere: false, pages: 0, rank: 0 });
    added[fit] = (added[fit] ?? 0) + 1;
  }
}

function compare(a: LikelyMatch, b: LikelyMatch): number {
  return (
    a.rank - b.rank ||
    Number(b.isHere) - Number(a.isHere) ||
    a.fit - b.fit ||
    b.pages - a.pages ||
    compareNames(a.known, b.known)
  );
}
