import {
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
} from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import {
  type Arranging,
  arrangeRoots,
  closeRoot,
  closeUnwanted,
  isInFolder,
  openLone,
} from './arrange.js';
import { type Desk, rootAbove } from './desk.js';
import { lookAgain, rootsRuledBy } from './disk.js';
import { edited } from './documents.js';
import { askSettings, lookOutBy, tellMidnight } from './outlook.js';
import type { Platform } from './platform.js';
import type { Root } from './root.js';
import { type EditorSettings, readEditorSettings } from './settings.js';
import { normalizedUri } from './uris.js';
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
  const { changed } = keeping;
  const arranging: Arranging = {
    connection,
    platform,
    desk,
    changed,
    again: (root) => anew([root]),
  };
  const arrange = (): void => void inTurn(() => arrangeRoots(arranging));
  /** Reads workspaces anew. One that is still being read by what counted before is left at once. */
  const anew = (roots: readonly Root[]): void => {
    if (roots.length === 0) return;
    for (const root of roots) closeRoot(desk, root);
    arrange();
  };
  const heard = new Set<string>();
  const look = (uris: readonly string[]): void => {
    anew(uris.flatMap((uri) => rootsRuledBy(desk, uri)));
    const isWaiting = heard.size > 0;
    for (const uri of uris) heard.add(uri);
    if (isWaiting || heard.size === 0) return;
    void inTurn(async () => {
      const now = [...heard];
      heard.clear();
      anew(await lookAgain(desk, platform, now));
    });
  };
  const settle = (pushed?: unknown): void =>
    void inTurn(async () => {
      const asked = desk.client.can.configuration ? await askSettings(connection, settle) : pushed;
      if (asked !== undefined) keeping.setSettings(readEditorSettings(asked));
      lookOutBy(desk, keeping.settings());
    });

  followDocuments(connection, desk, {
    changed,
    opened(uri) {
      if (rootAbove(desk, uri) === undefined) void inTurn(() => openLone(arranging, uri));
    },
    closed(uri) {
      look([uri]);
      // The workspace of a file from elsewhere has no other reason to be known.
      if (!isInFolder(desk, uri) && rootAbove(desk, uri) !== undefined) arrange();
    },
  });
  connection.onInitialized(() => {
    followFolders(connection, desk, (added, removed) => {
      desk.folders = [...desk.folders.filter((uri) => !removed.has(uri)), ...added];
      closeUnwanted(desk);
      arrange();
    });
    followSettings(connection, desk);
    settle();
    arrange();
    watch(connection, desk, look);
    tellMidnight(settle);
  });
  connection.onDidChangeConfiguration(({ settings }) => {
    settle((settings as { rapporteur?: unknown } | null | undefined)?.rapporteur);
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

function foldersOf({ workspaceFolders, rootUri, rootPath }: InitializeParams): string[] {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? [
    ...(rootUri ? [rootUri] : rootPath ? [URI.file(rootPath).toString()] : []),
  ];
  return [...new Set(uris.map(normalizedUri))];
}

interface Told {
  changed(): void;
  /** By normalized uri. */
  opened(uri: string): void;
  closed(uri: string): void;
}

function followDocuments(connection: Connection, desk: Desk, told: Told): void {
  const { documents, waiting } = desk;
  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    const key = normalizedUri(uri);
    documents.set(key, { uri, languageId, version, text });
    waiting.add(key);
    told.changed();
    told.opened(key);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const key = normalizedUri(uri);
    const before = documents.get(key);
    if (before === undefined) return;
    documents.set(key, edited(before, version, contentChanges, desk.client.encoding));
    waiting.add(key);
    told.changed();
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    const key = normalizedUri(uri);
    documents.delete(key);
    waiting.delete(key);
    desk.leftOut.delete(key);
    told.changed();
    told.closed(key);
  });
}
