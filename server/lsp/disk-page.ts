import {
  applyChanges,
  type Change,
  isOrdinary,
  isRegistryPath,
  type Page,
  type PageId,
  readClosedInSteps,
  readPage,
  readPageByBlock,
  unreadPage,
  type Workspace,
} from '../core/index.js';
import {
  type Refusal,
  type RegistryBudget,
  refusalOfEncoding,
  refusalOfFault,
} from '../host/portable.js';
import { inSlices, isLong, readLongPage } from './long-texts.js';
import type { WorkspaceHost } from './platform.js';
import type { YieldIfDue } from './yielding.js';

export type PageChange = Extract<Change, { type: 'page' }>;

/** What the disk has of a page now: another text, or none any more. */
export type DiskChange = PageChange | Extract<Change, { type: 'removed' }>;

export function idOfChange(change: DiskChange): PageId {
  return change.type === 'page' ? change.page.id : change.id;
}

/** What this needs of an open workspace. */
interface DiskRoot {
  readonly host: WorkspaceHost;
  workspace: Workspace;
  readonly leftOut: Map<PageId, Refusal>;
  readonly changedPages: Set<PageId>;
  readonly stampOfPage: WeakMap<Page, string>;
}

/** What the disk has of a page: read, or left out, and why. What takes long of a change is done then. */
export type DiskPage =
  | { readonly type: 'read'; readonly change: PageChange }
  | { readonly type: 'left-out'; readonly refusal: Refusal };

/**
 * @param budget of the registries that are read together
 * @param pause lets others go first, where a text is long
 * @param isOpen whether it is open in the editor: then it is edited soon
 */
export async function readDiskPage(
  root: DiskRoot,
  id: PageId,
  {
    budget = () => undefined,
    pause = async () => 'continued',
    isOpen = false,
  }: {
    readonly budget?: RegistryBudget | undefined;
    readonly pause?: YieldIfDue;
    readonly isOpen?: boolean;
  } = {},
): Promise<DiskPage> {
  // Before it is read: what changes meanwhile is seen the next time.
  const stamp = await root.host.settledStampOf(id);
  const reading = await root.host.read(id);
  if (reading.type === 'fault')
    return { type: 'left-out', refusal: refusalOfFault(id, reading.fault) };
  const tooMuch = budget(id, reading.text);
  if (tooMuch !== undefined) return { type: 'left-out', refusal: tooMuch };
  const page = await pageOf(root, id, reading.text, { pause, isOpen });
  const change: PageChange = { type: 'page', page };
  const refusal = refusalOfEncoding(reading, change.page);
  if (stamp !== undefined && refusal === undefined) root.stampOfPage.set(change.page, stamp);
  return refusal === undefined ? { type: 'read', change } : { type: 'left-out', refusal };
}

/**
 * As {@link readDiskPage}, of a page that is in the workspace as it was kept, and whose file has not changed since;
 * `undefined`: it is not there any more. Registries count together, however they were read.
 * @param counts whether this one does
 */
export function keptDiskPage(
  { workspace: { pages, settings } }: Pick<DiskRoot, 'workspace'>,
  id: PageId,
  counts: () => boolean,
  budget: RegistryBudget,
): DiskPage | undefined {
  const page = pages.get(id);
  if (page === undefined) return undefined;
  const tooMuch = isRegistryPath(settings, id) && counts() ? budget(id, page.text) : undefined;
  return tooMuch === undefined
    ? { type: 'read', change: { type: 'page', page } }
    : { type: 'left-out', refusal: tooMuch };
}

async function pageOf(
  root: DiskRoot,
  id: PageId,
  text: string,
  { pause, isOpen }: { readonly pause: YieldIfDue; readonly isOpen: boolean },
): Promise<Page> {
  const { settings, vocabulary, pages } = root.workspace;
  const before = pages.get(id);
  if (before?.text === text && !before.unread) return before;
  // Another each time: whoever has read it meanwhile has read what was there before.
  if (isOrdinary(id, text, settings, vocabulary)) return unreadPage(id);
  // A registry is large where it is one of few: it is not to be read once more when somebody opens it.
  const isByBlock = isOpen || isRegistryPath(settings, id);
  if (isLong(text))
    return isByBlock
      ? readLongPage(root, id, text, pause)
      : inSlices(readClosedInSteps(id, text, settings, vocabulary), pause);
  return isRegistryPath(settings, id)
    ? readPageByBlock(id, text, settings, vocabulary, before)
    : readPage(id, text, settings, vocabulary);
}

/**
 * Reads ordinary documents of which something is asked; they stay read. One that cannot be read now is another
 * program's at the moment: then there is another change.
 * @param isWanted of a text: whether it is; the others stay unread
 */
export async function readDocuments(
  root: DiskRoot,
  ids: readonly PageId[],
  pause: YieldIfDue = async () => 'continued',
  isWanted: (text: string) => boolean = () => true,
): Promise<void> {
  const read: { readonly change: PageChange; readonly before: Page | undefined }[] = [];
  for (const id of ids) {
    const before = root.workspace.pages.get(id);
    const stamp = await root.host.settledStampOf(id);
    const reading = await root.host.read(id);
    const { settings, vocabulary } = root.workspace;
    if (before?.unread && reading.type === 'text' && isWanted(reading.text)) {
      const page = readPage(id, reading.text, settings, vocabulary);
      if (stamp !== undefined) root.stampOfPage.set(page, stamp);
      read.push({ change: { type: 'page', page }, before });
    }
    await pause();
  }
  // What was opened meanwhile is known better; what changed on the disk is read again.
  const { pages } = root.workspace;
  const current = read.flatMap(({ change, before }) =>
    pages.get(change.page.id) === before ? change : [],
  );
  const changed = read.flatMap(({ change: { page }, before }) => {
    const now = pages.get(page.id);
    return now?.unread && now !== before ? page.id : [];
  });
  for (const { page } of current) root.changedPages.add(page.id);
  root.workspace = applyChanges(root.workspace, current);
  if (changed.length > 0) await readDocuments(root, changed, pause, isWanted);
}

/**
 * Keeps in mind whether a check would leave a page out, which is open in the editor or not: then it says
 * nothing, and nothing is known of it.
 * @returns whether that is new
 */
export function noteLeftOut(root: DiskRoot, id: PageId, page: DiskPage): boolean {
  const refusal = page.type === 'left-out' && page.refusal.grave ? page.refusal : undefined;
  const isNews = root.leftOut.has(id) !== (refusal !== undefined);
  if (refusal === undefined) root.leftOut.delete(id);
  else root.leftOut.set(id, refusal);
  if (refusal !== undefined && root.workspace.pages.has(id)) {
    root.changedPages.add(id);
    root.workspace = applyChanges(root.workspace, [{ type: 'removed', id }]);
  }
  return isNews;
}
