import {
  dateOfEvent,
  looksSame,
  type Page,
  type PageId,
  pagesDiffering,
  pagesWith,
  perWorkspace,
  symbolsOf,
  type Workspace,
} from '../../workspace/index.js';
import {
  type CommitmentRow,
  compareRows,
  keepRows,
  rowsOfPage,
  titleOf,
} from './commitment-rows.js';

/**
 * All commitments of a workspace, as lists show them. `rows` is the same array for as long as nothing of it differs.
 */
export interface CommitmentIndex {
  /** The most pressing first. */
  readonly rows: readonly CommitmentRow[];
  /** In reading order. */
  readonly byPage: ReadonlyMap<PageId, readonly CommitmentRow[]>;
}

/**
 * The commitments of now. Goes on from those that were asked for last in the same workspace: an edit costs what it
 * changes.
 */
export const commitmentIndex: (workspace: Workspace) => CommitmentIndex = perWorkspace(
  (workspace) => toEnd(indexSteps(workspace)),
);

/** As {@link commitmentIndex}, with a stop after each page that is read: whoever has time goes on. */
export function* indexSteps(workspace: Workspace): Generator<void, CommitmentIndex> {
  const before = latest.get(workspace.settings);
  if (before?.workspace === workspace) return before.index;
  const index =
    before === undefined ? yield* allRows(workspace) : yield* afterChange(before, workspace);
  latest.set(workspace.settings, { workspace, index });
  return index;
}

/** Takes all steps at once. */
export function toEnd<T>(steps: Generator<void, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

interface Known {
  readonly workspace: Workspace;
  readonly index: CommitmentIndex;
}

/** A workspace has its settings until they are read again. */
const latest = new WeakMap<Workspace['settings'], Known>();

function* allRows(workspace: Workspace): Generator<void, CommitmentIndex> {
  const byPage = new Map<PageId, readonly CommitmentRow[]>();
  for (const page of workspace.pages.values()) {
    const rows = rowsOfPage(workspace, page);
    if (rows.length > 0) byPage.set(page.id, rows);
    yield;
  }
  return { byPage, rows: [...byPage.values()].flat().sort(compareRows) };
}

function* afterChange(
  { workspace: before, index }: Known,
  after: Workspace,
): Generator<void, CommitmentIndex> {
  if (before.today !== after.today || before.vocabulary !== after.vocabulary)
    return yield* allRows(after);
  const changed = changedPages(before, after);
  if (changed.length === 0) return index;
  const next = new Map<PageId, readonly CommitmentRow[]>();
  for (const id of affectedPages(before, after, changed)) {
    const page = after.pages.get(id);
    const known = index.byPage.get(id) ?? [];
    const rows = keepRows(known, page === undefined ? [] : rowsOfPage(after, page));
    if (rows !== known) next.set(id, rows);
    yield;
  }
  return next.size === 0 ? index : replaced(index, next);
}

interface PageTurn {
  readonly one: Page | undefined;
  readonly other: Page | undefined;
}

/** The pages that came, went, or say something else. */
function changedPages(before: Workspace, after: Workspace): readonly PageTurn[] {
  const changed: PageTurn[] = [];
  for (const id of pagesDiffering(before.pages, after.pages)) {
    const [one, other] = [before.pages.get(id), after.pages.get(id)];
    if (one === undefined || other === undefined) changed.push({ one, other });
    else if (!looksSame(one, other) || titleOf(one) !== titleOf(other))
      changed.push({ one, other });
  }
  return changed;
}

/** The pages of commitments that may be told otherwise now. */
function affectedPages(
  before: Workspace,
  after: Workspace,
  changed: readonly PageTurn[],
): Iterable<PageId> {
  const pages = new Set<PageId>();
  for (const page of changed.flatMap(({ one, other }) => [one ?? [], other ?? []]).flat()) {
    pages.add(page.id);
    // Of two with one id, the first has the updates.
    for (const id of [...symbolsOf(page).followUps.keys(), ...commitmentIds(page)])
      for (const found of pagesWith(after.graph, 'definitions', id)) pages.add(found);
    // A promise is made when its event takes place.
    const events = symbolsOf(page).kinds.get('event') ?? [];
    if (events.some(({ id }) => dateOfEvent(before, id.text) !== dateOfEvent(after, id.text)))
      return after.pages.keys();
  }
  return pages;
}

function commitmentIds({ facts }: Page): readonly string[] {
  if (facts.role !== 'brief') return [];
  return facts.tags.flatMap(({ role, id }) => (role === 'commitment' && id ? [id.text] : []));
}

/** With other rows for some pages. */
function replaced(
  before: CommitmentIndex,
  next: ReadonlyMap<PageId, readonly CommitmentRow[]>,
): CommitmentIndex {
  const { rows, byPage } = before;
  const pages = new Map(byPage);
  for (const [id, held] of next) {
    if (held.length === 0) pages.delete(id);
    else pages.set(id, held);
  }
  const change = changedIn(byPage, pages, next.keys());
  const after = { byPage: pages, rows: withChange(rows, change) };
  followers.set(before, { after, change });
  return after;
}

/** What differs between two moments; a row that says the same is the same object. */
export interface RowChange {
  readonly gone: ReadonlySet<CommitmentRow>;
  readonly come: readonly CommitmentRow[];
}

/** What came behind an index, and how it differs. */
const followers = new WeakMap<CommitmentIndex, { after: CommitmentIndex; change: RowChange }>();

export function changedRows(before: CommitmentIndex, after: CommitmentIndex): RowChange {
  const next = followers.get(before);
  if (next?.after === after) return next.change;
  const pages = new Set<PageId>();
  for (const [id, rows] of after.byPage) if (before.byPage.get(id) !== rows) pages.add(id);
  for (const id of before.byPage.keys()) if (!after.byPage.has(id)) pages.add(id);
  return changedIn(before.byPage, after.byPage, pages);
}

function changedIn(
  before: CommitmentIndex['byPage'],
  after: CommitmentIndex['byPage'],
  pages: Iterable<PageId>,
): RowChange {
  const gone = new Set<CommitmentRow>();
  const come: CommitmentRow[] = [];
  for (const id of pages) {
    const had = new Set(before.get(id));
    for (const row of after.get(id) ?? []) if (!had.delete(row)) come.push(row);
    for (const row of had) gone.add(row);
  }
  return { gone, come: come.sort(compareRows) };
}

/** Rows in order, after a change. */
export function withChange(
  rows: readonly CommitmentRow[],
  { gone, come }: RowChange,
): readonly CommitmentRow[] {
  if (gone.size + come.length > MOST_MOVED) {
    const kept = gone.size === 0 ? rows : rows.filter((row) => !gone.has(row));
    return merged(kept, come);
  }
  const next = [...rows];
  for (const row of gone) {
    const at = placeIn(next, row);
    if (next[at] === row) next.splice(at, 1);
  }
  for (const row of come) next.splice(placeIn(next, row), 0, row);
  return next;
}

/** More rows are not moved one by one. */
const MOST_MOVED = 100;

/** Where a row is, or would be. */
function placeIn(rows: readonly CommitmentRow[], row: CommitmentRow): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareRows(rows[middle] as CommitmentRow, row) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Makes something of all commitments once in each workspace, and goes on from there.
 * @param after what it is after a change, from what it was
 * @param stamp while this is another object, it is made anew
 */
export function keptOfRows<T>(
  make: (index: CommitmentIndex, workspace: Workspace) => T,
  after: (kept: T, change: RowChange, workspace: Workspace) => T,
  stamp: (workspace: Workspace) => object | undefined = () => undefined,
): (workspace: Workspace) => T {
  const known = new WeakMap<Workspace['settings'], Kept<T>>();
  return (workspace) => {
    const index = commitmentIndex(workspace);
    const now = stamp(workspace);
    const found = known.get(workspace.settings);
    const before = found?.stamp === now ? found : undefined;
    if (before?.index === index) return before.kept;
    const kept =
      before === undefined
        ? make(index, workspace)
        : after(before.kept, changedRows(before.index, index), workspace);
    known.set(workspace.settings, { index, kept, stamp: now });
    return kept;
  };
}

interface Kept<T> {
  readonly index: CommitmentIndex;
  readonly stamp: object | undefined;
  readonly kept: T;
}

/** Two lists in order, as one. */
function merged(
  one: readonly CommitmentRow[],
  other: readonly CommitmentRow[],
): readonly CommitmentRow[] {
  const all: CommitmentRow[] = [];
  let at = 0;
  for (const row of other) {
    for (let before = one[at]; before && compareRows(before, row) < 0; before = one[at]) {
      all.push(before);
      at += 1;
    }
    all.push(row);
  }
  for (; at < one.length; at += 1) all.push(one[at] as CommitmentRow);
  return all;
}
