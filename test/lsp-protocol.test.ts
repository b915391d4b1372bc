// What the protocol says of the life of a server and of its messages, as a client without a library meets it.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { HANGS } from './support/patience.js';

interface Answer {
  readonly id?: number | null;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

interface Client {
  readonly server: ChildProcess;
  send(message: object): void;
  raw(bytes: string): void;
  ask(method: string, params?: unknown): Promise<Answer>;
  /** What the server has written, when it has ended. */
  ended(): Promise<{ readonly code: number | null; readonly stderr: string }>;
}

function framed(message: object): string {
  const body = JSON.stringify({ jsonrpc: '2.0', ...message });
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

function startClient(context: TestContext, cwd = os.tmpdir()): Client {
  const server = spawn(process.execPath, [path.resolve('dist/cli.js'), 'lsp'], { cwd });
  context.after(() => server.kill('SIGKILL'));
  const answers = new Map<number, (answer: Answer) => void>();
  let buffered = Buffer.alloc(0);
  let stderr = '';
  server.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  server.stdin.on('error', () => undefined);
  server.stdout.on('data', (chunk: Buffer) => {
    buffered = Buffer.concat([buffered, chunk]);
    for (;;) {
      const end = buffered.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/.exec(buffered.toString('latin1', 0, end))?.[1]);
      if (end < 0 || buffered.length < end + 4 + length) return;
      const answer = JSON.parse(buffered.toString('utf8', end + 4, end + 4 + length)) as Answer;
      buffered = buffered.subarray(end + 4 + length);
      if (typeof answer.id === 'number' && !('method' in answer)) answers.get(answer.id)?.(answer);
    }
  });
  let last = 0;
  return {
    server,
    send: (message) => void server.stdin.write(framed(message)),
    raw: (bytes) => void server.stdin.write(bytes),
    ask(method, params) {
      last += 1;
      const id = last;
      const answer = new Promise<Answer>((resolve) => answers.set(id, resolve));
      server.stdin.write(framed(params === undefined ? { id, method } : { id, method, params }));
      return answer;
    },
    async ended() {
      if (server.exitCode === null) await once(server, 'exit');
      return { code: server.exitCode, stderr };
    },
  };
}

const initialize = { processId: null, rootUri: null, capabilities: {} };

describe('the life of a server, by the protocol', () => {
  it('begins with initialize: what comes before is refused, or left alone', async (context) => {
    const client = startClient(context);
    for (const method of [
      'textDocument/hover',
      'workspace/symbol',
      'shutdown',
      'rapporteur/check',
      'none/such',
    ]) {
      assert.equal((await client.ask(method, {})).error?.code, -32002, method);
    }
    client.send({ method: 'initialized', params: {} });
    client.send({ method: 'textDocument/didOpen', params: null });
    const { result } = await client.ask('initialize', initialize);
    assert.ok(result);
    assert.equal((await client.ask('initialize', initialize)).error?.code, -32600);
    assert.deepEqual((await client.ask('workspace/symbol', { query: '' })).result, []);
  });

  it('ends with shutdown: what comes after is refused, but exit', async (context) => {
    const client = startClient(context);
    await client.ask('initialize', initialize);
    assert.equal((await client.ask('shutdown')).result, null);
    for (const method of [
      'textDocument/hover',
      'workspace/symbol',
      'shutdown',
      'initialize',
      'none/such',
    ]) {
      assert.equal((await client.ask(method, { query: '' })).error?.code, -32600, method);
    }
    client.send({ method: 'exit' });
    assert.equal((await client.ended()).code, 0);
  });

  it('may be left at once', async (context) => {
    const client = startClient(context);
    client.send({ method: 'exit' });
    assert.equal((await client.ended()).code, 1);
  });

  const params: readonly unknown[] = [
    undefined,
    null,
    [],
    { capabilities: null },
    { capabilities: 'all' },
    { capabilities: { textDocument: null, workspace: null, window: null, general: null } },
    {
      capabilities: { general: { positionEncodings: null }, workspace: { workspaceFolders: null } },
    },
    { capabilities: {}, workspaceFolders: null, rootUri: null, initializationOptions: null },
    { capabilities: {}, workspaceFolders: 'all' },
    { capabilities: {}, workspaceFolders: [null, {}] },
  ];
  for (const said of params) {
    it(`is not over where a client says of itself ${JSON.stringify(said)}`, async (context) => {
      const client = startClient(context);
      const { result, error } = await client.ask('initialize', said);
      assert.equal(error, undefined);
      assert.ok(
        (result as { capabilities: { hoverProvider: unknown } }).capabilities.hoverProvider,
      );
      client.send({ method: 'initialized' });
      assert.deepEqual((await client.ask('workspace/symbol', { query: '' })).result, []);
    });
  }

  it('refuses a request without what it needs, by the right number', async (context) => {
    const client = startClient(context);
    await client.ask('initialize', initialize);
    const uri = 'file:///a.md';
    const requests: readonly [string, unknown][] = [
      ['textDocument/hover', undefined],
      ['textDocument/hover', null],
      ['textDocument/hover', { textDocument: { uri } }],
      ['textDocument/rename', { textDocument: { uri }, position: { line: 0, character: 0 } }],
      ['textDocument/documentSymbol', {}],
      ['textDocument/diagnostic', { textDocument: {} }],
      ['textDocument/codeAction', { textDocument: { uri }, range: { start: { line: 0 } } }],
      ['workspace/symbol', undefined],
      ['callHierarchy/incomingCalls', {}],
    ];
    for (const [method, sent] of requests) {
      assert.equal((await client.ask(method, sent)).error?.code, -32602, method);
    }
    assert.equal((await client.ask('none/such')).error?.code, -32601);
  });
});

describe('a header that does not say where its message ends', () => {
  const headers: readonly [string, string][] = [
    ['no number', 'Content-Length: many\r\n\r\n{}'],
    ['nothing', 'Content-Length:\r\n\r\n{}'],
    ['a negative number', 'Content-Length: -5\r\n\r\n{}'],
    ['a number and more', 'Content-Length: 12abc\r\n\r\n{}'],
    ['too large a number', 'Content-Length: 99999999999\r\n\r\n{}'],
    ['no length', 'Content-Type: application/json\r\n\r\n{}'],
    ['an empty header', '\r\n\r\n{}'],
    ['other line ends', 'Content-Length: 2\n\n{}'],
    ['no header', '{"jsonrpc":"2.0","id":1,"method":"shutdown"}'],
    ['an endless header', `X: ${'x'.repeat(10_000)}`],
  ];
  for (const [name, bytes] of headers) {
    it(`ends the server with words: ${name}`, async (context) => {
      const client = startClient(context);
      await client.ask('initialize', initialize);
      client.raw(bytes);
      const { code, stderr } = await client.ended();
      assert.equal(code, 1);
      assert.match(stderr, /what the editor sent cannot be read: /);
    });
  }

  it('is not one that comes in pieces, or has more lines', async (context) => {
    const client = startClient(context);
    await client.ask('initialize', initialize);
    const bytes = framed({ id: 900, method: 'workspace/symbol', params: { query: 'ä' } });
    const more = `content-type: application/vscode-jsonrpc; charset=utf-8\r\n${bytes}`;
    for (const byte of Buffer.from(more)) client.server.stdin?.write(Buffer.of(byte));
    assert.deepEqual((await client.ask('workspace/symbol', { query: '' })).result, []);
    assert.equal(client.server.exitCode, null);
  });
});

describe('a client that listens for the server', () => {
  type Listen = (listener: net.Server, context: TestContext) => Promise<string>;
  const ways: readonly [string, Listen][] = [
    [
      'at a port',
      async (listener) => {
        await once(listener.listen(0, '127.0.0.1'), 'listening');
        return `--socket=${(listener.address() as net.AddressInfo).port}`;
      },
    ],
    [
      'at a pipe',
      async (listener, context) => {
        const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-pipe-'));
        context.after(() => fs.rmSync(folder, { recursive: true, force: true }));
        const name = path.basename(folder);
        const pipe = process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : `${folder}/pipe`;
        await once(listener.listen(pipe), 'listening');
        return `--pipe=${pipe}`;
      },
    ],
  ];
  const ends: readonly [string, (socket: net.Socket) => void, RegExp][] = [
    ['that is gone', (socket) => socket.end(), /^$/],
    [
      'that cannot be read',
      (socket) => socket.write('{}'),
      /what the editor sent cannot be read: /,
    ],
  ];
  for (const [way, listen] of ways) {
    for (const [name, use, said] of ends) {
      it(`${way}: the server answers it, and ends with one ${name}`, async (context) => {
        const listener = net.createServer();
        context.after(() => listener.close());
        const argument = await listen(listener, context);
        const server = spawn(process.execPath, [path.resolve('dist/server.cjs'), argument]);
        context.after(() => server.kill('SIGKILL'));
        let stderr = '';
        server.stderr.on('data', (chunk) => {
          stderr += chunk;
        });
        const [socket] = (await once(listener, 'connection')) as [net.Socket];
        socket.on('error', () => undefined);
        socket.write(framed({ id: 1, method: 'initialize', params: initialize }));
        const [answer] = await once(socket, 'data');
        assert.match(String(answer), /Content-Length: /);
        use(socket);
        const [code] = await once(server, 'close', { signal: AbortSignal.timeout(HANGS) });
        assert.equal(code, 1);
        assert.match(stderr, said);
      });
    }
  }
});
