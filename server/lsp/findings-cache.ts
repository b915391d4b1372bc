import {
  asksDocuments,
  type Found,
  findAfterEdit,
  findAll,
  findAllInSteps,
  hasRule,
  isByBlock,
  leftIn,
  lint,
  maySuggest,
  NO_REPORTS,
  type Page,
  type PageId,
  pagesLinkingTo,
  pagesTouched,
  perObject,
  type Report,
  type ReportChunk,
  type ReportList,
  reportList,
  reportsOf,
  touchedBy,
  type Workspace,
} from '../core/index.js';
import type { FindingsNow } from './kept/keep-workspace.js';
import type { FoundBefore } from './kept/take-kept.js';
import { inSlices, isLong } from './long-texts.js';
import type { OpenRoot } from './root.js';
import type { YieldIfDue } from './yielding.js';

/**
 * What is found in each page, kept for as long as it cannot have changed. After an edit that changes
 * nothing another page can see, the edited page alone is looked at again.
 */
export interface FindingsCache {
  /** Of a page as of now. */
  of(root: OpenRoot, id: PageId): readonly Report[];
  /** As `of`, for whoever needs few of many: to put all of them in their places takes long. */
  listOf(root: OpenRoot, id: PageId): ReportList;
  /**
   * Of a long page of which nothing is known, all is found out in slices, so that the next question for it is soon answered.
   * @param id without: of the page that {@link lintNext} checks next
   */
  prepare(root: OpenRoot, pause: YieldIfDue, id?: PageId): Promise<void>;
  /** Checks the next page that has not been checked since it changed; false when there is none. */
  lintNext(root: OpenRoot): boolean;
  /** All that is known, page by page. */
  all(root: OpenRoot): ReadonlyMap<PageId, readonly Report[]>;
  /** What is known now, and what is not: it does not change any more. */
  snapshot(root: OpenRoot): FindingsNow;
  /** Another number whenever more or something else is known. */
  revision(root: OpenRoot): number;
}

interface CachedReports {
  workspace: Workspace;
  readonly reports: Map<PageId, ReportList>;
  /** Of pages that are edited: what was found, to go on from after the next edit. */
  readonly found: Map<PageId, Found>;
  /** Pages whose reports are to be made anew. */
  stale: Stale;
  revision: number;
}

/** `edited`: nothing changed but the page, and in it nothing that others can see. */
type Stale = Map<PageId, 'edited' | 'all' | UnderWay>;

/** All is being found out as of a workspace, and nothing has changed since but, perhaps, the page. */
interface UnderWay {
  readonly done: Promise<void>;
}

export function createFindingsCache(): FindingsCache {
  const known = new WeakMap<OpenRoot, CachedReports>();
  const current = (root: OpenRoot): CachedReports => {
    const before = known.get(root) ?? (root.foundBefore && foundIn(root.foundBefore));
    if (before?.workspace === root.workspace) {
      known.set(root, before);
      return before;
    }
    root.foundBefore = undefined;
    const next = before === undefined ? nothingLinted(root.workspace) : afterChange(before, root);
    known.set(root, next);
    return next;
  };
  const lintNow = (root: OpenRoot, cached: CachedReports, id: PageId): ReportList => {
    const reports = lintPage(root.workspace, cached, id);
    cached.stale.delete(id);
    cached.revision += 1;
    if (reports.length === 0) cached.reports.delete(id);
    else cached.reports.set(id, reports);
    return reports;
  };
  const listOf = (root: OpenRoot, id: PageId): ReportList => {
    const cached = current(root);
    if (cached.stale.has(id)) return lintNow(root, cached, id);
    return cached.reports.get(id) ?? NO_REPORTS;
  };
  return {
    async prepare(root, pause, wanted) {
      const cached = current(root);
      const id = wanted ?? firstOf(cached.stale);
      const page = id === undefined ? undefined : root.workspace.pages.get(id);
      const stale = id === undefined ? undefined : cached.stale.get(id);
      if (id === undefined || page === undefined || stale === undefined) return;
      if (typeof stale === 'object') return stale.done;
      if (!isLongToCheck(page) || (stale === 'edited' && cached.found.has(id))) return;
      const finding = inSlices(findAllInSteps(root.workspace, page), pause);
      const turn: UnderWay = {
        done: finding.then((found) => {
          const now = current(root);
          // Asked for meanwhile, or something else has changed.
          if (now.stale.get(id) !== turn) return;
          now.found.set(id, found);
          now.stale.set(id, 'edited');
        }),
      };
      cached.stale.set(id, turn);
      return turn.done;
    },
    of: (root, id) => reportsOf(listOf(root, id)),
    listOf,
    lintNext(root) {
      const cached = current(root);
      const [id] = cached.stale.keys();
      if (id === undefined) return false;
      lintNow(root, cached, id);
      return true;
    },
    all: (root) => flattened(current(root)),
    snapshot(root) {
      const cached = current(root);
      return { reports: flattened(cached), unchecked: [...cached.stale.keys()] };
    },
    revision: (root) => current(root).revision,
  };
}

function flattened({ reports }: CachedReports): ReadonlyMap<PageId, readonly Report[]> {
  return new Map(Array.from(reports, ([id, list]) => [id, reportsOf(list)]));
}

function firstOf(stale: Stale): PageId | undefined {
  const [id] = stale.keys();
  return id;
}

function isLongToCheck(page: Page): boolean {
  return isLong(page.text) && page.facts.role !== 'document';
}

/** All findings of a page; after an edit those around it, the others move. */
function lintPage(workspace: Workspace, { stale, found }: CachedReports, id: PageId): ReportList {
  const page = workspace.pages.get(id);
  const before = found.get(id);
  found.delete(id);
  if (page === undefined || page.facts.role === 'document') return NO_REPORTS;
  const edited = stale.get(id) === 'edited' ? before : undefined;
  const same = edited?.page === page ? edited : undefined;
  if (!isByBlock(page))
    return same ? leftIn({ ...same, workspace }) : reportList(lint(workspace, id));
  const now =
    same ?? (edited && findAfterEdit(edited, workspace, page)) ?? findAll(workspace, page);
  found.set(id, now);
  return leftIn({ ...now, workspace, page });
}

function nothingLinted(workspace: Workspace): CachedReports {
  const stale: Stale = new Map();
  for (const { id } of workspace.pages.values()) stale.set(id, 'all');
  return { workspace, reports: new Map(), found: new Map(), stale, revision: 0 };
}

/** As the last session left it. */
function foundIn({ workspace, reports, unchecked }: FoundBefore): CachedReports {
  const stale: Stale = new Map(unchecked.map((id) => [id, 'all']));
  const lists = Array.from(reports, ([id, found]) => [id, reportList(found)] as const);
  return { workspace, reports: new Map(lists), found: new Map(), stale, revision: 0 };
}

function afterChange(before: CachedReports, { workspace, changedPages }: OpenRoot): CachedReports {
  const changed = [...changedPages].filter(
    (id) => before.workspace.pages.get(id) !== workspace.pages.get(id),
  );
  changedPages.clear();
  const stale = new Map(before.stale);
  for (const id of changed) {
    before.reports.delete(id);
    if (!stale.has(id)) stale.set(id, 'edited');
  }
  for (const id of affectedPages(before, workspace, changed)) stale.set(id, 'all');
  for (const id of [...stale.keys()]) if (!workspace.pages.has(id)) stale.delete(id);
  const { reports, found } = before;
  return { workspace, reports, found, stale, revision: before.revision + 1 };
}

/** The other pages whose findings may differ after a change. */
function* affectedPages(
  before: CachedReports,
  after: Workspace,
  changed: readonly PageId[],
): Iterable<PageId> {
  const { workspace, reports } = before;
  const isOther =
    workspace.files !== after.files ||
    workspace.settings !== after.settings ||
    workspace.today !== after.today;
  const edited = changed.filter((id) => !isReadNow(workspace, after, id));
  const touched = isOther ? undefined : touchedBy(workspace, after, edited);
  // In words that are not tagged, any name may be meant.
  if (touched === undefined || (touched.isNamed && asksDocuments(after.settings))) {
    for (const { id } of after.pages.values()) yield id;
    return;
  }
  // Until it was read, nothing was said of links to its headings.
  for (const id of changed) {
    if (isReadNow(workspace, after, id)) yield* pagesLinkingTo(after, id);
  }
  // Those that are edited find out themselves.
  const isAlone = changed.length === 1;
  for (const id of pagesTouched(after, touched)) if (!isAlone || id !== changed[0]) yield id;
  yield* pagesReferringTo(reports, new Set(changed));
  if (touched.isNamed)
    for (const [id, found] of reports)
      if (hasRule(found, maySuggest) && (!isAlone || id !== changed[0])) yield id;
}

/** Whether an ordinary document is still one, and was read for the first time. */
function isReadNow(before: Workspace, after: Workspace, id: PageId): boolean {
  return before.pages.get(id)?.unread === true && after.pages.get(id)?.facts.role === 'document';
}

/** Pages whose reports name a place in one of those: the place may have moved. */
function* pagesReferringTo(
  reports: ReadonlyMap<PageId, ReportList>,
  pages: ReadonlySet<PageId>,
): Iterable<PageId> {
  for (const [id, cached] of reports) {
    const isNamed = ({ chunk }: { readonly chunk: ReportChunk }): boolean =>
      [...pagesNamedIn(chunk)].some((page) => page !== id && pages.has(page));
    if (cached.chunks.some(isNamed)) yield id;
  }
}

/** Most reports stay the same from one edit to the next. */
const pagesNamedIn = perObject(({ reports }: ReportChunk): ReadonlySet<PageId> => {
  const pages = new Set<PageId>();
  for (const { related = [], fixes = [] } of reports) {
    for (const { page } of related) pages.add(page);
    for (const { edits } of fixes) for (const { page } of edits) pages.add(page);
  }
  return pages;
});
