// How much is sent for a key, counted in bytes: findings only where one has changed, and then each once.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { makeWorkspace } from './support/briefs.js';
import { ABLE, type Editor, eventually, startEditor } from './support/editor.js';

const FILE = 'brief.md';
const { registry, briefs } = makeWorkspace(1, 100_000, 'fully');
const TEXT = [...briefs.values()][0] ?? '';
/** Half of the people are not known, so that there are hundreds of findings. */
const FILES = { [FILE]: TEXT, 'registry.yaml': registry.replace(/.*-[a-h][a-z]+:.*\n/g, '') };
/** An answer or a notification without findings. */
const SMALL = 500;

interface Typed {
  readonly line: number;
  readonly character: number;
}

/** At the end of a line behind which nothing stands, and at the beginning of one with a finding. */
function placesIn(found: readonly Diagnostic[]): { readonly quiet: Typed; readonly moving: Typed } {
  const lines = TEXT.split('\n');
  const middle = found[Math.floor(found.length / 2)];
  assert.ok(middle);
  const { line } = middle.range.start;
  assert.match(lines[line] ?? '', /^[A-Z:]/);
  return {
    quiet: { line, character: (lines[line] ?? '').length },
    moving: { line, character: 0 },
  };
}

function bytesFrom(editor: Editor): () => number {
  let bytes = 0;
  editor.server.stdout?.on('data', (part: Buffer) => {
    bytes += part.length;
  });
  return () => bytes;
}

let version = 1;

function type(editor: Editor, { line, character }: Typed, text: string): void {
  const start = { line, character };
  version += 1;
  void editor.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri: editor.uri(FILE), version },
    contentChanges: [{ range: { start, end: start }, text }],
  });
}

test('an editor that asks is sent findings only where one has changed', async () => {
  const editor = await startEditor(FILES);
  try {
    editor.open(FILE);
    const textDocument = { uri: editor.uri(FILE) };
    const ask = (previousResultId?: string) =>
      editor.connection.sendRequest<{ kind: string; resultId: string; items?: Diagnostic[] }>(
        'textDocument/diagnostic',
        { textDocument, ...(previousResultId && { previousResultId }) },
      );
    const first = await ask();
    const found = first.items ?? [];
    assert.ok(found.length > 100, `${found.length} findings`);
    const { quiet, moving } = placesIn(found);
    const bytes = bytesFrom(editor);
    type(editor, quiet, 'x');
    const same = await ask(first.resultId);
    assert.equal(same.kind, 'unchanged');
    assert.ok(bytes() < SMALL, `${bytes()} bytes`);
    const before = bytes();
    type(editor, moving, 'x');
    const moved = await ask(first.resultId);
    assert.equal(moved.items?.length, found.length);
    const least = Buffer.byteLength(JSON.stringify(moved.items));
    const sent = bytes() - before;
    assert.ok(sent <= least + SMALL, `${sent} bytes for findings of ${least}`);
  } finally {
    await editor.close();
  }
});

test('an editor that is told is told of findings only where one has changed', async () => {
  const { diagnostic: _, ...textDocument } = ABLE.textDocument ?? {};
  const editor = await startEditor(FILES, { capabilities: { ...ABLE, textDocument } });
  try {
    const uri = editor.open(FILE);
    const published = () => editor.published.get(uri) ?? [];
    const symbols = () =>
      editor.connection.sendRequest('textDocument/foldingRange', { textDocument: { uri } });
    const first = await eventually(
      async () => published().at(-1) ?? [],
      (found) => found.length > 100,
    );
    const { quiet, moving } = placesIn(first);
    const count = published().length;
    type(editor, quiet, 'x');
    type(editor, quiet, 'y');
    await symbols();
    assert.equal(published().length, count);
    const bytes = bytesFrom(editor);
    type(editor, moving, 'z');
    const moved = await eventually(
      async () => published().slice(count).at(-1) ?? [],
      (found) => found.length > 100,
    );
    const least = Buffer.byteLength(JSON.stringify(moved));
    assert.equal(published().length, count + 1);
    assert.ok(bytes() <= least + SMALL, `${bytes()} bytes for findings of ${least}`);
  } finally {
    await editor.close();
  }
});
