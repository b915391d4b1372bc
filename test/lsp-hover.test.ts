// Hovers, lenses and inlay hints as an editor gets them.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CodeLens, Hover, InlayHint, MarkupContent } from 'vscode-languageserver-protocol';
import { type DocumentMarks, REQUESTS } from '../server/lsp/protocol.js';
import { ABLE, type Editor, eventually, startEditor } from './support/editor.js';

const FILES = {
  'registry.yaml': 'person:\n  bo: { name: Bo Berg }\nplace:\n  arcadia: { name: Arcadia }\n',
  'a.md':
    '---\ndate: 2025-06-15\n---\n\n:person[He]{ref=bo} :commitment[will pay]{#c-pay by=arcadia to=bo due=2025}.\n',
};
const TODAY = { today: '2025-11-21' };

async function withEditor(
  options: Parameters<typeof startEditor>[1],
  use: (editor: Editor) => Promise<void>,
): Promise<void> {
  const editor = await startEditor(FILES, { configuration: TODAY, ...options });
  try {
    editor.open('a.md');
    editor.open('registry.yaml');
    await editor.pull('a.md');
    await use(editor);
  } finally {
    await editor.close();
  }
}

async function hoverAt(
  editor: Editor,
  file: string,
  line: number,
  character: number,
): Promise<Hover> {
  const params = { textDocument: { uri: editor.uri(file) }, position: { line, character } };
  const found = await editor.connection.sendRequest<Hover | null>('textDocument/hover', params);
  assert.ok(found);
  return found;
}

async function lensesOf(editor: Editor, file: string): Promise<readonly CodeLens[]> {
  const textDocument = { uri: editor.uri(file) };
  const found = await editor.connection.sendRequest<CodeLens[]>('textDocument/codeLens', {
    textDocument,
  });
  const resolved = found.map((lens) =>
    editor.connection.sendRequest<CodeLens>('codeLens/resolve', lens),
  );
  return Promise.all(resolved);
}

async function hintsOf(editor: Editor): Promise<readonly InlayHint[]> {
  return editor.connection.sendRequest<InlayHint[]>('textDocument/inlayHint', {
    textDocument: { uri: editor.uri('a.md') },
    range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } },
  });
}

describe('a hover over the protocol', () => {
  it('is Markdown with links into the files, over the words it is about', async () => {
    await withEditor({}, async (editor) => {
      const { contents, range } = await hoverAt(editor, 'a.md', 4, 9);
      const { kind, value } = contents as MarkupContent;
      assert.equal(kind, 'markdown');
      assert.equal(
        value,
        `**Bo Berg** · person \`bo\`

**Is owed**: 1 open

- [will pay](${editor.uri('a.md')}#L5) · by Arcadia · due in 40 days

1 mention in 1 file · defined in [registry.yaml](${editor.uri('registry.yaml')}#L2)`,
      );
      assert.deepEqual(range, {
        start: { line: 4, character: 8 },
        end: { line: 4, character: 10 },
      });
    });
  });

  it('is plain text for an editor that knows no Markdown', async () => {
    const capabilities = { ...ABLE, textDocument: { ...ABLE.textDocument, hover: {} } };
    await withEditor({ capabilities }, async (editor) => {
      const { contents } = await hoverAt(editor, 'registry.yaml', 1, 3);
      assert.deepEqual(contents, {
        kind: 'plaintext',
        value:
          'Bo Berg · person bo\n\nIs owed: 1 open\n\n- will pay · by Arcadia · due in 40 days\n\n1 mention in 1 file · defined in registry.yaml',
      });
    });
  });
});

describe('code lenses over the protocol', () => {
  it('say their words when they come into view, and lead nowhere by themselves', async () => {
    await withEditor({}, async (editor) => {
      const told = (await lensesOf(editor, 'registry.yaml')).map(({ command }) => command);
      assert.deepEqual(told, [
        { title: '1 mention', command: '' },
        { title: '1 open commitment', command: '' },
        { title: 'no mentions', command: '' },
        { title: '1 open commitment', command: '' },
      ]);
      assert.deepEqual(await lensesOf(editor, 'a.md'), []);
    });
    // Above prose only for those who ask.
    await withEditor(
      { configuration: { ...TODAY, codeLens: { briefs: true } } },
      async (editor) => {
        const standing = (await lensesOf(editor, 'a.md')).map(({ command }) => command?.title);
        assert.deepEqual(standing, ['active, due in 40 days']);
      },
    );
  });

  it('lead our own editor to the places', async () => {
    await withEditor({ initializationOptions: { status: true } }, async (editor) => {
      const [mentions] = await lensesOf(editor, 'registry.yaml');
      assert.deepEqual(mentions?.command, {
        title: '1 mention',
        command: 'rapporteur.showReferences',
        arguments: [
          editor.uri('registry.yaml'),
          { line: 1, character: 2 },
          [
            {
              uri: editor.uri('a.md'),
              range: { start: { line: 4, character: 0 }, end: { line: 4, character: 19 } },
            },
          ],
        ],
      });
    });
  });

  it('are none when the setting says so, and survive what they stood above', async () => {
    await withEditor({}, async (editor) => {
      const lens = { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } };
      for (const data of [undefined, [editor.uri('a.md'), 'c-gone', 'state'], ['x'], [1, 2, 3]]) {
        const { command } = await editor.connection.sendRequest<CodeLens>('codeLens/resolve', {
          ...lens,
          data,
        });
        assert.equal(command?.title, '');
      }
    });
    const configuration = { ...TODAY, codeLens: { enabled: false, briefs: true } };
    await withEditor({ configuration }, async (editor) => {
      assert.deepEqual(await lensesOf(editor, 'a.md'), []);
    });
  });

  it('are asked for again after a change elsewhere', async () => {
    let asked = 0;
    await withEditor({}, async (editor) => {
      for (const other of ['diagnostic', 'semanticTokens']) {
        editor.connection.onRequest(`workspace/${other}/refresh`, () => null);
      }
      editor.connection.onRequest('workspace/codeLens/refresh', () => {
        asked += 1;
        return null;
      });
      editor.connection.onRequest('workspace/inlayHint/refresh', () => {
        asked += 1;
        return null;
      });
      editor.change('a.md', 2, ':person[Bo Berg] :person[Bo Berg]\n');
      await eventually(
        () => asked,
        (count) => count >= 2,
      );
      const [mentions] = await lensesOf(editor, 'registry.yaml');
      assert.equal(mentions?.command?.title, '2 mentions');
    });
  });
});

describe('inlay hints over the protocol', () => {
  it('say who is meant, with the hover as their tip', async () => {
    await withEditor({}, async (editor) => {
      const [hint, ...others] = await hintsOf(editor);
      assert.deepEqual(others, []);
      assert.equal(hint?.label, 'Bo Berg');
      assert.deepEqual(hint?.position, { line: 4, character: 10 });
      // This editor does not say that it asks for tips later.
      assert.match((hint?.tooltip as MarkupContent).value, /^\*\*Bo Berg\*\*/);
    });
  });

  it('are resolved for an editor that asks for tips later', async () => {
    const inlayHint = { resolveSupport: { properties: ['tooltip'] } };
    const capabilities = { ...ABLE, textDocument: { ...ABLE.textDocument, inlayHint } };
    await withEditor({ capabilities }, async (editor) => {
      const [hint] = await hintsOf(editor);
      assert.equal(hint?.tooltip, undefined);
      const full = await editor.connection.sendRequest<InlayHint>('inlayHint/resolve', hint);
      assert.match((full.tooltip as MarkupContent).value, /^\*\*Bo Berg\*\*/);
    });
  });

  it('follow the settings', async () => {
    const configuration = { ...TODAY, inlayHints: { names: false, dates: true } };
    await withEditor({ configuration }, async (editor) => {
      assert.deepEqual(
        (await hintsOf(editor)).map(({ label }) => label),
        ['by 31 December 2025'],
      );
    });
  });
});

describe('the marks of a text over the protocol', () => {
  it('are those of the part that is seen, with how its promises stand', async () => {
    await withEditor({}, async (editor) => {
      const uri = editor.uri('a.md');
      const ask = (more: object): Promise<DocumentMarks | null> =>
        editor.connection.sendRequest(REQUESTS.marks, { uri, ...more });
      const all = await ask({});
      assert.equal(all?.version, 1);
      const promises = all?.tags.flatMap(({ promise }) => promise ?? []) ?? [];
      assert.deepEqual(
        promises.map(({ standing, chip }) => [standing, chip]),
        [['open', 'due in 40 days']],
      );
      const first = { line: 0, character: 0 };
      const none = await ask({ range: { start: first, end: first } });
      assert.deepEqual(none?.tags, []);
      assert.equal(await ask({ uri: editor.uri('none.md') }), null);
    });
  });
});
