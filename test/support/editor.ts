// An editor at the other end of a real server process: the bundle that is shipped, over its stdio.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { HANGS } from './patience.js';

export interface EditorOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: object;
  /** What `workspace/configuration` is answered with, for each section asked about. */
  readonly configuration?: unknown;
  /** Folders below the root to open; default: the root itself. `[]`: no folder at all. */
  readonly folders?: readonly string[];
  /** Another build of the server, instead of the one that is shipped. */
  readonly program?: string;
  /** A folder that is there, in place of one of its own. */
  readonly root?: string;
  /** Variables of its environment, besides ours. */
  readonly env?: Readonly<Record<string, string>>;
  /** What an old client sends in place of folders. */
  readonly rootPath?: string;
}

/** Ours are plain words. */
export type Finding = Diagnostic & { readonly message: string };

export interface Editor {
  readonly root: string;
  readonly server: ChildProcess;
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  /** What the server has published, newest last, by uri. */
  readonly published: Map<string, readonly Diagnostic[][]>;
  uri(file: string): string;
  open(file: string, text?: string): string;
  change(file: string, version: number, text: string): void;
  write(file: string, content: string | Uint8Array): void;
  /** Tells the server that a file which is open was saved. */
  save(file: string): void;
  /**
   * Has the server read all that is sent meanwhile in one go, however quick it is: as from an editor in
   * which someone types. Not on Windows, where a process cannot be stopped.
   */
  atOnce<T>(send: () => Promise<T>): Promise<T>;
  pull(file: string): Promise<readonly Finding[]>;
  close(): Promise<void>;
}

/** As VS Code has them, as far as the server looks. */
export const ABLE: ClientCapabilities = {
  general: { positionEncodings: ['utf-16'] },
  window: { workDoneProgress: true },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    applyEdit: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    didChangeConfiguration: { dynamicRegistration: true },
    workspaceEdit: {
      documentChanges: true,
      changeAnnotationSupport: { groupsOnLabel: true },
      resourceOperations: ['create', 'rename', 'delete'],
    },
    diagnostics: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
    fileOperations: { willRename: true },
    symbol: {},
  },
  textDocument: {
    diagnostic: {
      relatedInformation: true,
      codeDescriptionSupport: true,
      tagSupport: { valueSet: [1, 2] },
    },
    publishDiagnostics: { relatedInformation: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    rename: { prepareSupport: true },
    completion: {
      completionItem: {
        snippetSupport: true,
        documentationFormat: ['markdown'],
        insertReplaceSupport: true,
        labelDetailsSupport: true,
        resolveSupport: { properties: ['documentation', 'detail', 'additionalTextEdits'] },
      },
    },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
      resolveSupport: { properties: ['edit'] },
      dataSupport: true,
    },
  },
};

/** Writes the files into a folder of their own, starts the server and waits for `initialize`. */
export async function startEditor(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: EditorOptions = {},
): Promise<Editor> {
  const root =
    options.root ?? fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-editor-')));
  const write = (file: string, content: string | Uint8Array): void => {
    const at = path.join(root, file);
    fs.mkdirSync(path.dirname(at), { recursive: true });
    fs.writeFileSync(at, content);
  };
  for (const [file, content] of Object.entries(files)) write(file, content);
  const program = options.program ? [options.program] : [path.resolve('dist/cli.js'), 'lsp'];
  const server = spawn(process.execPath, [...program, '--stdio'], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...options.env },
  });
  if (server.stdout === null || server.stdin === null) throw new Error('the server has no pipes');
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const published = new Map<string, Diagnostic[][]>();
  connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }) => {
    published.set(uri, [...(published.get(uri) ?? []), diagnostics]);
  });
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
    'configuration' in options && options.configuration === null
      ? null
      : items.map(() => options.configuration ?? null),
  );
  for (const request of ['client/registerCapability', 'window/workDoneProgress/create']) {
    connection.onRequest(request, () => null);
  }
  connection.onError(() => undefined);
  connection.listen();
  const uri = (file: string): string => pathToFileURL(path.join(root, file)).href;
  const folders = (options.folders ?? ['']).map((file) => ({
    uri: uri(file),
    name: file || 'root',
  }));
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: folders[0]?.uri ?? null,
    capabilities: options.capabilities ?? ABLE,
    ...(options.rootPath ? { rootPath: options.rootPath } : { workspaceFolders: folders }),
    ...(options.initializationOptions && { initializationOptions: options.initializationOptions }),
  });
  void connection.sendNotification('initialized', {});
  return {
    root,
    server,
    connection,
    initialized,
    published,
    uri,
    write,
    open(file, text = fs.readFileSync(path.join(root, file), 'utf8')) {
      const languageId = /\.ya?ml$/.test(file) ? 'yaml' : 'markdown';
      const textDocument = { uri: uri(file), languageId, version: 1, text };
      void connection.sendNotification('textDocument/didOpen', { textDocument });
      return uri(file);
    },
    change(file, version, text) {
      void connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: uri(file), version },
        contentChanges: [{ text }],
      });
    },
    save(file) {
      void connection.sendNotification('textDocument/didSave', {
        textDocument: { uri: uri(file) },
      });
    },
    async atOnce(send) {
      if (process.platform !== 'win32') server.kill('SIGSTOP');
      const sent = send();
      // Written after all that, so that all that has been written.
      await connection.sendNotification('$/setTrace', { value: 'off' });
      if (process.platform !== 'win32') server.kill('SIGCONT');
      return sent;
    },
    async pull(file): Promise<readonly Finding[]> {
      const textDocument = { uri: uri(file) };
      const report = await connection.sendRequest<{ items: Finding[] }>('textDocument/diagnostic', {
        textDocument,
      });
      return report.items;
    },
    async close() {
      const gone = server.exitCode === null ? once(server, 'exit') : undefined;
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      await gone;
      connection.dispose();
      fs.rmSync(root, { recursive: true, force: true });
    },
  };
}

/** An editor for one test, closed whatever comes of it. */
export async function withEditor(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: EditorOptions | undefined,
  use: (editor: Editor) => Promise<void>,
): Promise<void> {
  const editor = await startEditor(files, options);
  try {
    await use(editor);
  } finally {
    await editor.close();
  }
}

/** Asks again until the answer is the wanted one; a wrong one is shown once it is sure to stay. */
export async function eventually<T>(
  ask: () => T | Promise<T>,
  wanted: (answer: T) => boolean,
): Promise<T> {
  const end = Date.now() + HANGS;
  for (;;) {
    const answer = await ask();
    if (wanted(answer)) return answer;
    if (Date.now() > end) throw new Error(`still not so: ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
