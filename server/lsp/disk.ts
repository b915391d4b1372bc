import type { Change, PageId } from '../core/index.js';
import { baselineOf } from './baselines.js';
import { type Desk, isConfigUri, rootAbove } from './desk.js';
import type { Platform } from './platform.js';
import {
  applyTo,
  askLinks,
  configIdAt,
  listPages,
  type PageChange,
  pageChange,
  type Root,
  takes,
} from './root.js';
import { type Pause, pauses } from './turns.js';
import { below, isAtOrBelow, parentOf } from './uris.js';

/**
 * The workspaces that are to be read anew when something happened at a uri (normalized): it says how
 * they are read, or they came or went as a whole.
 */
export function rootsRuledBy(desk: Desk, uri: string): readonly Root[] {
  const folder = isRule(uri) ? parentOf(uri) : uri;
  const ruled = [...desk.roots.values()].filter((root) => configIdAt(root, uri) !== undefined);
  const above = isRule(uri) ? [rootAbove(desk, uri)?.root, rootAbove(desk, folder)?.root] : [];
  const inside = [...desk.roots.values()].filter(({ place }) => isAtOrBelow(place.uri, folder));
  return [...new Set([...above.filter((root) => root !== undefined), ...inside, ...ruled])];
}

function isRule(uri: string): boolean {
  return isConfigUri(uri) || uri.endsWith('/.gitignore');
}

/**
 * Looks at files and folders (normalized uris) of which something was heard. What was heard does not
 * matter, nor in which order: what counts is what is there now.
 * @returns workspaces in which others were found, to be read anew
 */
export async function lookAgain(
  desk: Desk,
  platform: Platform,
  uris: readonly string[],
): Promise<readonly Root[]> {
  const split: Root[] = [];
  const pause = pauses(platform, desk);
  for (const [root, { pages, others }] of byRoot(desk, uris)) {
    const known = root.nested.size + root.below.size;
    const listed = (await holdsFolder(root, others, pause)) ? await listPages(root, pause) : [];
    if (root.nested.size + root.below.size > known) split.push(root);
    for (const id of listed) if (!root.listed.has(id)) pages.add(id);
    for (const id of root.listed) if (liesIn(others, id)) pages.add(id);
    await askLinks(
      root,
      [...root.workspace.files.keys()].filter((id) => others.has(id) || liesIn(others, id)),
    );
    await lookAtPages(desk, root, pages, pause);
    const { id } = root.baseline;
    if (pages.has(id) || others.has(id) || liesIn(others, id)) {
      root.baseline = await baselineOf(root.host, root.workspace.settings);
    }
  }
  return split;
}

interface Heard {
  readonly pages: Set<PageId>;
  /** Files that are no pages, and folders. */
  readonly others: Set<PageId>;
}

function byRoot(desk: Desk, uris: readonly string[]): ReadonlyMap<Root, Heard> {
  const heard = new Map<Root, Heard>();
  for (const uri of uris) {
    const place = rootAbove(desk, uri);
    if (place === undefined) continue;
    const { root, id } = place;
    const held = heard.get(root) ?? { pages: new Set(), others: new Set() };
    heard.set(root, held);
    (takes(root, id) ? held.pages : held.others).add(id);
  }
  return heard;
}

async function holdsFolder(root: Root, ids: Iterable<PageId>, pause: Pause): Promise<boolean> {
  for (const id of ids) {
    if ((await root.host.typeOf(id)) === 'folder') return true;
    await pause();
  }
  return false;
}

function liesIn(folders: ReadonlySet<PageId>, id: PageId): boolean {
  if (folders.size === 0) return false;
  for (let at = id.lastIndexOf('/'); at > 0; at = id.lastIndexOf('/', at - 1)) {
    if (folders.has(id.slice(0, at))) return true;
  }
  return false;
}

async function lookAtPages(
  desk: Desk,
  root: Root,
  ids: Iterable<PageId>,
  pause: Pause,
): Promise<void> {
  let changes: DiskChange[] = [];
  for (const id of ids) {
    changes.push(...(await changeOf(desk, root, id)));
    if ((await pause()) === 'went on') continue;
    await takeClosed(desk, root, changes);
    changes = [];
  }
  await takeClosed(desk, root, changes);
}

type DiskChange = PageChange | Extract<Change, { type: 'removed' }>;

async function changeOf(desk: Desk, root: Root, id: PageId): Promise<readonly DiskChange[]> {
  const isListed = (await root.host.typeOf(id)) === 'file';
  if (isListed) root.listed.add(id);
  else root.listed.delete(id);
  if (isOpen(desk, root, id)) return [];
  if (!isListed) return root.workspace.pages.has(id) ? [{ type: 'removed', id }] : [];
  const reading = await root.host.read(id);
  // Another program may be writing it: then more is heard of it.
  return reading.type === 'fault' ? [] : [pageChange(root, id, reading.text)];
}

/** What has been opened while it was read is what the editor says. */
async function takeClosed(desk: Desk, root: Root, changes: readonly DiskChange[]): Promise<void> {
  const idOf = (change: DiskChange): PageId =>
    change.type === 'page' ? change.page.id : change.id;
  const closed = changes.filter((change) => !isOpen(desk, root, idOf(change)));
  if (closed.length > 0) await applyTo(root, closed);
}

function isOpen(desk: Desk, root: Root, id: PageId): boolean {
  return desk.documents.has(below(root.place.uri, id));
}
