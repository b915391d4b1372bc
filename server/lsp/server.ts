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
import { type Client, clientOf } from './client.js';
import { catchUp, type Desk, groundOf, viewIn } from './desk.js';
import { FEATURES } from './features/list.js';
import { beginFindings } from './findings.js';
import { follow } from './follow.js';
import type { Platform, PlatformFor } from './platform.js';
import type { Session } from './session.js';
import { type EditorSettings, readEditorSettings } from './settings.js';
import { spaceOf } from './space.js';
import { normalizedUri } from './uris.js';

/** What the server calls itself. */
const NAME = 'rapporteur';

/** Answers a client until it leaves. */
export function serve(connection: Connection, platformFor: PlatformFor, version: string): void {
  connection.onInitialize((params): InitializeResult => {
    const client = clientOf(params);
    const platform = platformFor(connection, client);
    const session = beginSession(connection, platform, client, params);
    for (const feature of FEATURES) feature.connect(connection, session);
    return {
      capabilities: capabilitiesFor(client),
      serverInfo: { name: NAME, version },
    };
  });
  connection.listen();
}

/** Everything the features say, put together; two may speak of `workspace`. */
export function capabilitiesFor(client: Client): ServerCapabilities {
  const own: ServerCapabilities = {
    positionEncoding: client.encoding,
    textDocumentSync: {
      openClose: true,
      change: TextDocumentSyncKind.Incremental,
      save: false,
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

function beginSession(
  connection: Connection,
  platform: Platform,
  client: Client,
  params: InitializeParams,
): Session {
  const desk: Desk = {
    client,
    documents: new Map(),
    roots: new Map(),
    waiting: new Set(),
    leftOut: new Map(),
    outlook: { today: 0, levels: new Map() },
    folders: [],
    settled: false,
    asked: 0,
  };
  const listeners: (() => void)[] = [];
  const waiters: (() => void)[] = [];
  let told = false;
  const changed = (): void => {
    if (told) return;
    told = true;
    void platform.turn().then(() => {
      told = false;
      for (const waiter of waiters.splice(0)) waiter();
      for (const listener of listeners) listener();
    });
  };
  let settings: EditorSettings = readEditorSettings(client.options.settings);
  const following = follow(connection, platform, desk, params, {
    changed,
    settings: () => settings,
    setSettings: (next) => {
      settings = next;
    },
  });
  return {
    client,
    desk,
    findings: beginFindings(),
    platform,
    settings: () => settings,
    view: (uri) => viewIn(desk, uri),
    spaces: () => {
      void catchUp(desk);
      return [...desk.roots.values()].map((root) => spaceOf(groundOf(desk, root)));
    },
    open: () => [...desk.documents.values()].map(({ uri }) => uri),
    onChange: (listener) => {
      listeners.push(listener);
    },
    nextChange: () => new Promise((resolve) => waiters.push(resolve)),
    settled: following.settled,
    async answer(uri, token, make) {
      await unchanged(desk, uri, () => hearOut(platform, desk, token));
      const view = viewIn(desk, uri);
      return (view && make(view)) ?? null;
    },
    async answerAsAsked(uri, token, make) {
      const view = viewIn(desk, uri);
      await hearOut(platform, desk, token);
      return (view && make(view)) ?? null;
    },
    async answerAll(token, make) {
      await hearOut(platform, desk, token);
      return make(this.spaces());
    },
  };
}

/** @throws ResponseError when the document was edited meanwhile: what was asked is about other words. */
async function unchanged(desk: Desk, uri: string, meanwhile: () => Promise<void>): Promise<void> {
  const key = normalizedUri(uri);
  const asked = desk.documents.get(key)?.version;
  await meanwhile();
  if (desk.documents.get(key)?.version !== asked) {
    throw new ResponseError(LSPErrorCodes.ContentModified, 'The document has changed since.');
  }
}

/**
 * Lets come in what the client has said since it asked: an edit, or that it no longer wants to know.
 * Twice, because a message that waits behind the question is read after the first turn.
 */
async function hearOut(platform: Platform, desk: Desk, token: CancellationToken): Promise<void> {
  desk.asked += 1;
  await platform.turn();
  await platform.turn();
  // What links lead to is soon known of files on this machine; nobody waits for another one.
  await Promise.race([catchUp(desk), platform.turn()]);
  desk.asked -= 1;
  if (token.isCancellationRequested) {
    throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
  }
}
