// Completion as an editor gets it, from the server that is shipped.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { CompletionItem, CompletionList } from 'vscode-languageserver-protocol';
import { ABLE, type Editor, eventually, startEditor } from './support/editor.js';

const FILES = {
  'registry.yaml':
    'person:\n  pete-hegseth:\n    name: Pete Hegseth\n    other_names: [Hegseth]\n    description: Secretary of Defense.\n  rajnath-singh: { name: Rajnath Singh }\n',
  'a.md': '# Aid\n\n:person[Rajnath Singh] 🙂 met :person[\n',
};

let able: Editor;
let plain: Editor;

before(async () => {
  able = await startEditor(FILES, { initializationOptions: { suggestAgain: true } });
  plain = await startEditor(FILES, {
    capabilities: { general: { positionEncodings: ['utf-8'] } },
  });
});

after(async () => {
  await able.close();
  await plain.close();
});

/** What is offered behind a text that a brief ends with; `width` of a line as the client counts. */
async function asked(
  editor: Editor,
  line: string,
  width: (line: string) => number,
  trigger?: string,
): Promise<CompletionList | null> {
  version += 1;
  editor.change('a.md', version, `# Aid\n\n${line}`);
  return editor.connection.sendRequest<CompletionList | null>('textDocument/completion', {
    textDocument: { uri: editor.uri('a.md') },
    position: { line: 2, character: width(line) },
    context:
      trigger === undefined ? { triggerKind: 1 } : { triggerKind: 2, triggerCharacter: trigger },
  });
}

let version = 1;
const utf16 = (line: string): number => line.length;
const utf8 = (line: string): number => Buffer.byteLength(line);

/** Asked until the workspace has been read. */
async function itemsIn(
  editor: Editor,
  line: string,
  width = utf16,
): Promise<readonly CompletionItem[]> {
  const list = await eventually(
    () => asked(editor, line, width),
    (found) => (found?.items.length ?? 0) > 1,
  );
  return list?.items ?? [];
}

test('names with what stands beside them, in order, and what is known of them when looked at', async () => {
  able.open('a.md');
  const items = await itemsIn(able, ':person[Rajnath Singh] 🙂 met :person[');
  assert.deepEqual(
    items.map(({ label, labelDetails, sortText }) => [label, labelDetails?.description, sortText]),
    [
      ['Rajnath Singh', 'rajnath-singh', '0000'],
      ['Pete Hegseth', 'pete-hegseth', '0001'],
      ['Hegseth', 'Pete Hegseth', '0002'],
    ],
  );
  const [, item] = items;
  const at = { line: 2, character: 38 };
  assert.deepEqual(item?.textEdit, { range: { start: at, end: at }, newText: 'Pete Hegseth]' });
  assert.equal(item?.documentation, undefined);
  const resolved = await able.connection.sendRequest<CompletionItem>(
    'completionItem/resolve',
    item,
  );
  assert.match(JSON.stringify(resolved.documentation), /"markdown".*Secretary of Defense/);
});

test('kinds as snippets that lead on to the next list', async () => {
  const list = await asked(able, 'with :per', utf16);
  const [item] = list?.items ?? [];
  assert.equal(item?.insertTextFormat, 2);
  assert.equal(item?.command?.command, 'editor.action.triggerSuggest');
  assert.deepEqual(item?.textEdit, {
    range: { start: { line: 2, character: 6 }, end: { line: 2, character: 9 } },
    newText: 'person[$1]',
  });
});

test('an editor that knows little gets plain text, in its own count of characters', async () => {
  plain.open('a.md');
  await itemsIn(plain, 'with :person[', utf8);
  const list = await asked(plain, ':person[Rajnath Singh] 🙂 met :person[Pe', utf8);
  assert.deepEqual(
    list?.items.map(({ label, detail, textEdit }) => ({ label, detail, textEdit })),
    [
      {
        label: 'Pete Hegseth',
        detail: 'pete-hegseth · Person',
        textEdit: {
          range: { start: { line: 2, character: 40 }, end: { line: 2, character: 42 } },
          newText: 'Pete Hegseth]',
        },
      },
    ],
  );
  const kinds = await asked(plain, 'with :per', utf8);
  assert.deepEqual(
    kinds?.items.map(({ textEdit, insertTextFormat, command }) => [
      textEdit?.newText,
      insertTextFormat,
      command,
    ]),
    [['person[', undefined, undefined]],
  );
});

test('nothing comes up in prose', async () => {
  for (const [line, trigger] of [
    ['at 10:', ':'],
    ['A word ', ' '],
    ['“so", ', ' '],
    ['a list, ', ','],
  ] as const) {
    assert.equal(await asked(able, line, utf16, trigger), null, line);
  }
});

test('what starts a question by itself', () => {
  assert.ok(ABLE.textDocument?.completion);
  assert.deepEqual(able.initialized.capabilities.completionProvider?.triggerCharacters, [
    ...':[{=,#" ',
  ]);
});
