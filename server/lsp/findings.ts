import { lint, outwardOf, type PageId, type Report, type Workspace } from '../core/index.js';
import type { Desk } from './desk.js';
import type { Root } from './root.js';

/**
 * What is found in each page, kept for as long as it cannot have changed. After an edit that changes
 * nothing another page can see, the edited page alone is looked at again.
 */
export interface Findings {
  /** Of a page as of now. */
  of(root: Root, id: PageId): readonly Report[];
  /** Looks at the next page that nobody has asked about yet; false when there is none. */
  surveyOne(root: Root): boolean;
  /** All that is known, page by page. */
  all(root: Root): ReadonlyMap<PageId, readonly Report[]>;
}

interface Known {
  workspace: Workspace;
  readonly reports: Map<PageId, readonly Report[]>;
  /** Pages whose reports are to be made anew. */
  stale: Set<PageId>;
}

export function findingsOn(_desk: Desk): Findings {
  const known = new WeakMap<Root, Known>();
  const current = (root: Root): Known => {
    const before = known.get(root);
    if (before?.workspace === root.workspace) return before;
    const next = before === undefined ? freshOf(root.workspace) : afterChange(before, root);
    known.set(root, next);
    return next;
  };
  const look = (root: Root, held: Known, id: PageId): readonly Report[] => {
    const { workspace } = root;
    const reports = lint(workspace, id, workspace.settings.levels);
    held.stale.delete(id);
    if (reports.length === 0) held.reports.delete(id);
    else held.reports.set(id, reports);
    return reports;
  };
  return {
    of(root, id) {
      const held = current(root);
      if (held.stale.has(id)) return look(root, held, id);
      return held.reports.get(id) ?? NONE;
    },
    surveyOne(root) {
      const held = current(root);
      const [id] = held.stale;
      if (id === undefined) return false;
      look(root, held, id);
      return true;
    },
    all: (root) => current(root).reports,
  };
}

const NONE: readonly Report[] = [];

function freshOf(workspace: Workspace): Known {
  const stale = new Set<PageId>();
  for (const { id } of workspace.pages.values()) stale.add(id);
  return { workspace, reports: new Map(), stale };
}

function afterChange(before: Known, { workspace }: Root): Known {
  const changed = changedPages(before.workspace, workspace);
  const seen = changed.filter((id) => isSeen(before.workspace, workspace, id));
  const everything =
    seen.length > 0 ||
    before.workspace.graph !== workspace.graph ||
    before.workspace.files !== workspace.files ||
    before.workspace.settings !== workspace.settings ||
    before.workspace.today !== workspace.today;
  const fresh = everything ? freshOf(workspace).stale : before.stale;
  for (const id of changed) fresh.add(id);
  if (!everything) for (const id of pointingTo(before.reports, new Set(changed))) fresh.add(id);
  for (const id of [...fresh]) if (!workspace.pages.has(id)) fresh.delete(id);
  for (const id of changed) before.reports.delete(id);
  return { workspace, reports: before.reports, stale: fresh };
}

function changedPages(before: Workspace, after: Workspace): readonly PageId[] {
  const changed: PageId[] = [];
  for (const page of after.pages.values()) {
    if (before.pages.get(page.id) !== page) changed.push(page.id);
  }
  for (const { id } of before.pages.values()) if (!after.pages.has(id)) changed.push(id);
  return changed;
}

/** Whether a change of a page is one that findings elsewhere may depend on. */
function isSeen(before: Workspace, after: Workspace, id: PageId): boolean {
  const one = before.pages.get(id);
  const other = after.pages.get(id);
  return one === undefined || other === undefined || outwardOf(one) !== outwardOf(other);
}

/** Pages whose reports name a place in one of those: the place may have moved. */
function* pointingTo(
  reports: ReadonlyMap<PageId, readonly Report[]>,
  pages: ReadonlySet<PageId>,
): Iterable<PageId> {
  for (const [id, held] of reports) {
    const points = held.some(
      ({ related = [], fixes = [] }) =>
        related.some(({ page }) => page !== id && pages.has(page)) ||
        fixes.some(({ edits }) => edits.some(({ page }) => page !== id && pages.has(page))),
    );
    if (points) yield id;
  }
}
