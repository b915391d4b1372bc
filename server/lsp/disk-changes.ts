import type { PageId } from '../core/index.js';
import { type DiskChange, idOfChange, noteLeftOut, readDiskPage } from './disk-page.js';
import { loadBaseline } from './loaded-baseline.js';
import { isLong, takeLongPage } from './long-texts.js';
import type { Platform } from './platform.js';
import {
  acceptsPage,
  applyToRoot,
  checkLinkTargets,
  configIdAt,
  listPages,
  type OpenRoot,
} from './root.js';
import { isConfigUri, rootAbove, type ServerState } from './server-state.js';
import { isAtOrBelow, parentUri, uriBelow } from './uris.js';
import { createYielder, type YieldIfDue } from './yielding.js';

/**
 * The workspaces that are to be read anew when something happened at a uri (normalized): it says how
 * they are read, or they came or went as a whole.
 */
export function rootsAffectedBy(state: ServerState, uri: string): readonly OpenRoot[] {
  const folder = saysHowToRead(uri) ? parentUri(uri) : uri;
  const ruled = [...state.roots.values()].filter((root) => configIdAt(root, uri) !== undefined);
  const above = saysHowToRead(uri)
    ? [rootAbove(state, uri)?.root, rootAbove(state, folder)?.root]
    : [];
  const inside = [...state.roots.values()].filter(({ place }) => isAtOrBelow(place.uri, folder));
  return [...new Set([...above.filter((root) => root !== undefined), ...inside, ...ruled])];
}

function saysHowToRead(uri: string): boolean {
  return isConfigUri(uri) || uri.endsWith('/.gitignore');
}

/**
 * Looks at files and folders (normalized uris) of which the client said that something changed. What it said does not
 * matter, nor in which order: what counts is what is there now.
 * @returns workspaces in which others were found, to be read anew
 */
export async function readChangedFiles(
  state: ServerState,
  platform: Platform,
  uris: readonly string[],
): Promise<readonly OpenRoot[]> {
  const split: OpenRoot[] = [];
  const pause = createYielder(platform, state);
  for (const [root, { pages, others }] of byRoot(state, uris)) {
    const known = root.nestedRoots.size + root.joinedConfigs.size;
    const listed = (await holdsFolder(root, others, pause)) ? await listPages(root, pause) : [];
    if (root.nestedRoots.size + root.joinedConfigs.size > known) split.push(root);
    for (const id of listed) if (!root.filesOnDisk.has(id)) pages.add(id);
    for (const id of root.filesOnDisk) if (isInOneOf(others, id)) pages.add(id);
    await checkLinkTargets(
      root,
      [...root.workspace.files.keys()].filter((id) => others.has(id) || isInOneOf(others, id)),
    );
    await readChangedPages(state, root, pages, pause);
    const { id } = root.baseline;
    if (pages.has(id) || others.has(id) || isInOneOf(others, id)) {
      root.baseline = await loadBaseline(root.host, root.workspace.settings);
    }
  }
  return split;
}

interface ChangedPaths {
  readonly pages: Set<PageId>;
  /** Files that are no pages, and folders. */
  readonly others: Set<PageId>;
}

function byRoot(state: ServerState, uris: readonly string[]): ReadonlyMap<OpenRoot, ChangedPaths> {
  const changed = new Map<OpenRoot, ChangedPaths>();
  for (const uri of uris) {
    const place = rootAbove(state, uri);
    if (place === undefined) continue;
    const { root, id } = place;
    const paths = changed.get(root) ?? { pages: new Set(), others: new Set() };
    changed.set(root, paths);
    (acceptsPage(root, id) ? paths.pages : paths.others).add(id);
  }
  return changed;
}

async function holdsFolder(
  root: OpenRoot,
  ids: Iterable<PageId>,
  pause: YieldIfDue,
): Promise<boolean> {
  for (const id of ids) {
    if ((await root.host.typeOf(id)) === 'folder') return true;
    await pause();
  }
  return false;
}

function isInOneOf(folders: ReadonlySet<PageId>, id: PageId): boolean {
  if (folders.size === 0) return false;
  for (let at = id.lastIndexOf('/'); at > 0; at = id.lastIndexOf('/', at - 1)) {
    if (folders.has(id.slice(0, at))) return true;
  }
  return false;
}

async function readChangedPages(
  state: ServerState,
  root: OpenRoot,
  ids: Iterable<PageId>,
  pause: YieldIfDue,
): Promise<void> {
  let changes: DiskChange[] = [];
  for (const id of ids) {
    changes.push(...(await changeOf(state, root, id, pause)));
    if ((await pause()) === 'continued') continue;
    await applyIfClosed(state, root, changes);
    changes = [];
  }
  await applyIfClosed(state, root, changes);
}

async function changeOf(
  state: ServerState,
  root: OpenRoot,
  id: PageId,
  pause: YieldIfDue,
): Promise<readonly DiskChange[]> {
  const isListed = (await root.host.typeOf(id)) === 'file';
  if (isListed) root.filesOnDisk.add(id);
  else root.filesOnDisk.delete(id);
  if (!isListed) {
    root.leftOut.delete(id);
    const isKnown = root.workspace.pages.has(id) && !isOpen(state, root, id);
    return isKnown ? [{ type: 'removed', id }] : [];
  }
  const page = await readDiskPage(root, id, { pause });
  if (noteLeftOut(root, id, page)) state.pendingUris.add(uriBelow(root.place.uri, id));
  // Another program may be writing it: then there is another change.
  if (page.type === 'left-out' || isOpen(state, root, id)) return [];
  if (isLong(page.change.page.text)) await takeLongPage(root, page.change.page, pause);
  return [page.change];
}

/** What has been opened while it was read is what the editor says. */
async function applyIfClosed(
  state: ServerState,
  root: OpenRoot,
  changes: readonly DiskChange[],
): Promise<void> {
  const closed = changes.filter((change) => !isOpen(state, root, idOfChange(change)));
  if (closed.length > 0) await applyToRoot(root, closed);
}

function isOpen(state: ServerState, root: OpenRoot, id: PageId): boolean {
  return state.documents.has(uriBelow(root.place.uri, id));
}
