import type { CommitmentItem } from '../server/lsp/protocol.js';
import { END_STATUSES } from './core-words.js';

/** Which commitments to list. */
export type CommitmentFilter = 'overdue' | 'open' | 'all' | { readonly party: string };

export function isFilter(value: unknown): value is CommitmentFilter {
  if (value === 'overdue' || value === 'open' || value === 'all') return true;
  return typeof value === 'object' && value !== null && 'party' in value && isText(value.party);
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

export function filterCommitments(
  all: readonly CommitmentItem[],
  filter: CommitmentFilter,
): readonly CommitmentItem[] {
  if (filter === 'all') return all;
  if (filter === 'overdue') return all.filter(({ overdue }) => overdue);
  if (filter === 'open') return all.filter(({ status }) => !END_STATUSES.includes(status));
  return all.filter(({ by, to }) => by.includes(filter.party) || to.includes(filter.party));
}

export interface Party {
  readonly name: string;
  readonly owes: number;
  readonly isOwed: number;
}

/** Everyone who promised or was promised something, those with most commitments first. */
export function partiesOf(all: readonly CommitmentItem[]): readonly Party[] {
  const names = new Set(all.flatMap(({ by, to }) => [...by, ...to]));
  names.delete(EACH_OTHER);
  return [...names]
    .map((name) => ({
      name,
      owes: all.filter(({ by }) => by.includes(name)).length,
      isOwed: all.filter((item) => isOwedTo(item, name)).length,
    }))
    .sort((a, b) => b.owes + b.isOwed - (a.owes + a.isOwed) || (a.name < b.name ? -1 : 1));
}

/** What the server says in place of a name where the parties promise one another. */
const EACH_OTHER = 'each other';

function isOwedTo({ by, to }: CommitmentItem, name: string): boolean {
  return to.includes(name) || (to.includes(EACH_OTHER) && by.includes(name));
}
