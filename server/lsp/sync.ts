import {
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
} from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { readChangedFiles, rootsAffectedBy } from './disk-changes.js';
import { type EditorSettings, keepsWorkspaces, readEditorSettings } from './editor-settings.js';
import { everyHour, requestSettings, updateLintContext } from './lint-context.js';
import { startLooking } from './look-again.js';
import { applyContentChanges } from './open-document.js';
import {
  areRootsCurrent,
  closeRoot,
  closeUnwanted,
  isInFolder,
  type OpenRootsContext,
  openRootOfOutsideFile,
  updateOpenRoots,
} from './open-roots.js';
import type { Platform } from './platform.js';
import type { OpenRoot } from './root.js';
import { rootAbove, type ServerState } from './server-state.js';
import { normalizedUri } from './uris.js';
import { watchFiles } from './watch-files.js';

export interface Sync {
  /** Resolves when every workspace that is known of has been read. */
  whenAllRead(): Promise<void>;
  /** Resolves when it is known what changed on the disk some seconds ago. */
  whenUpToDate(): Promise<void>;
}

/** What the session keeps besides the state. */
export interface SettingsStore {
  /** Something changed that answers may depend on. */
  changed(): void;
  settings(): EditorSettings;
  setSettings(settings: EditorSettings): void;
}

/** Follows what the client says of its documents, folders and settings, and what happens on the disk. */
export function startSync(
  connection: Connection,
  platform: Platform,
  state: ServerState,
  params: InitializeParams,
  store: SettingsStore,
): Sync {
  state.folders = foldersOf(params);
  let queue: Promise<void> = Promise.resolve();
  /** Roots are opened and closed one after the other, or two would read the same. */
  const enqueue = (work: () => Promise<void>): Promise<void> => {
    state.isAllRead = false;
    const own = queue
      .then(work)
      .catch((error: unknown) => connection.console.error(String(error)))
      .finally(() => {
        if (queue === own) state.isAllRead = true;
        store.changed();
      });
    queue = own;
    return own;
  };
  const { changed } = store;
  const context: OpenRootsContext = {
    connection,
    platform,
    state,
    changed,
    takesKept: () => store.settings().get(keepsWorkspaces),
    readAgain: (root) => reread([root]),
  };
  const updateRoots = (): void => void enqueue(() => updateOpenRoots(context));
  /** Reads workspaces anew. One that is still being read by what counted before is left at once. */
  const reread = (roots: readonly OpenRoot[]): void => {
    if (roots.length === 0) return;
    for (const root of roots) closeRoot(state, root);
    updateRoots();
  };
  const changedUris = new Set<string>();
  const readFromDisk = (uris: readonly string[]): Promise<void> => {
    reread(uris.flatMap((uri) => rootsAffectedBy(state, uri)));
    const isWaiting = changedUris.size > 0;
    for (const uri of uris) changedUris.add(uri);
    if (isWaiting || changedUris.size === 0) return queue;
    return enqueue(async () => {
      const now = [...changedUris];
      changedUris.clear();
      reread(await readChangedFiles(state, platform, now));
    });
  };
  const looking = startLooking(platform, state, {
    onChanged: readFromDisk,
    async onLooked() {
      if (!(await areRootsCurrent(context))) await enqueue(() => updateOpenRoots(context));
    },
  });
  const refreshSettings = (pushed?: unknown): void =>
    void enqueue(async () => {
      const value = state.client.can.configuration
        ? await requestSettings(connection, refreshSettings)
        : pushed;
      if (value !== undefined) store.setSettings(readEditorSettings(value));
      await updateLintContext(state, store.settings());
    });

  syncDocuments(connection, state, {
    changed,
    opened(uri) {
      if (rootAbove(state, uri) === undefined)
        void enqueue(() => openRootOfOutsideFile(context, uri));
      looking.onReturn();
    },
    saved: looking.onReturn,
    closed(uri) {
      void readFromDisk([uri]);
      // The workspace of a file from elsewhere has no other reason to be known.
      if (!isInFolder(state, uri) && rootAbove(state, uri) !== undefined) updateRoots();
    },
  });
  connection.onInitialized(() => {
    syncFolders(connection, state, (added, removed) => {
      state.folders = [...state.folders.filter((uri) => !removed.has(uri)), ...added];
      closeUnwanted(state);
      updateRoots();
    });
    syncSettings(connection, state);
    refreshSettings();
    updateRoots();
    watchFiles(connection, state, (uris) => void readFromDisk(uris));
    everyHour(refreshSettings);
  });
  connection.onDidChangeConfiguration(({ settings }) => {
    refreshSettings((settings as { rapporteur?: unknown } | null | undefined)?.rapporteur);
  });
  return { whenAllRead: () => queue, whenUpToDate: looking.beforeAnswer };
}

function syncFolders(
  connection: Connection,
  { client }: ServerState,
  onChange: (added: readonly string[], removed: ReadonlySet<string>) => void,
): void {
  if (!client.capabilities.workspace?.workspaceFolders) return;
  connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
    const uris = (list: typeof added): string[] => list.map(({ uri }) => normalizedUri(uri));
    onChange(uris(added), new Set(uris(removed)));
  });
}

function syncSettings(connection: Connection, { client }: ServerState): void {
  if (!client.can.registerConfiguration) return;
  const section = { section: 'rapporteur' };
  // A client that refuses keeps the settings it has given.
  void connection.client
    .register(DidChangeConfigurationNotification.type, section)
    .catch(() => undefined);
}

function foldersOf({ workspaceFolders, rootUri, rootPath }: InitializeParams): string[] {
  // Not every client sends what the protocol says.
  const listed = Array.isArray(workspaceFolders)
    ? workspaceFolders.flatMap((folder) => folder?.uri ?? [])
    : undefined;
  const uris = listed ?? [
    ...(rootUri ? [rootUri] : rootPath ? [URI.file(rootPath).toString()] : []),
  ];
  return [...new Set(uris.map(normalizedUri))];
}

interface DocumentListener {
  changed(): void;
  /** By normalized uri. */
  opened(uri: string): void;
  saved(): void;
  closed(uri: string): void;
}

function syncDocuments(
  connection: Connection,
  state: ServerState,
  listener: DocumentListener,
): void {
  const { documents, pendingUris } = state;
  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    if (!isText(text)) return;
    const key = normalizedUri(uri);
    documents.set(key, { uri, languageId, version, text });
    pendingUris.add(key);
    listener.changed();
    listener.opened(key);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const key = normalizedUri(uri);
    const before = documents.get(key);
    if (before === undefined || !contentChanges.every((change) => isText(change.text))) return;
    documents.set(key, applyContentChanges(before, version, contentChanges, state.client.encoding));
    pendingUris.add(key);
    listener.changed();
  });
  connection.onDidSaveTextDocument(listener.saved);
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    const key = normalizedUri(uri);
    documents.delete(key);
    pendingUris.delete(key);
    state.exclusions.delete(key);
    listener.changed();
    listener.closed(key);
  });
}

/** What a client in error sends in place of a text is nothing that happened to one. */
function isText(text: unknown): boolean {
  return typeof text === 'string';
}
