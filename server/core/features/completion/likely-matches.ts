import type { Page, Workspace } from '../../workspace/index.js';
import { MAX_ITEMS } from './completion.js';
import {
  type Fit,
  fitOfEntry,
  type SearchEntry,
  type SearchQuery,
  searchEntriesOf,
} from './name-search.js';
import { type Prominence, prominenceIn } from './prominence.js';
import { topItems } from './top-items.js';

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
  const seen = new Set<string>();
  return topItems(matching(workspace, wanted, prominence), MAX_ITEMS, compare).filter(
    ({ known }) => {
      const { text } = known.definition.id;
      return !seen.has(text) && seen.add(text);
    },
  );
}

function* matching(
  workspace: Workspace,
  { kinds, query, leftOut, rank }: MatchQuery,
  { isHere, pages }: Prominence,
): Iterable<LikelyMatch> {
  for (const several of searchEntriesOf(workspace, kinds)) {
    for (const known of several) {
      const fit = fitOfEntry(known, query);
      const id = known.definition.id.text;
      if (fit === undefined || leftOut?.has(id)) continue;
      yield { known, fit, isHere: isHere(id), pages: pages(id), rank: rank?.(known) ?? 0 };
    }
  }
}

function compare(a: LikelyMatch, b: LikelyMatch): number {
  return (
    a.rank - b.rank ||
    Number(b.isHere) - Number(a.isHere) ||
    a.fit - b.fit ||
    b.pages - a.pages ||
    compareText(a.known.names[0] ?? '', b.known.names[0] ?? '') ||
    compareText(a.known.definition.id.text, b.known.definition.id.text)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
