import {
  type CancellationToken,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { DocumentsAsked } from '../core/index.js';
import { readAsked } from './asked-documents.js';
import { type Client, clientOf } from './client.js';
import { type EditorSettings, readEditorSettings } from './editor-settings.js';
import { FEATURES } from './features/list.js';
import { createFindingsCache } from './findings-cache.js';
import { startKeeping } from './kept/when-to-keep.js';
import type { Platform, PlatformFor } from './platform.js';
import {
  applyPendingEdits,
  documentViewIn,
  rootAbove,
  type ServerState,
  viewInputOf,
} from './server-state.js';
import type { Session } from './session.js';
import { createSuggestions } from './suggestions.js';
import { type Sync, startSync } from './sync.js';
import { normalizedUri } from './uris.js';
import { type DocumentView, workspaceView } from './workspace-view.js';
import { createYielder } from './yielding.js';

/** What the server calls itself. */
const NAME = 'rapporteur';

/** Answers a client until it leaves. */
export function serve(connection: Connection, platformFor: PlatformFor, version: string): void {
  connection.onInitialize((params): InitializeResult => {
    const client = clientOf(params);
    const platform = platformFor(connection, client);
    const session = createSession(connection, platform, client, params);
    for (const feature of FEATURES) feature.connect(connection, session);
    startKeeping(session);
    return {
      capabilities: capabilitiesFor(client),
      serverInfo: { name: NAME, version },
    };
  });
  connection.listen();
}

/** Everything the features say, put together; two may speak of `workspace`. */
function capabilitiesFor(client: Client): ServerCapabilities {
  const own: ServerCapabilities = {
    positionEncoding: client.encoding,
    textDocumentSync: {
      openClose: true,
      change: TextDocumentSyncKind.Incremental,
      save: true,
    },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
  for (const feature of FEATURES) {
    const { workspace, ...said } = feature.capability(client);
    Object.assign(own, said);
    Object.assign(own.workspace ?? {}, workspace);
  }
  return own;
}

function createSession(
  connection: Connection,
  platform: Platform,
  client: Client,
  params: InitializeParams,
): Session {
  const state: ServerState = {
    client,
    documents: new Map(),
    roots: new Map(),
    pendingUris: new Set(),
    exclusions: new Map(),
    lintContext: { today: 0, levels: new Map() },
    folders: [],
    isWatching: client.can.watchFiles,
    isAllRead: false,
    openRequests: 0,
    opening: new Map(),
    startSlices: () => createYielder(platform, state),
    changed: () => changed(),
  };
  const listeners: (() => void)[] = [];
  const waiters: (() => void)[] = [];
  let isScheduled = false;
  const changed = (): void => {
    if (isScheduled) return;
    isScheduled = true;
    void platform.yieldTurn().then(() => {
      isScheduled = false;
      for (const waiter of waiters.splice(0)) waiter();
      for (const listener of listeners) listener();
    });
  };
  let settings: EditorSettings = readEditorSettings(client.options.settings);
  const sync = startSync(connection, platform, state, params, {
    changed,
    settings: () => settings,
    setSettings: (next) => {
      settings = next;
    },
  });
  return {
    client,
    state,
    findings: createFindingsCache(),
    suggestions: createSuggestions(),
    platform,
    settings: () => settings,
    view: (uri) => documentViewIn(state, uri),
    workspaceViews: () => {
      void applyPendingEdits(state);
      return [...state.roots.values()].map((root) => workspaceView(viewInputOf(state, root)));
    },
    openUris: () => [...state.documents.values()].map(({ uri }) => uri),
    onChange: (listener) => {
      listeners.push(listener);
    },
    nextChange: () => new Promise((resolve) => waiters.push(resolve)),
    whenAllRead: sync.whenAllRead,
    whenUpToDate: sync.whenUpToDate,
    async answer(uri, token, make, asks) {
      await refuseIfEdited(state, uri, async () => {
        await drainMessages(platform, state, sync, token);
        await state.opening.get(normalizedUri(uri));
        await readForDocument(platform, state, uri, asks);
      });
      const view = documentViewIn(state, uri);
      return (view && make(view)) ?? null;
    },
    async answerEvenIfEdited(uri, token, make) {
      void applyPendingEdits(state);
      await state.opening.get(normalizedUri(uri));
      const view = documentViewIn(state, uri);
      await drainMessages(platform, state, sync, token);
      return (view && make(view)) ?? null;
    },
    async answerForAllWorkspaces(token, make, asks) {
      await drainMessages(platform, state, sync, token);
      if (asks !== undefined) {
        const pause = createYielder(platform, state);
        for (const root of state.roots.values())
          await readAsked(root, asks(workspaceView(viewInputOf(state, root))), pause);
      }
      return make(this.workspaceViews());
    },
  };
}

/** Reads the ordinary documents that are asked about: the one of a uri, if nobody has, and those it speaks of. */
async function readForDocument(
  platform: Platform,
  state: ServerState,
  uri: string,
  asks: ((view: DocumentView) => DocumentsAsked) | undefined,
): Promise<void> {
  const root = rootAbove(state, normalizedUri(uri))?.root;
  if (root === undefined) return;
  const pause = createYielder(platform, state);
  const view = documentViewIn(state, uri);
  if (view?.page.unread) await readAsked(root, { named: [view.page.id], linkedTo: [] }, pause);
  const read = documentViewIn(state, uri);
  if (read !== undefined && asks !== undefined) await readAsked(root, asks(read), pause);
}

/** @throws ResponseError when the document was edited meanwhile: what was asked is about other words. */
async function refuseIfEdited(
  state: ServerState,
  uri: string,
  meanwhile: () => Promise<void>,
): Promise<void> {
  const key = normalizedUri(uri);
  const versionAsked = state.documents.get(key)?.version;
  await meanwhile();
  if (state.documents.get(key)?.version !== versionAsked) {
    throw new ResponseError(LSPErrorCodes.ContentModified, 'The document has changed since.');
  }
}

/**
 * Handles the messages that the client has sent since its request: an edit, or its cancellation.
 * Twice, because a message that waits behind the question is read after the first turn.
 */
async function drainMessages(
  platform: Platform,
  state: ServerState,
  sync: Sync,
  token: CancellationToken,
): Promise<void> {
  await sync.whenUpToDate();
  state.openRequests += 1;
  await platform.yieldTurn();
  await platform.yieldTurn();
  // What links lead to is soon known of files on this machine; others are not waited for.
  await Promise.race([applyPendingEdits(state), platform.yieldTurn()]);
  state.openRequests -= 1;
  if (token.isCancellationRequested) {
    throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
  }
}
