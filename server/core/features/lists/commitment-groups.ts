import { EACH_OTHER } from '../../brief/index.js';
import { addToGroup, lazily, perObject } from '../../text/index.js';
import { STATUSES, type Workspace } from '../../workspace/index.js';
import { statusName } from '../describe/commitment-words.js';
import { nameOfId } from '../describe/id-names.js';
import { commitmentIndex, keptOfRows, type RowChange, withChange } from './commitment-index.js';
import { type CommitmentRow, DUE_GROUPS, type DueGroup } from './commitment-rows.js';
import { commitmentsFound } from './commitment-search.js';

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
  const found = commitmentsFound(workspace, query);
  return found === commitmentIndex(workspace).rows ? KEPT[by](workspace) : groupsOf(found)[by];
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

/** How many of the commitments that a query finds are overdue. */
export function countOverdue(workspace: Workspace, query: string): number {
  return commitmentGroups(workspace, 'due', query).reduce((sum, { overdue }) => sum + overdue, 0);
}

type KeysOf = (row: CommitmentRow) => readonly string[];

/** The groups that a commitment is in. */
const KEYS: Readonly<Record<CommitmentGrouping, KeysOf>> = {
  due: ({ when }) => [when],
  status: ({ status }) => [status],
  party: partiesOf,
  agreement: ({ under = '' }) => [under],
  brief: ({ page }) => [page],
};

/** Those who owe it or are owed it; of what they promise each other, they alone. */
function partiesOf({ by, for: behalf, to }: CommitmentRow): readonly string[] {
  const parties: string[] = [];
  for (const ids of [by, behalf, to])
    for (const id of ids) if (id !== EACH_OTHER && !parties.includes(id)) parties.push(id);
  return parties.length === 0 ? [''] : parties;
}

/** Each grouping is made when it is first asked for. */
const groupsOf = perObject((rows: readonly CommitmentRow[]) =>
  lazily(perGrouping((by) => () => grouped(by, rows))),
);

/** Of all commitments, each grouping goes on from edit to edit: only the groups that differ are made anew. */
const KEPT = perGrouping((by) =>
  keptOfRows(
    ({ rows }) => grouped(by, rows),
    (groups, change) => regrouped(by, groups, change),
  ),
);

function perGrouping<T>(
  make: (by: CommitmentGrouping) => T,
): Readonly<Record<CommitmentGrouping, T>> {
  return {
    due: make('due'),
    status: make('status'),
    party: make('party'),
    agreement: make('agreement'),
    brief: make('brief'),
  };
}

function grouped(
  by: CommitmentGrouping,
  rows: readonly CommitmentRow[],
): readonly CommitmentGroup[] {
  const groups = [...byKey(by, rows)].map(([key, held]) => groupOf(key, held));
  return sorted(by, groups);
}

function byKey(
  by: CommitmentGrouping,
  rows: Iterable<CommitmentRow>,
): ReadonlyMap<string, readonly CommitmentRow[]> {
  const groups = new Map<string, CommitmentRow[]>();
  for (const row of rows) for (const key of KEYS[by](row)) addToGroup(groups, key, row);
  return groups;
}

function regrouped(
  by: CommitmentGrouping,
  before: readonly CommitmentGroup[],
  { gone, come }: RowChange,
): readonly CommitmentGroup[] {
  const [leaving, coming] = [byKey(by, gone), new Map(byKey(by, come))];
  const groups: CommitmentGroup[] = [];
  for (const group of before) {
    const { key } = group;
    const [left = [], added = []] = [leaving.get(key), coming.get(key)];
    coming.delete(key);
    const rows =
      left.length + added.length === 0
        ? group.rows
        : withChange(group.rows, { gone: new Set(left), come: added });
    const overdue = group.overdue - countLate(left) + countLate(added);
    if (rows === group.rows) groups.push(group);
    else if (rows.length > 0) groups.push({ key, rows, overdue });
  }
  for (const [key, rows] of coming) groups.push(groupOf(key, rows));
  return sorted(by, groups);
}

function groupOf(key: string, rows: readonly CommitmentRow[]): CommitmentGroup {
  return { key, rows, overdue: countLate(rows) };
}

function countLate(rows: readonly CommitmentRow[]): number {
  let count = 0;
  for (const { overdue } of rows) if (overdue) count += 1;
  return count;
}

function sorted(by: CommitmentGrouping, groups: CommitmentGroup[]): readonly CommitmentGroup[] {
  return groups.sort((a, b) => compareGroups(by, a, b));
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
