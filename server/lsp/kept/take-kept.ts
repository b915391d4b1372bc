import {
  applyChanges,
  decodeFacts,
  graphOfData,
  lazyPage,
  type Page,
  type PageId,
  pageKey,
  type Report,
  readPage,
  unreadPage,
  type Workspace,
  workspaceOfKnown,
} from '../../core/index.js';
import type { WorkspaceHost } from '../platform.js';
import type { YieldIfDue } from '../yielding.js';
import type { BytePlace, KeptBytes, KeptPage } from './kept-workspace.js';
import { meaningOfFacts, meaningOfFindings } from './meanings.js';

/** What had been found in a workspace, and when. */
export interface FoundBefore {
  readonly workspace: Workspace;
  readonly reports: ReadonlyMap<PageId, readonly Report[]>;
  /** Pages in which nothing had been looked for yet. */
  readonly unchecked: readonly PageId[];
}

/** What need not be kept again. */
export interface Taken {
  readonly workspace: Workspace;
  /** How many pages had not been looked into. */
  readonly unchecked: number;
}

/** What this needs of an open workspace. */
export interface TakingRoot {
  readonly host: Pick<WorkspaceHost, 'kept' | 'settledStampOf'>;
  workspace: Workspace;
  /** Pages that changed, came or went since the findings were last asked. */
  readonly changedPages: Set<PageId>;
  /** How the file of a page looked before it was read; none of what is open or was changed at that very moment. */
  readonly stampOfPage: WeakMap<Page, string>;
  /** Where pages are kept for the next session. */
  readonly placeOfPage: WeakMap<Page, BytePlace>;
  /** What the last session found; until somebody asks for findings. */
  foundBefore: FoundBefore | undefined;
  /** What was taken of the last session. */
  takenFrom: Taken | undefined;
}

/**
 * Puts what was kept of a workspace into it, if most of it can still be so. Pages whose files look as they did need not be
 * read; the others are as they were until they are.
 * @param ids what the disk has
 * @returns the pages that need not be read
 */
export async function takeKept(
  root: TakingRoot,
  ids: readonly PageId[],
  pause: YieldIfDue,
): Promise<ReadonlySet<PageId>> {
  const bytes = root.host.kept?.read();
  const settings = meaningOfFacts(root.workspace.settings);
  if (bytes === undefined || bytes.workspace.meaning !== settings) return NONE;
  const kept = new Map(bytes.workspace.pages.map((page) => [page.id, page] as const));
  const same = new Set<PageId>();
  for (const id of ids) {
    const stamp = kept.get(id)?.stamp;
    if (stamp && stamp === (await root.host.settledStampOf(id))) same.add(id);
    await pause();
  }
  // Taking out all that has changed would cost more than reading it.
  if (same.size < bytes.workspace.pages.length / 2) return NONE;
  const pages = bytes.workspace.pages.map((page) => pageOf(page, bytes, root.workspace));
  for (const [index, page] of pages.entries()) {
    const { stamp, at } = bytes.workspace.pages[index] as KeptPage;
    if (same.has(page.id)) root.stampOfPage.set(page, stamp);
    if (at !== undefined) root.placeOfPage.set(page, at);
  }
  try {
    putInto(root, bytes, pages, new Set(ids));
  } catch {
    // Whatever was written there, reading all of it again is as good.
    root.host.kept?.remove();
    return NONE;
  }
  return same;
}

const NONE: ReadonlySet<PageId> = new Set();

/** All at once: what is open has been edited meanwhile. */
function putInto(
  root: TakingRoot,
  { workspace: kept }: KeptBytes,
  pages: readonly Page[],
  onDisk: ReadonlySet<PageId>,
): void {
  const open = [...root.workspace.pages.values()];
  const keys = kept.pages.map(({ id, role }) =>
    pageKey({ id, facts: { role: role === 'unread' ? 'document' : role } }),
  );
  const graph = graphOfData(kept.graph, keys);
  const before = workspaceOfKnown(root.workspace, pages, graph, new Map(kept.files));
  const gone = pages.filter(({ id }) => !onDisk.has(id));
  root.workspace = applyChanges(before, [
    ...gone.map(({ id }) => ({ type: 'removed', id }) as const),
    ...open.map((page) => ({ type: 'page', page }) as const),
  ]);
  for (const { id } of [...pages, ...open]) root.changedPages.add(id);
  if (kept.found?.meaning !== meaningOfFindings(before)) return;
  const { reports, unchecked } = kept.found;
  root.foundBefore = { workspace: before, reports: new Map(reports), unchecked };
  root.takenFrom = { workspace: before, unchecked: unchecked.length };
}

function pageOf(
  { id, role, at }: KeptPage,
  bytes: KeptBytes,
  { settings, vocabulary }: Workspace,
): Page {
  if (role === 'unread' || at === undefined) return unreadPage(id);
  const text = (): string => bytes.textAt(at);
  return lazyPage(id, role, {
    text,
    facts() {
      try {
        return decodeFacts(bytes.factsAt(at));
      } catch {
        // What was written is not what is read now: the text still says it.
        return readPage(id, text(), settings, vocabulary).facts;
      }
    },
  });
}
