import {
  type Connection,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileSystemWatcher,
  WatchKind,
} from 'vscode-languageserver';
import type { Change } from '../core/index.js';
import { type Desk, isConfigUri, type PagePlace, rootAbove } from './desk.js';
import { applyTo, askLinks, type Root, takes } from './root.js';
import { normalizedUri } from './uris.js';

export interface Watching {
  changed(): void;
  /** A workspace began, ended, or is read by other settings now. */
  rearrange(root: Root): void;
}

/** Sees what is changed outside the editor. */
export function watch(connection: Connection, desk: Desk, watching: Watching): void {
  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    const rearranged = new Set<Root>();
    const refreshed = new Map<Root, Change[]>();
    for (const { uri, type } of changes) {
      const place = rootAbove(desk, normalizedUri(uri));
      if (place === undefined) continue;
      if (isConfigUri(normalizedUri(uri))) rearranged.add(place.root);
      else if (isNewFolder(place, type)) rearranged.add(place.root);
      else {
        const found = await changesAt(desk, place, normalizedUri(uri), type);
        refreshed.set(place.root, [...(refreshed.get(place.root) ?? []), ...found]);
      }
    }
    for (const [root, found] of refreshed) if (!rearranged.has(root)) await applyTo(root, found);
    for (const root of rearranged) watching.rearrange(root);
    watching.changed();
  });
  if (!desk.client.can.watchFiles) return;
  const watchers: FileSystemWatcher[] = [
    { globPattern: '**/*.{md,markdown,yaml,yml,MD}' },
    // Links lead to pictures and PDFs, and whole folders come and go.
    { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
  ];
  void connection.client
    .register(DidChangeWatchedFilesNotification.type, { watchers })
    .catch(() => connection.console.warn('Changes outside the editor will not be seen.'));
}

/** A folder that came is told of once, not file by file. */
function isNewFolder({ root, id }: PagePlace, type: FileChangeType): boolean {
  const name = id.slice(id.lastIndexOf('/') + 1);
  const isHidden = id.split('/').some((part) => part.startsWith('.') || part === 'node_modules');
  return type === FileChangeType.Created && !name.includes('.') && !isHidden && !takes(root, id);
}

async function changesAt(
  desk: Desk,
  { root, id }: PagePlace,
  uri: string,
  type: FileChangeType,
): Promise<readonly Change[]> {
  if (!takes(root, id)) {
    if (type === FileChangeType.Deleted) return removedBelow(desk, root, id);
    if (root.workspace.files.has(id)) await askLinks(root, [id]);
    return [];
  }
  if (type === FileChangeType.Deleted) {
    root.listed.delete(id);
    return desk.documents.has(uri) ? [] : [{ type: 'removed', id }];
  }
  if (!(await root.host.lists(id))) return [];
  root.listed.add(id);
  // What is open is what the editor says; its save is no news.
  if (desk.documents.has(uri)) return [];
  const reading = await root.host.read(id);
  if (reading.type === 'fault') return [];
  return desk.documents.has(uri) ? [] : [{ type: 'text', id, text: reading.text }];
}

/** A file that is no page, or a folder with all that was in it. */
async function removedBelow(desk: Desk, root: Root, id: string): Promise<readonly Change[]> {
  const gone = [...root.listed].filter((page) => page.startsWith(`${id}/`));
  for (const page of gone) root.listed.delete(page);
  const targets = [...root.workspace.files.keys()].filter(
    (file) => file === id || file.startsWith(`${id}/`),
  );
  await askLinks(root, targets);
  return gone
    .filter((page) => !isOpenPage(desk, root, page))
    .map((page) => ({ type: 'removed', id: page }));
}

function isOpenPage(desk: Desk, root: Root, page: string): boolean {
  for (const uri of desk.documents.keys()) {
    const place = rootAbove(desk, uri);
    if (place?.root === root && place.id === page) return true;
  }
  return false;
}
