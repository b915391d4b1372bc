// When the server is started, and when nothing is: with a VS Code of a few lines in place of the real one.
import assert from 'node:assert/strict';
import test from 'node:test';
import { clientModule } from './support/client-module.js';

interface FakeDocument {
  readonly languageId: string;
  readonly lineCount: number;
  getText(): string;
  lineAt(line: number): { readonly text: string };
}

type Listener = (event: unknown) => void;

interface Fake {
  readonly vscode: object;
  /** Tells whoever listens for `name`. */
  fire(name: string, event?: unknown): void;
  listeners(): number;
}

function documentOf(text: string, languageId = 'markdown'): FakeDocument {
  const lines = text.split('\n');
  const lineAt = (line: number) => ({ text: lines[line] ?? '' });
  return { languageId, lineCount: lines.length, getText: () => text, lineAt };
}

function fakeOf(files: readonly string[], documents: readonly FakeDocument[]): Fake {
  const listening = new Map<string, Set<Listener>>();
  const on = (name: string) => (listener: Listener) => {
    const all = listening.get(name) ?? new Set();
    listening.set(name, all.add(listener));
    return { dispose: () => all.delete(listener) };
  };
  class Disposable {
    constructor(readonly dispose: () => void) {}
  }
  const workspace = {
    textDocuments: documents,
    workspaceFolders: [{}],
    findFiles: async () => files,
    createFileSystemWatcher: () => ({ onDidCreate: on('create'), dispose: () => undefined }),
    onDidOpenTextDocument: on('open'),
    onDidChangeTextDocument: on('change'),
    onDidChangeWorkspaceFolders: on('folders'),
  };
  return {
    vscode: { Disposable, workspace },
    fire: (name, event) => {
      for (const listener of [...(listening.get(name) ?? [])]) listener(event);
    },
    listeners: () => [...listening.values()].reduce((sum, { size }) => sum + size, 0),
  };
}

/** `activateWhenNeeded` of the extension, in that VS Code. */
const activation =
  await clientModule<typeof import('../client/activation.js')>('client/activation.ts');

async function watchFor(fake: Fake): Promise<{ begun: number }> {
  const { exports } = activation({ vscode: fake.vscode });
  const counter = { begun: 0 };
  exports.activateWhenNeeded(() => {
    counter.begun += 1;
  });
  // The search for files has to come back.
  await new Promise((resolve) => setImmediate(resolve));
  return counter;
}

const PLAIN = 'At 10:30 we spoke of :smile: and C::b.\n:::note\n';

test('in a folder without registry and tags nothing is started, whatever is opened and typed', async () => {
  const fake = fakeOf([], [documentOf(PLAIN)]);
  const counter = await watchFor(fake);
  fake.fire('open', documentOf(PLAIN));
  fake.fire('open', documentOf(':person[A]', 'plaintext'));
  const document = documentOf(`${PLAIN}:pers`);
  const range = { start: { line: 2 } };
  fake.fire('change', { document, contentChanges: [{ range, text: 's' }] });
  fake.fire('folders');
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(counter.begun, 0);
});

test('a registry or a configuration is a reason', async () => {
  const counter = await watchFor(fakeOf(['registry.yaml'], []));
  assert.equal(counter.begun, 1);
});

test('a document with a tag is one, open already or opened later', async () => {
  assert.equal((await watchFor(fakeOf([], [documentOf('x :date[2025]')]))).begun, 1);
  const fake = fakeOf([], []);
  const counter = await watchFor(fake);
  fake.fire('open', documentOf('::person[Ann]{#ann}'));
  assert.equal(counter.begun, 1);
});

test('the bracket that makes a tag of what was typed is one, and pasted lines are', async () => {
  const typed = fakeOf([], []);
  const first = await watchFor(typed);
  const range = { start: { line: 1 } };
  typed.fire('change', {
    document: documentOf('first\nsee :person[\n'),
    contentChanges: [{ range, text: '[' }],
  });
  assert.equal(first.begun, 1);
  const pasted = fakeOf([], []);
  const second = await watchFor(pasted);
  pasted.fire('change', {
    document: documentOf('first\na\nb\n::update{of=c}\n'),
    contentChanges: [{ range, text: 'a\nb\n::update{of=c}' }],
  });
  assert.equal(second.begun, 1);
});

test('it is started once, and then nobody listens any more', async () => {
  const fake = fakeOf([], []);
  const counter = await watchFor(fake);
  assert.ok(fake.listeners() >= 4);
  fake.fire('create');
  fake.fire('create');
  fake.fire('open', documentOf(':date[2025]'));
  assert.equal(counter.begun, 1);
  assert.equal(fake.listeners(), 0);
});
