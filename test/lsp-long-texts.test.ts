// What takes long to read is read in slices: others are answered meanwhile, and in the end nothing is missing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import type { CheckResult } from '../server/lsp/protocol.js';
import { REQUESTS } from '../server/lsp/protocol.js';
import { type Editor, startEditor } from './support/editor.js';

const BRIEF = ':person[Ann 1] met :person[Ann 2].\n';

/** More than a million characters. */
function longRegistry(entries = 4000): string {
  const lines = ['person:\n'];
  for (let at = 0; at < entries; at += 1)
    lines.push(
      `  p-${at}:\n    name: Ann ${at}\n    description: ${'Some words of her. '.repeat(15)}\n`,
    );
  return lines.join('');
}

function longBrief(paragraphs = 8000): string {
  const words =
    'the officials found that the review of the logistics had made progress in the north';
  const lines = ['# Long\n\n'];
  for (let at = 0; at < paragraphs; at += 1)
    lines.push(
      `${words} of ${at} and ${at % 9 === 0 ? ':person[Ann 3]' : 'someone'} said ${words}.\n\n`,
    );
  return lines.join('');
}

async function inOrder(
  asked: Readonly<Record<string, Promise<unknown>>>,
): Promise<readonly string[]> {
  const order: string[] = [];
  await Promise.all(
    Object.entries(asked).map(([name, answer]) => answer.then(() => order.push(name))),
  );
  return order;
}

function hover(editor: Editor, file: string): Promise<unknown> {
  return editor.connection.sendRequest('textDocument/hover', {
    textDocument: { uri: editor.uri(file) },
    position: { line: 0, character: 10 },
  });
}

for (const [file, text] of [
  ['long.registry.yaml', longRegistry()],
  ['long.md', longBrief()],
] as const) {
  test(`while ${file} is opened and checked, another question is answered`, async () => {
    assert.ok(text.length > 1_000_000);
    const files = { 'registry.yaml': longRegistry(5), 'a.md': BRIEF };
    const editor = await startEditor(files);
    try {
      editor.open('a.md');
      await editor.pull('a.md');
      editor.write(file, text);
      editor.open(file);
      const order = await inOrder({
        long: editor.pull(file),
        hover: hover(editor, 'a.md').then(() => hover(editor, 'a.md')),
      });
      assert.deepEqual(order, ['hover', 'long']);
    } finally {
      await editor.close();
    }
  });

  test(`what is typed while ${file} is opened is in what is found`, async () => {
    const files = { 'registry.yaml': longRegistry(5), 'a.md': BRIEF, [file]: text };
    const editor = await startEditor(files);
    try {
      editor.open(file);
      editor.open('a.md');
      const pulled = editor.pull(file).catch(() => undefined);
      const wrong = file.endsWith('.md')
        ? ':person[Nobody] came.\n\n'
        : '# rapporteur: no\nperso:\n';
      await hover(editor, 'a.md');
      editor.change(file, 2, wrong + text);
      await hover(editor, 'a.md');
      editor.change(file, 3, `${wrong}${text}\n`);
      await pulled;
      const shown = await editor.pull(file);
      const { files: checked } = await editor.connection.sendRequest<CheckResult>(REQUESTS.check);
      const all = checked.find(({ uri }) => uri === editor.uri(file))?.diagnostics ?? [];
      const told = (list: readonly Pick<Diagnostic, 'message' | 'range'>[]) =>
        list.map(({ message, range }) => [message, range]);
      assert.deepEqual(told(shown), told(all));
      assert.ok(shown.some(({ range }) => range.start.line < 2));
    } finally {
      await editor.close();
    }
  });
}
