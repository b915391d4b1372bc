import type { Connection } from 'vscode-languageserver';
import { type Desk, rootAbove } from './desk.js';
import type { Platform, RootPlace } from './platform.js';
import { readWithProgress } from './reading.js';
import { applyTo, openRoot, type Root } from './root.js';
import { below, isAtOrBelow, normalizedUri, parentOf, pathBelow } from './uris.js';

export interface Arranging {
  readonly connection: Connection;
  readonly platform: Platform;
  readonly desk: Desk;
  /** Something changed that answers may depend on. */
  changed(): void;
  /** Reads a workspace anew whose reading was stopped. */
  again(root: Root): void;
}

/** The workspaces of what is open in the editor: new ones are read, those no longer asked for go. */
export async function arrangeRoots(arranging: Arranging): Promise<void> {
  const { desk, changed } = arranging;
  const seen = new Set<string>();
  for (const place of await wantedPlaces(arranging)) await openAll(arranging, place, seen);
  for (const root of [...desk.roots.values()]) if (!seen.has(root.place.uri)) closeRoot(desk, root);
  changed();
}

async function wantedPlaces(arranging: Arranging): Promise<readonly RootPlace[]> {
  const { desk, platform } = arranging;
  const places = new Map<string, RootPlace>();
  for (const folder of desk.folders) {
    const place = await platform.rootOf(folder);
    places.set(place.uri, place);
  }
  for (const uri of desk.documents.keys()) {
    const place = await lonePlace(arranging, uri);
    if (place !== undefined) places.set(place.uri, place);
  }
  const all = [...places.values()];
  return all.filter((place) => !all.some((other) => isPartOf(arranging, place, other)));
}

/** Of two open folders, one in the other, the inner is no workspace of its own unless it says so. */
function isPartOf({ platform }: Arranging, inner: RootPlace, outer: RootPlace): boolean {
  const id = pathBelow(inner.uri, outer.uri);
  if (inner.config !== undefined || id === undefined) return false;
  return !platform.hostOf(outer, () => false).leavesOut(id);
}

/** A file from outside every open folder belongs to the workspace whose configuration is above it. */
export async function openLone(arranging: Arranging, uri: string): Promise<void> {
  if (rootAbove(arranging.desk, uri) !== undefined) return;
  const place = await lonePlace(arranging, uri);
  if (place !== undefined) await openAll(arranging, place, new Set());
}

async function lonePlace(
  { desk, platform }: Arranging,
  uri: string,
): Promise<RootPlace | undefined> {
  if (isInFolder(desk, uri) || !desk.documents.has(uri)) return undefined;
  if (uri.startsWith('untitled:')) return undefined;
  const place = await platform.rootOf(parentOf(uri));
  return place.config === undefined ? undefined : place;
}

export function isInFolder({ folders }: Desk, uri: string): boolean {
  return folders.some((folder) => isAtOrBelow(uri, folder));
}

/**
 * A root and, once it is read, the workspaces that lie in it.
 * @param seen the uris of roots that are done, in this turn
 */
async function openAll(arranging: Arranging, first: RootPlace, seen: Set<string>): Promise<void> {
  const { platform, desk } = arranging;
  const places = [first];
  for (let place = places.shift(); place !== undefined; place = places.shift()) {
    if (seen.has(place.uri)) continue;
    seen.add(place.uri);
    const root = desk.roots.get(place.uri) ?? (await open(arranging, place));
    for (const id of root.nested) {
      const uri = normalizedUri(below(place.uri, id));
      if (isWanted(desk, uri)) places.push(await platform.rootOf(uri));
    }
  }
}

async function open(arranging: Arranging, place: RootPlace): Promise<Root> {
  const { platform, desk, connection, changed } = arranging;
  const root = await openRoot(platform, place, desk.outlook);
  desk.roots.set(place.uri, root);
  // What is open in it is served at once, before anything is read from the disk.
  for (const uri of desk.documents.keys()) {
    desk.waiting.add(uri);
    await takeFromOthers(desk, root, uri);
  }
  await readWithProgress(connection, platform, desk, root, () => arranging.again(root));
  changed();
  return root;
}

/** A document may have been served by the workspace around it until its own was found. */
async function takeFromOthers(desk: Desk, root: Root, uri: string): Promise<void> {
  if (rootAbove(desk, uri)?.root !== root) return;
  for (const other of desk.roots.values()) {
    const id = pathBelow(uri, other.place.uri);
    if (other === root || id === undefined || !other.workspace.pages.has(id)) continue;
    await applyTo(other, [{ type: 'removed', id }]);
  }
}

/** Below the configuration that rules an open folder there may be others that nobody has opened. */
function isWanted({ folders, documents }: Desk, uri: string): boolean {
  return (
    folders.some((folder) => isAtOrBelow(folder, uri) || isAtOrBelow(uri, folder)) ||
    [...documents.keys()].some((open) => isAtOrBelow(open, uri))
  );
}

/** Those of which nothing is open any more go at once, even while they are read. */
export function closeUnwanted(desk: Desk): void {
  for (const root of [...desk.roots.values()]) {
    if (!isWanted(desk, root.place.uri)) closeRoot(desk, root);
  }
}

/** Its reading, if it is still going on, stops. */
export function closeRoot(desk: Desk, root: Root): void {
  if (desk.roots.get(root.place.uri) !== root) return;
  desk.roots.delete(root.place.uri);
  for (const uri of desk.documents.keys()) desk.waiting.add(uri);
}
