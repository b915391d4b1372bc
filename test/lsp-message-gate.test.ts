// A client that asks and does not read: how much is begun for it, counted.
import assert from 'node:assert/strict';
import test from 'node:test';
import { setImmediate } from 'node:timers/promises';
import {
  type DataCallback,
  Disposable,
  Emitter,
  type Message,
  type MessageReader,
  type MessageWriter,
} from 'vscode-languageserver';
import { gateOf } from '../server/lsp/message-gate.js';

interface Told extends Message {
  readonly id?: number;
  readonly method?: string;
  readonly result?: unknown;
}

/** A client and a connection around a gate; the connection answers each request in a later turn. */
function around(input?: { pause(): void; resume(): void }) {
  let send: DataCallback = () => undefined;
  const reader: MessageReader = {
    onError: new Emitter<Error>().event,
    onClose: new Emitter<void>().event,
    onPartialMessage: new Emitter<never>().event,
    listen(callback) {
      send = callback;
      return Disposable.create(() => undefined);
    },
    dispose: () => undefined,
  };
  /** Answers that nobody has read, with what is to be called when somebody does. */
  const unread: { readonly message: Told; readonly read: () => void }[] = [];
  const writer: MessageWriter = {
    onError: new Emitter<[Error, Message | undefined, number | undefined]>().event,
    onClose: new Emitter<void>().event,
    write: (message) => new Promise((read) => unread.push({ message: message as Told, read })),
    end: () => undefined,
    dispose: () => undefined,
  };
  const gate = gateOf(reader, writer, { yieldTurn: () => setImmediate(), input });
  const got: Told[] = [];
  gate.reader.listen((message) => {
    const { id, method } = message as Told;
    if (method === 'throw') throw new Error(method);
    got.push(message as Told);
    if (id === undefined || method === undefined) return;
    void setImmediate().then(() =>
      gate.writer.write({ jsonrpc: '2.0', id, result: null } as Message),
    );
  });
  return { send: (message: object) => send({ jsonrpc: '2.0', ...message }), got, unread };
}

async function turns(count: number): Promise<void> {
  for (let at = 0; at < count; at += 1) await setImmediate();
}

const ASKED = 10_000;

test('few of its questions are begun, and all are answered in order once it reads', async () => {
  const { send, got, unread } = around();
  send({ id: 0, method: 'initialize', params: { capabilities: {} } });
  for (let id = 1; id <= ASKED; id += 1)
    send({ id, method: 'workspace/symbol', params: { query: '' } });
  await turns(1000);
  const begun = got.length;
  assert.ok(begun < 200, `${begun} questions were begun`);
  const answered: (number | undefined)[] = [];
  while (answered.length <= ASKED) {
    for (const { message, read } of unread.splice(0)) {
      answered.push(message.id);
      read();
    }
    await setImmediate();
  }
  assert.deepEqual(
    got.map(({ id }) => id),
    Array.from({ length: ASKED + 1 }, (_, id) => id),
  );
  assert.equal(new Set(answered).size, ASKED + 1);
});

test('what it says otherwise keeps its place among the questions', async () => {
  const { send, got, unread } = around();
  send({ id: 0, method: 'initialize', params: { capabilities: {} } });
  for (let id = 1; id <= 300; id += 1) {
    send({ id, method: 'workspace/symbol', params: { query: '' } });
    send({ method: 'textDocument/didChange', params: { version: id } });
  }
  for (let round = 0; round < 1000; round += 1) {
    for (const { read } of unread.splice(0)) read();
    await setImmediate();
  }
  const order = got.slice(1).map(({ id, method }) => id ?? method);
  assert.deepEqual(
    order,
    Array.from({ length: 300 }, (_, at) => [at + 1, 'textDocument/didChange']).flat(),
  );
});

test('it has to wait when very much of what it said is kept', async () => {
  let waits = 0;
  const input = {
    pause: () => {
      waits += 1;
    },
    resume: () => {
      waits -= 1;
    },
  };
  const { send, unread } = around(input);
  send({ id: 0, method: 'initialize', params: { capabilities: {} } });
  for (let id = 1; id <= 30_000; id += 1)
    send({ id, method: 'workspace/symbol', params: { query: '' } });
  await turns(100);
  assert.equal(waits, 1);
  for (let answered = 0; answered <= 30_000; ) {
    for (const { read } of unread.splice(0)) {
      answered += 1;
      read();
    }
    await setImmediate();
  }
  assert.equal(waits, 0);
});

test('one that reads is answered in the turn in which it asked', async () => {
  const { send, got } = around();
  send({ id: 0, method: 'initialize', params: { capabilities: {} } });
  for (let id = 1; id <= 20; id += 1)
    send({ id, method: 'workspace/symbol', params: { query: '' } });
  assert.equal(got.length, 21);
});

test('a message that the connection throws at is left out, kept or not', async () => {
  const { send, got, unread } = around();
  send({ id: 0, method: 'initialize', params: { capabilities: {} } });
  for (let id = 1; id <= 200; id += 1) {
    send({ id, method: 'workspace/symbol', params: { query: '' } });
    send({ method: 'throw' });
  }
  for (let round = 0; round < 1000; round += 1) {
    for (const { read } of unread.splice(0)) read();
    await setImmediate();
  }
  assert.equal(got.length, 201);
});

test('questions that it is refused let no more of the others begin at once', async () => {
  const { send, got, unread } = around();
  send({ id: 0, method: 'initialize', params: { capabilities: {} } });
  for (let id = 1; id <= 500; id += 1) {
    send({ id, method: 'workspace/symbol' });
    for (const { read } of unread.splice(0)) read();
    await setImmediate();
  }
  for (let id = 501; id <= 1000; id += 1)
    send({ id, method: 'workspace/symbol', params: { query: '' } });
  const begun = got.length;
  assert.ok(begun < 100, `${begun} questions were begun`);
  for (let round = 0; round < 1000; round += 1) {
    for (const { read } of unread.splice(0)) read();
    await setImmediate();
  }
  assert.equal(got.length, 501);
});
