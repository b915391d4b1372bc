import type { Page, Workspace } from '../../workspace/index.js';
import { best } from './best.js';
import { MOST } from './completion.js';
import { type Fit, fitOfKnown, type Known, knownOf, type Query } from './search.js';
import { type Prominence, prominenceIn } from './standing-out.js';

/** Something that what is typed may mean. */
export interface Likely {
  readonly known: Known;
  readonly fit: Fit;
  readonly isHere: boolean;
  readonly pages: number;
  readonly rank: number;
}

/** What is asked for. */
export interface Wanted {
  readonly kinds: readonly string[] | 'any';
  readonly query: Query;
  /** Ids that cannot be meant. */
  readonly leftOut?: ReadonlySet<string>;
  /** The lower the earlier, before all else; by id. Default 0. */
  readonly rank?: (known: Known) => number;
}

/**
 * What may be meant, the likeliest first: what the brief speaks of already, what begins with the typed
 * words, what is spoken of in most pages, then by name. Each id once, {@link MOST} at most.
 */
export function likely(workspace: Workspace, page: Page, wanted: Wanted): readonly Likely[] {
  const prominence = prominenceIn(workspace, page);
  const seen = new Set<string>();
  return best(matching(workspace, wanted, prominence), MOST, compare).filter(({ known }) => {
    const { text } = known.definition.id;
    return !seen.has(text) && seen.add(text);
  });
}

function* matching(
  workspace: Workspace,
  { kinds, query, leftOut, rank }: Wanted,
  { isHere, pages }: Prominence,
): Iterable<Likely> {
  for (const several of knownOf(workspace, kinds)) {
    for (const known of several) {
      const fit = fitOfKnown(known, query);
      const id = known.definition.id.text;
      if (fit === undefined || leftOut?.has(id)) continue;
      yield { known, fit, isHere: isHere(id), pages: pages(id), rank: rank?.(known) ?? 0 };
    }
  }
}

function compare(a: Likely, b: Likely): number {
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
