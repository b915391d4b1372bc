import type { Connection } from 'vscode-languageserver';
import { isWatched, stampsOf } from './look-again.js';
import type { Platform, RootPlace } from './platform.js';
import { readWithProgress } from './read-with-progress.js';
import { applyToRoot, type OpenRoot, openRoot } from './root.js';
import { rootAbove, type ServerState } from './server-state.js';
import { isAtOrBelow, normalizedUri, pathBelow, uriBelow } from './uris.js';
import { createYielder } from './yielding.js';

export interface OpenRootsContext {
  readonly connection: Connection;
  readonly platform: Platform;
  readonly state: ServerState;
  /** Something changed that answers may depend on. */
  changed(): void;
  /** Whether what the last session kept may be taken. */
  takesKept(): boolean;
  /** Reads a workspace anew whose reading was stopped. */
  readAgain(root: OpenRoot): void;
}

/** The workspaces of what is open in the editor: new ones are read, those no longer asked for go. */
export async function updateOpenRoots(context: OpenRootsContext): Promise<void> {
  const { state, changed } = context;
  const seen = new Set<string>();
  for (const place of await wantedPlaces(context)) await openWithNested(context, place, seen);
  for (const root of [...state.roots.values()])
    if (!seen.has(root.place.uri)) closeRoot(state, root);
  changed();
}

async function wantedPlaces(context: OpenRootsContext): Promise<readonly RootPlace[]> {
  const { state, platform } = context;
  const places = new Map<string, RootPlace>();
  for (const folder of state.folders) {
    const place = await platform.rootOf(folder);
    places.set(place.uri, place);
  }
  for (const uri of state.documents.keys()) {
    const place = await outsidePlace(context, uri);
    if (place !== undefined) places.set(place.uri, place);
  }
  const all = [...places.values()];
  return all.filter((place) => !all.some((other) => isPartOf(context, place, other)));
}

/** Whether workspaces begin where they did when they were read. */
export async function areRootsCurrent(context: OpenRootsContext): Promise<boolean> {
  const places = await wantedPlaces(context);
  return places.every(({ uri }) => context.state.roots.has(uri));
}

/** Of two open folders, one in the other, the inner is no workspace of its own unless it says so. */
function isPartOf({ platform }: OpenRootsContext, inner: RootPlace, outer: RootPlace): boolean {
  const id = pathBelow(inner.uri, outer.uri);
  if (inner.config !== undefined || id === undefined) return false;
  return platform.hostOf(outer, () => false).exclusionOf(id) === undefined;
}

/** A file from outside every open folder belongs to the workspace that a check of it would read. */
export async function openRootOfOutsideFile(context: OpenRootsContext, uri: string): Promise<void> {
  if (rootAbove(context.state, uri) !== undefined) return;
  const place = await outsidePlace(context, uri);
  if (place !== undefined) await openWithNested(context, place, new Set());
}

async function outsidePlace(
  { state, platform }: OpenRootsContext,
  uri: string,
): Promise<RootPlace | undefined> {
  if (isInFolder(state, uri) || !state.documents.has(uri)) return undefined;
  if (uri.startsWith('untitled:')) return undefined;
  return platform.rootOfFile(uri);
}

export function isInFolder({ folders }: ServerState, uri: string): boolean {
  return folders.some((folder) => isAtOrBelow(uri, folder));
}

/**
 * A root and, once it is read, the workspaces that lie in it.
 * @param seen the uris of roots that are done, in this turn
 */
async function openWithNested(
  context: OpenRootsContext,
  first: RootPlace,
  seen: Set<string>,
): Promise<void> {
  const { platform, state } = context;
  const places = [first];
  for (let place = places.shift(); place !== undefined; place = places.shift()) {
    if (seen.has(place.uri)) continue;
    seen.add(place.uri);
    const root = state.roots.get(place.uri) ?? (await open(context, place));
    for (const id of root.nestedRoots) {
      const uri = normalizedUri(uriBelow(place.uri, id));
      if (isWanted(state, uri)) places.push(await platform.rootOf(uri));
    }
  }
}

async function open(context: OpenRootsContext, place: RootPlace): Promise<OpenRoot> {
  const { platform, state, connection, changed } = context;
  const root = await openRoot(platform, place, state.lintContext);
  state.roots.set(place.uri, root);
  // What is open in it is served at once, before anything is read from the disk.
  for (const uri of state.documents.keys()) {
    state.pendingUris.add(uri);
    await removeFromOtherRoots(state, root, uri);
  }
  if (!isWatched(state, root)) root.stamps = await stampsOf(root, createYielder(platform, state));
  const again = (): void => context.readAgain(root);
  await readWithProgress(connection, platform, state, root, again, context.takesKept());
  changed();
  return root;
}

/** A document may have been served by the workspace around it until its own was found. */
async function removeFromOtherRoots(
  state: ServerState,
  root: OpenRoot,
  uri: string,
): Promise<void> {
  if (rootAbove(state, uri)?.root !== root) return;
  for (const other of state.roots.values()) {
    const id = pathBelow(uri, other.place.uri);
    if (other === root || id === undefined || !other.workspace.pages.has(id)) continue;
    await applyToRoot(other, [{ type: 'removed', id }]);
  }
}

/**
 * A check in an open folder reads its workspace and all those inside it, beside the folder too; one of a file that is
 * open alone reads the workspace it lies in.
 */
function isWanted(state: ServerState, uri: string): boolean {
  const { folders, documents } = state;
  return (
    folders.some((folder) => isAtOrBelow(folder, uri) || isAtOrBelow(uri, folder)) ||
    folders.some((folder) =>
      isAtOrBelow(uri, rootAbove(state, folder)?.root.place.uri ?? folder),
    ) ||
    [...documents.keys()].some((open) => isAtOrBelow(open, uri))
  );
}

/** Those of which nothing is open any more go at once, even while they are read. */
export function closeUnwanted(state: ServerState): void {
  for (const root of [...state.roots.values()]) {
    if (!isWanted(state, root.place.uri)) closeRoot(state, root);
  }
}

/** Its reading, if it is still going on, stops. */
export function closeRoot(state: ServerState, root: OpenRoot): void {
  if (state.roots.get(root.place.uri) !== root) return;
  state.roots.delete(root.place.uri);
  for (const uri of state.documents.keys()) state.pendingUris.add(uri);
}
