import type { Vocabulary } from '../brief/index.js';
import type { Day } from '../dates/index.js';
import { allSteps, type Steps } from '../text/index.js';
import { isByBlock } from './blocks.js';
import { EMPTY_GRAPH, type PageChange, updateGraph } from './graph.js';
import type { Change, Graph, Page, PageId, Pages, Workspace } from './model.js';
import { emptyOverlayMap, keysDiffering, type OverlayMap } from './overlay-map.js';
import { namesTheSame } from './page-signature.js';
import { readPage, readPageByBlock } from './read-page.js';
import type { Settings } from './settings/index.js';

export function emptyWorkspace(settings: Settings, vocabulary: Vocabulary, today: Day): Workspace {
  return {
    settings,
    vocabulary,
    today,
    pages: NO_PAGES,
    graph: EMPTY_GRAPH,
    naming: {},
    files: new Map(),
  };
}

/**
 * A workspace of pages of which all is known that {@link applyChanges} would find out.
 * @param graph of those pages
 * @param files what the host said of what they link to
 */
export function workspaceOfKnown(
  empty: Workspace,
  pages: readonly Page[],
  graph: Graph,
  files: Workspace['files'],
): Workspace {
  const known = new Map(pages.map((page) => [page.id, page] as const));
  return { ...empty, pages: NO_PAGES.with(known), graph, files, naming: {} };
}

/**
 * The workspace after changes, in their order. Reads the changed texts and no others; a text that is
 * the one already there is not read again. The result depends on the final texts alone.
 */
export function applyChanges(workspace: Workspace, changes: readonly Change[]): Workspace {
  return allSteps(applyInSteps(workspace, changes));
}

/** As {@link applyChanges}, where there may be much to do. */
export function* applyInSteps(workspace: Workspace, changes: readonly Change[]): Steps<Workspace> {
  const finals = finalPages(workspace, changes);
  const turns = pageChangesOf(workspace, finals);
  const files = filesAfter(workspace, changes);
  if (turns.length === 0 && files === workspace.files) return workspace;
  const graph = yield* updateGraph(workspace.graph, turns);
  return {
    ...workspace,
    files,
    pages: turns.length === 0 ? workspace.pages : workspace.pages.with(finals),
    graph,
    naming: isNamedAlike(workspace.graph, graph, turns) ? workspace.naming : {},
  };
}

const NAMING = ['definitions', 'kinds', 'names', 'caselessNames', 'unread'] as const;

function isNamedAlike(before: Graph, after: Graph, turns: readonly PageChange[]): boolean {
  return NAMING.every((family) => before[family] === after[family]) && turns.every(namesTheSame);
}

/** The last change of a page wins; the texts before it need not be read. */
function finalPages(
  workspace: Workspace,
  changes: readonly Change[],
): ReadonlyMap<PageId, Page | undefined> {
  const last = new Map<PageId, Exclude<Change, { type: 'files' }>>();
  for (const change of changes) {
    if (change.type === 'page') last.set(change.page.id, change);
    else if (change.type !== 'files') last.set(change.id, change);
  }
  const pages = new Map<PageId, Page | undefined>();
  for (const [id, change] of last) {
    if (change.type === 'removed') pages.set(id, undefined);
    else if (change.type === 'page') pages.set(id, change.page);
    else pages.set(id, pageOf(workspace, change));
  }
  return pages;
}

function pageOf(
  { pages, settings, vocabulary }: Workspace,
  { id, text, isOpen = false }: Extract<Change, { type: 'text' }>,
): Page {
  const before = pages.get(id);
  const isRead = before?.text === text && before.unread === undefined;
  if (isRead && (isByBlock(before) || !isOpen)) return before;
  return isOpen || before !== undefined
    ? readPageByBlock(id, text, settings, vocabulary, before)
    : readPage(id, text, settings, vocabulary);
}

function pageChangesOf(
  workspace: Workspace,
  finals: ReadonlyMap<PageId, Page | undefined>,
): readonly PageChange[] {
  const turns: PageChange[] = [];
  for (const [id, after] of finals) {
    const before = workspace.pages.get(id);
    if (before !== after) turns.push({ before, after });
  }
  return turns;
}

/** A page that came or went makes what the host once said of its path worthless. */
function filesAfter(
  workspace: Workspace,
  changes: readonly Change[],
): ReadonlyMap<PageId, boolean> {
  let files: Map<PageId, boolean> | undefined;
  for (const change of changes) {
    if (change.type === 'files') {
      files ??= new Map(workspace.files);
      for (const [id, exists] of change.exist) files.set(id, exists);
      continue;
    }
    const id = change.type === 'page' ? change.page.id : change.id;
    if (!(files ?? workspace.files).has(id)) continue;
    files ??= new Map(workspace.files);
    files.delete(id);
  }
  return files ?? workspace.files;
}

const mapOf = new WeakMap<Pages, OverlayMap<Page>>();

const NO_PAGES: Pages = pagesOf(emptyOverlayMap(), []);

/** Ids are sorted when asked for, and again only when a page came or went. */
function pagesOf(pages: OverlayMap<Page>, sorted: readonly PageId[] | undefined): Pages {
  let ids = sorted;
  const sortedIds = (): readonly PageId[] => {
    ids ??= [...pages.keys()].sort();
    return ids;
  };
  const store = {};
  const made: Pages = {
    size: pages.size,
    get: pages.get,
    peek: pages.get,
    has: pages.has,
    keys: sortedIds,
    store,
    *values() {
      for (const id of sortedIds()) {
        const page = pages.get(id);
        if (page !== undefined) yield page;
      }
    },
    with(changes) {
      const sameIds = [...changes].every(([id, page]) => pages.has(id) === (page !== undefined));
      return pagesOf(pages.with(changes), sameIds ? ids : undefined);
    },
  };
  mapOf.set(made, pages);
  return made;
}

/** The ids of the pages that differ between two moments. */
export function pagesDiffering(one: Pages, other: Pages): Iterable<PageId> {
  const [a, b] = [mapOf.get(one), mapOf.get(other)];
  if (a !== undefined && b !== undefined) return keysDiffering(a, b);
  const ids = new Set([...one.keys(), ...other.keys()]);
  return [...ids].filter((id) => one.get(id) !== other.get(id));
}
