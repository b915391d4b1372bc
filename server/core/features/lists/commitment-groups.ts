import { EACH_OTHER } from '../../brief/index.js';
import { addToGroup, lazily, perObject } from '../../text/index.js';
import { perNaming, STATUSES, type Workspace } from '../../workspace/index.js';
import { statusName } from '../describe/commitment-words.js';
import { nameOfId } from '../describe/id-names.js';
import { foldSearch } from '../symbols/symbols-fold.js';
import { commitmentIndex } from './commitment-index.js';
import { type CommitmentRow, DUE_GROUPS, type DueGroup } from './commitment-rows.js';

/** What commitments may be grouped by. */
export const COMMITMENT_GROUPINGS = ['due', 'status', 'party', 'agreement', 'brief'] as const;

export type CommitmentGrouping = (typeof COMMITMENT_GROUPINGS)[number];

/** Commitments that have something in common: `key`, which is empty where they have no party or no agreement. */
export interface CommitmentGroup {
  readonly key: string;
  /** The most pressing first. */
  readonly rows: readonly CommitmentRow[];
  readonly overdue: number;
}

/** The commitments that a query finds, in groups; one of several parties is in the group of each. */
export function commitmentGroups(
  workspace: Workspace,
  by: CommitmentGrouping,
  query: string,
): readonly CommitmentGroup[] {
  return groupsOf(commitmentsFound(workspace, query))[by];
}

/** What a group is called. */
export function commitmentGroupTitle(
  workspace: Workspace,
  by: CommitmentGrouping,
  { key, rows: [first] }: CommitmentGroup,
): string {
  if (by === 'due') return DUE_TITLES[key as DueGroup];
  if (by === 'status') return capital(statusName(STATUSES.find((status) => status === key)));
  if (by === 'brief') return first?.brief ?? key;
  if (key !== '') return nameOfId(workspace, key);
  return by === 'party' ? 'No party' : 'No agreement';
}

const DUE_TITLES: Readonly<Record<DueGroup, string>> = {
  overdue: 'Overdue',
  month: 'Due within 30 days',
  year: 'Due within a year',
  later: 'Due later',
  none: 'No deadline',
  over: 'Closed',
};

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * The commitments in which all words of a query stand, in any order and in anything that is shown of them; the most
 * pressing first.
 */
export function commitmentsFound(workspace: Workspace, query: string): readonly CommitmentRow[] {
  const { rows } = commitmentIndex(workspace);
  const folded = foldSearch(query).trim();
  if (folded === '') return rows;
  const last = lastFound(rows);
  // Whoever looks through what was found asks the same again, group by group.
  if (last.query !== folded || last.naming !== workspace.naming) {
    const words = folded.split(' ');
    last.found = rows.filter((row) => words.every((word) => says(workspace, row, word)));
    Object.assign(last, { query: folded, naming: workspace.naming });
  }
  return last.found;
}

/** How many of the commitments that a query finds are overdue. */
export function countOverdue(workspace: Workspace, query: string): number {
  return overdueIn(commitmentsFound(workspace, query));
}

const overdueIn = perObject(
  (rows: readonly CommitmentRow[]) => rows.filter(({ overdue }) => overdue).length,
);

interface LastFound {
  query: string;
  naming: object;
  found: readonly CommitmentRow[];
}

const lastFound = perObject(
  (rows: readonly CommitmentRow[]): LastFound => ({ query: '', naming: {}, found: rows }),
);

function says(workspace: Workspace, row: CommitmentRow, word: string): boolean {
  if (wordsOfRow(row).includes(word)) return true;
  const { by, for: behalf, to, under } = row;
  return [by, behalf, to, under ?? []]
    .flat()
    .some((id) => foldedName(workspace, id).includes(word));
}

const wordsOfRow = perObject(({ words, id, status, due, brief }: CommitmentRow) =>
  foldSearch([words, id, status, due, brief].join(' ')),
);

const foldedName: (workspace: Workspace, id: string) => string = perNaming((workspace, id) =>
  foldSearch(nameOfId(workspace, id)),
);

/** Each grouping is made when it is first asked for. */
const groupsOf = perObject((rows: readonly CommitmentRow[]) =>
  lazily<Readonly<Record<CommitmentGrouping, readonly CommitmentGroup[]>>>({
    due: () => grouped('due', rows, ({ when }) => [when]),
    status: () => grouped('status', rows, ({ status }) => [status]),
    party: () => grouped('party', rows, partiesOf),
    agreement: () => grouped('agreement', rows, ({ under = '' }) => [under]),
    brief: () => grouped('brief', rows, ({ page }) => [page]),
  }),
);

/** Those who owe it or are owed it; of what they promise each other, they alone. */
function partiesOf({ by, for: behalf, to }: CommitmentRow): readonly string[] {
  const parties: string[] = [];
  for (const ids of [by, behalf, to])
    for (const id of ids) if (id !== EACH_OTHER && !parties.includes(id)) parties.push(id);
  return parties.length === 0 ? [''] : parties;
}

function grouped(
  by: CommitmentGrouping,
  rows: readonly CommitmentRow[],
  keysOf: (row: CommitmentRow) => readonly string[],
): readonly CommitmentGroup[] {
  const groups = new Map<string, CommitmentRow[]>();
  for (const row of rows) for (const key of keysOf(row)) addToGroup(groups, key, row);
  return [...groups]
    .map(([key, held]) => {
      return { key, rows: held, overdue: overdueIn(held) };
    })
    .sort((a, b) => compareGroups(by, a, b));
}

/** What tells the order of two groups: by a grouping's own, or the larger or newer one first. */
export function compareGroups(
  by: CommitmentGrouping,
  a: Pick<CommitmentGroup, 'key' | 'rows'>,
  b: Pick<CommitmentGroup, 'key' | 'rows'>,
): number {
  return ORDERS[by](a, b) || (a.key < b.key ? -1 : 1);
}

type Order = (...groups: readonly [Keyed, Keyed]) => number;
type Keyed = Pick<CommitmentGroup, 'key' | 'rows'>;

const largest: Order = (a, b) =>
  Number(a.key === '') - Number(b.key === '') || b.rows.length - a.rows.length;

const ORDERS: Readonly<Record<CommitmentGrouping, Order>> = {
  due: (a, b) => rank(DUE_GROUPS, a) - rank(DUE_GROUPS, b),
  status: (a, b) => rank(STATUSES, a) - rank(STATUSES, b),
  party: largest,
  agreement: largest,
  brief: ({ rows: [a] }, { rows: [b] }) => (b?.told ?? 0) - (a?.told ?? 0),
};

/** What has no place in the order comes last. */
function rank(order: readonly string[], { key }: Keyed): number {
  return order.includes(key) ? order.indexOf(key) : order.length;
}
