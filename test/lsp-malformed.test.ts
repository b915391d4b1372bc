// Messages that no client should send: each is refused or left alone, and the next one is answered.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Editor, eventually, startEditor } from './support/editor.js';
import { property, runs } from './support/needs.js';
import { HANGS } from './support/patience.js';

const FILES = {
  'registry.yaml': 'person:\n  ann: { name: Ann }\n',
  'a.md': ':person[Bob] and :person[Ann]\n',
};

const METHODS = [
  'textDocument/hover',
  'textDocument/definition',
  'textDocument/references',
  'textDocument/completion',
  'completionItem/resolve',
  'textDocument/codeAction',
  'codeAction/resolve',
  'textDocument/documentSymbol',
  'workspace/symbol',
  'textDocument/rename',
  'textDocument/prepareRename',
  'textDocument/semanticTokens/full',
  'textDocument/semanticTokens/range',
  'textDocument/semanticTokens/full/delta',
  'textDocument/foldingRange',
  'textDocument/selectionRange',
  'textDocument/codeLens',
  'codeLens/resolve',
  'textDocument/inlayHint',
  'textDocument/documentLink',
  'textDocument/documentHighlight',
  'textDocument/linkedEditingRange',
  'textDocument/onTypeFormatting',
  'textDocument/prepareCallHierarchy',
  'workspace/executeCommand',
  'rapporteur/suggestions',
  'callHierarchy/incomingCalls',
  'callHierarchy/outgoingCalls',
  'textDocument/prepareTypeHierarchy',
  'typeHierarchy/supertypes',
  'typeHierarchy/subtypes',
  'textDocument/diagnostic',
  'workspace/willRenameFiles',
  'rapporteur/entities',
  'rapporteur/commitments',
  'rapporteur/brief',
  'rapporteur/marks',
  'rapporteur/terms',
  'rapporteur/mentionPlaces',
  'rapporteur/overview',
  'rapporteur/diagram',
  'rapporteur/mentions',
  'rapporteur/strip',
  'rapporteur/import',
  'rapporteur/report',
  'rapporteur/preview',
];

const NOTIFICATIONS = [
  'textDocument/didOpen',
  'textDocument/didChange',
  'textDocument/didClose',
  'workspace/didChangeWatchedFiles',
  'workspace/didChangeConfiguration',
  'workspace/didChangeWorkspaceFolders',
  '$/cancelRequest',
];

const uris = (editor: Editor): fc.Arbitrary<unknown> =>
  fc.constantFrom(
    editor.uri('a.md'),
    editor.uri('registry.yaml'),
    editor.uri('none.md'),
    'untitled:x',
    'nonsense',
    '',
    ':',
    'file:///%',
    'file://%zz/a.md',
    null,
    7,
  );

const position = fc.oneof(
  fc.record({
    line: fc.constantFrom<unknown>(0, 1, -1, 1e9, 0.5, null, '0'),
    character: fc.constantFrom<unknown>(0, 3, 10, -1, 1e9, null),
  }),
  fc.constantFrom<unknown>(null, undefined, 3, []),
);
const range = fc.oneof(fc.record({ start: position, end: position }), fc.constant(null));

function params(editor: Editor): fc.Arbitrary<unknown> {
  const uri = uris(editor);
  return fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record(
        {
          textDocument: fc.oneof(
            fc.record({
              uri,
              version: fc.constantFrom(2, null, 'x'),
              text: fc.constantFrom(':person[', null),
              languageId: fc.constantFrom('markdown', null),
            }),
            fc.constant(null),
          ),
          position,
          range,
          positions: fc.array(position, { maxLength: 2 }),
          context: fc.constantFrom<unknown>(
            { diagnostics: [] },
            { diagnostics: null, only: 3 },
            null,
            { includeDeclaration: true, triggerKind: 1 },
          ),
          newName: fc.constantFrom<unknown>('x', '', '\n', null, 'a'.repeat(10_000)),
          document: fc.constantFrom<unknown>(
            { html: '<p>a' },
            { text: 1, html: null },
            { name: 3, bytes: '!' },
            { bytes: 'UEsDBA==' },
            null,
          ),
          pictures: fc.constantFrom<unknown>({ stem: 1, taken: 2 }, { stem: 'a' }, null),
          firstFootnote: fc.constantFrom<unknown>(2, -1, 1e300, 'x'),
          ch: fc.constantFrom('\n', ''),
          options: fc.constantFrom<unknown>({ tabSize: 2, insertSpaces: true }, null),
          previousResultId: fc.constantFrom('x', ''),
          contentChanges: fc.constantFrom<unknown>(
            [{ text: ':person[Bob]' }],
            [{ range: null }],
            null,
            [null],
          ),
          changes: fc.constantFrom<unknown>([{ uri: 'nonsense', type: 9 }], null, [null]),
          settings: fc.constantFrom<unknown>(
            null,
            { rapporteur: null },
            { rapporteur: { rules: 3 } },
          ),
          event: fc.constantFrom<unknown>(null, { added: [{ uri: 'nonsense' }], removed: [] }),
          files: fc.constantFrom<unknown>([{ oldUri: 'x', newUri: 'y' }], null, [{}]),
          item: fc.record({
            uri,
            name: fc.constant('x'),
            kind: fc.constant(1),
            range,
            selectionRange: range,
            data: fc.constantFrom<unknown>(null, { id: '__proto__' }, 3),
          }),
          uri,
          query: fc.constantFrom<unknown>('a', '', null, 'x'.repeat(10_000)),
          data: fc.constantFrom<unknown>(null, {}, { id: 3 }),
          id: fc.constantFrom<unknown>(1, 'x', null),
        },
        { requiredKeys: [] },
      ),
    },
    fc.constantFrom<unknown>(null, [], {}, 'x'),
  );
}

describe('malformed messages', () => {
  property('are refused or left alone, and the next one is answered', async () => {
    const editor = await startEditor(FILES);
    try {
      editor.open('a.md');
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...METHODS, ...NOTIFICATIONS),
          params(editor),
          async (method, sent) => {
            if (NOTIFICATIONS.includes(method)) {
              await editor.connection.sendNotification(method, sent as object);
            } else {
              // An error is an answer; none at all is not.
              await within(
                editor.connection.sendRequest(method, sent as object).catch(() => null),
                method,
              );
            }
            assert.equal(editor.server.exitCode, null, `the server died of ${method}`);
          },
        ),
        runs('text'),
      );
      editor.connection.sendNotification('textDocument/didOpen', {
        textDocument: {
          uri: editor.uri('fresh.md'),
          languageId: 'markdown',
          version: 1,
          text: ':person[Zoe]',
        },
      });
      const found = await within(editor.pull('fresh.md'), 'a last question');
      assert.equal(found.length, 1);
    } finally {
      await editor.close();
    }
  });

  it('take no text away: what stands for one is no text', async () => {
    const editor = await startEditor(FILES);
    try {
      const uri = editor.open('a.md');
      const change = (version: number, contentChanges: readonly object[]): void =>
        void editor.connection.sendNotification('textDocument/didChange', {
          textDocument: { uri, version },
          contentChanges,
        });
      change(2, [{ text: null }]);
      change(3, [{ text: ':person[Zoe]' }, { text: 3 }]);
      assert.equal((await editor.pull('a.md'))[0]?.range.start.line, 0);
      void editor.connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri: editor.uri('b.md'), languageId: 'markdown', version: 1, text: null },
      });
      change(4, [{ text: '\n:person[Zoe]' }]);
      assert.equal((await editor.pull('a.md'))[0]?.range.start.line, 1);
    } finally {
      await editor.close();
    }
  });

  it('leave the server alive even where they are no JSON, and it leaves with its client', async () => {
    const editor = await startEditor(FILES);
    const { stdin } = editor.server;
    assert.ok(stdin);
    for (const body of [
      '{',
      '[]',
      'null',
      '{"jsonrpc":"2.0"}',
      '{"jsonrpc":"2.0","id":{},"method":3}',
      '"\\ud800"',
    ]) {
      stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    }
    editor.open('a.md');
    const found = await within(editor.pull('a.md'), 'a question after garbage');
    assert.equal(found.length, 1);
    editor.connection.dispose();
    stdin.end();
    await eventually(
      () => editor.server.exitCode,
      (code) => code !== null,
    );
    fs.rmSync(editor.root, { recursive: true });
  });
});

async function within<T>(answer: Promise<T>, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer to ${what}`)), HANGS);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
