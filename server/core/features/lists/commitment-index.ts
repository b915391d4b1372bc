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
  rowsOfPage,
  sameRows,
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
  (workspace) => {
    const before = latest.get(workspace.settings);
    const index = before === undefined ? allRows(workspace) : afterChange(before, workspace);
    latest.set(workspace.settings, { workspace, index });
    return index;
  },
);

interface Known {
  readonly workspace: Workspace;
  readonly index: CommitmentIndex;
}

/** A workspace has its settings until they are read again. */
const latest = new WeakMap<Workspace['settings'], Known>();

function allRows(workspace: Workspace): CommitmentIndex {
  const byPage = new Map<PageId, readonly CommitmentRow[]>();
  for (const page of workspace.pages.values()) {
    const rows = rowsOfPage(workspace, page);
    if (rows.length > 0) byPage.set(page.id, rows);
  }
  return { byPage, rows: [...byPage.values()].flat().sort(compareRows) };
}

function afterChange({ workspace: before, index }: Known, after: Workspace): CommitmentIndex {
  if (before.today !== after.today || before.vocabulary !== after.vocabulary) return allRows(after);
  const changed = changedPages(before, after);
  if (changed.length === 0) return index;
  const next = new Map<PageId, readonly CommitmentRow[]>();
  for (const id of affectedPages(before, after, changed)) {
    const page = after.pages.get(id);
    const rows = page === undefined ? [] : rowsOfPage(after, page);
    if (!sameRows(index.byPage.get(id) ?? [], rows)) next.set(id, rows);
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
  { rows, byPage }: CommitmentIndex,
  next: ReadonlyMap<PageId, readonly CommitmentRow[]>,
): CommitmentIndex {
  const pages = new Map(byPage);
  for (const [id, held] of next) {
    if (held.length === 0) pages.delete(id);
    else pages.set(id, held);
  }
  const kept = rows.filter(({ page }) => !next.has(page));
  const come = [...next.values()].flat().sort(compareRows);
  return { byPage: pages, rows: merged(kept, come) };
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
