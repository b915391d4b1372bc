import {
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
} from 'vscode-languageserver';
import { type Day, dayOf, type Level, parseDay } from '../core/index.js';
import { type Desk, pagePlace, rootAbove } from './desk.js';
import { edited } from './documents.js';
import type { Platform, RootPlace } from './platform.js';
import type { EditorSettings } from './protocol.js';
import { readWithProgress } from './reading.js';
import { applyTo, openRoot, type Root } from './root.js';
import { readEditorSettings } from './settings.js';
import { normalizedUri, parentOf } from './uris.js';
import { watch } from './watch.js';

export interface Following {
  /** Resolves when every workspace that is known of has been read. */
  settled(): Promise<void>;
}

/** What the session keeps besides the desk. */
export interface Keeping {
  /** Something changed that answers may depend on. */
  changed(): void;
  settings(): EditorSettings;
  setSettings(settings: EditorSettings): void;
}

/** Follows what the client says of its documents, folders and settings, and what happens on the disk. */
export function follow(
  connection: Connection,
  platform: Platform,
  desk: Desk,
  params: InitializeParams,
  keeping: Keeping,
): Following {
  desk.folders = foldersOf(params);
  let turn: Promise<void> = Promise.resolve();
  /** Roots are opened and closed one after the other, or two would read the same. */
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    desk.settled = false;
    const mine = turn
      .then(work)
      .catch((error: unknown) => connection.console.error(String(error)))
      .finally(() => {
        if (turn === mine) desk.settled = true;
        keeping.changed();
      });
    turn = mine;
    return mine;
  };
  const arranging: Arranging = { connection, platform, desk, keeping };
  const arrange = (): Promise<void> => inTurn(() => arrangeRoots(arranging));

  followDocuments(connection, desk, keeping, (uri) => inTurn(() => openLone(arranging, uri)));
  connection.onInitialized(() => {
    followFolders(connection, desk, (added, removed) => {
      desk.folders = [...desk.folders.filter((uri) => !removed.has(uri)), ...added];
      void arrange();
    });
    followSettings(connection, desk);
    void inTurn(() => readSettings(arranging));
    void arrange();
    watch(connection, desk, {
      changed: keeping.changed,
      rearrange: (root) => {
        void inTurn(async () => closeRoot(desk, root));
        void arrange();
      },
    });
    tellMidnight(() => void inTurn(() => readSettings(arranging)));
  });
  connection.onDidChangeConfiguration(({ settings }) => {
    const pushed: unknown = (settings as { rapporteur?: unknown } | null | undefined)?.rapporteur;
    void inTurn(() => readSettings(arranging, pushed));
  });
  return { settled: () => turn };
}

function followFolders(
  connection: Connection,
  { client }: Desk,
  turned: (added: readonly string[], removed: ReadonlySet<string>) => void,
): void {
  if (!client.capabilities.workspace?.workspaceFolders) return;
  connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
    const uris = (list: typeof added): string[] => list.map(({ uri }) => normalizedUri(uri));
    turned(uris(added), new Set(uris(removed)));
  });
}

function followSettings(connection: Connection, { client }: Desk): void {
  if (!client.can.registerConfiguration) return;
  const section = { section: 'rapporteur' };
  // A client that refuses keeps the settings it has given.
  void connection.client
    .register(DidChangeConfigurationNotification.type, section)
    .catch(() => undefined);
}

interface Arranging {
  readonly connection: Connection;
  readonly platform: Platform;
  readonly desk: Desk;
  readonly keeping: Keeping;
}

function foldersOf({ workspaceFolders, rootUri, rootPath }: InitializeParams): string[] {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? [
    ...(rootUri ? [rootUri] : rootPath ? [`file://${rootPath}`] : []),
  ];
  return [...new Set(uris.map(normalizedUri))];
}

function followDocuments(
  connection: Connection,
  desk: Desk,
  keeping: Keeping,
  openLoneRoot: (uri: string) => Promise<void>,
): void {
  const { documents, waiting } = desk;
  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    const key = normalizedUri(uri);
    documents.set(key, { uri, languageId, version, text });
    waiting.add(key);
    keeping.changed();
    if (rootAbove(desk, key) === undefined) void openLoneRoot(key);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const key = normalizedUri(uri);
    const before = documents.get(key);
    if (before === undefined) return;
    documents.set(key, edited(before, version, contentChanges, desk.client.encoding));
    waiting.add(key);
    keeping.changed();
  });
  connection.onDidCloseTextDocument(async ({ textDocument: { uri } }) => {
    const key = normalizedUri(uri);
    documents.delete(key);
    waiting.delete(key);
    await returnToDisk(desk, key);
    keeping.changed();
  });
}

/** A document that was closed is again what the disk says, if it is there. */
async function returnToDisk(desk: Desk, uri: string): Promise<void> {
  const place = pagePlace(desk, uri);
  if (place === undefined) return;
  const { root, id } = place;
  const reading = root.listed.has(id) ? await root.host.read(id) : undefined;
  // It may have been opened again while the disk was asked.
  if (desk.documents.has(uri)) return;
  await applyTo(root, [
    reading?.type === 'text' ? { type: 'text', id, text: reading.text } : { type: 'removed', id },
  ]);
}

/** The workspaces of the folders that are open: new ones are read, those no longer asked for go. */
async function arrangeRoots(arranging: Arranging): Promise<void> {
  const { desk, platform, keeping } = arranging;
  const wanted = new Map<string, RootPlace>();
  for (const folder of desk.folders) {
    const place = await platform.rootOf(folder);
    wanted.set(place.uri, place);
  }
  for (const uri of desk.documents.keys()) {
    const place = await lonePlace(arranging, uri);
    if (place !== undefined) wanted.set(place.uri, place);
  }
  for (const root of desk.roots.values()) {
    const below = [...wanted.keys()].some((uri) => `${root.place.uri}/`.startsWith(`${uri}/`));
    if (!below) closeRoot(desk, root);
  }
  for (const place of wanted.values()) await openAll(arranging, place);
  keeping.changed();
}

/** A root and, once it is read, the workspaces that lie in it. */
async function openAll(arranging: Arranging, first: RootPlace): Promise<void> {
  const { platform, desk, connection, keeping } = arranging;
  const places = [first];
  for (let place = places.shift(); place !== undefined; place = places.shift()) {
    let root = desk.roots.get(place.uri);
    if (root === undefined) {
      root = await openRoot(platform, place, desk.outlook);
      desk.roots.set(place.uri, root);
      // What is open in it is served at once, before anything is read from the disk.
      for (const uri of desk.documents.keys()) desk.waiting.add(uri);
      await readWithProgress(connection, platform, desk, root);
      keeping.changed();
    }
    for (const id of root.nested) {
      const uri = `${place.uri}/${id.split('/').map(encodeURIComponent).join('/')}`;
      if (isWanted(desk, normalizedUri(uri)))
        places.push(await platform.rootOf(normalizedUri(uri)));
    }
  }
}

/** Below the configuration that rules an open folder there may be others that nobody has opened. */
function isWanted({ folders, documents }: Desk, uri: string): boolean {
  const lies = (one: string, other: string): boolean => `${one}/`.startsWith(`${other}/`);
  return (
    folders.some((folder) => lies(folder, uri) || lies(uri, folder)) ||
    [...documents.keys()].some((open) => lies(open, uri))
  );
}

function closeRoot(desk: Desk, root: Root): void {
  desk.roots.delete(root.place.uri);
  for (const uri of desk.documents.keys()) desk.waiting.add(uri);
}

/** A file from outside every open folder belongs to the workspace whose configuration is above it. */
async function openLone(arranging: Arranging, uri: string): Promise<void> {
  if (rootAbove(arranging.desk, uri) !== undefined) return;
  const place = await lonePlace(arranging, uri);
  if (place !== undefined) await openAll(arranging, place);
}

async function lonePlace(
  { desk, platform }: Arranging,
  uri: string,
): Promise<RootPlace | undefined> {
  const inFolder = desk.folders.some((folder) => uri.startsWith(`${folder}/`));
  if (inFolder || !desk.documents.has(uri) || uri.startsWith('untitled:')) return undefined;
  const place = await platform.rootOf(parentOf(uri));
  return place.config === undefined ? undefined : place;
}

/** Asks for the settings, unless the client has pushed them; what follows from them is made again. */
async function readSettings(
  { connection, desk, keeping }: Arranging,
  pushed?: unknown,
): Promise<void> {
  const asked = desk.client.can.configuration
    ? await connection.workspace.getConfiguration('rapporteur').catch(() => undefined)
    : pushed;
  if (asked !== undefined) keeping.setSettings(readEditorSettings(asked));
  const { today, rules = {} } = keeping.settings();
  const levels = new Map(Object.entries(rules)) as ReadonlyMap<string, Level>;
  const day = (today ? parseDay(today) : undefined) ?? localDay();
  const before = desk.outlook;
  const isSame =
    before.today === day && JSON.stringify([...before.levels]) === JSON.stringify([...levels]);
  if (!isSame) {
    desk.outlook = { today: day, levels };
    for (const root of desk.roots.values()) reconsider(root, levels, day);
  }
  keeping.changed();
}

/** The levels and the day are no part of what was read. */
function reconsider(root: Root, levels: ReadonlyMap<string, Level>, today: Day): void {
  const { workspace, named } = root;
  const settings = { ...workspace.settings, levels: new Map([...levels, ...named]) };
  root.workspace = { ...workspace, settings, today };
}

function localDay(): Day {
  const now = new Date();
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

/** "Overdue" changes with the day. Once an hour: a computer that sleeps keeps no longer appointment. */
function tellMidnight(tell: () => void): void {
  const timer: unknown = setInterval(tell, 3_600_000);
  // In Node alone a timer is an object, and would keep the process from ending.
  (timer as { unref?: () => void }).unref?.();
}
