// What an editor asks about one document, over the wire: symbols, tokens, folds, selections and the like.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type {
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  LinkedEditingRanges,
  SelectionRange,
  SemanticTokens,
  SemanticTokensDelta,
  SymbolInformation,
  TextEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver-protocol';
import {
  ABLE,
  type Editor,
  type EditorOptions,
  eventually,
  startEditor,
} from './support/editor.js';

const FILES = {
  'registry.yaml': `person:
  noel: { name: Jean-Noël Barrot, other_names: [Minister Barrot] }
place:
  arcadia: { name: Arcadia }
source:
  joint: { name: Joint statement, url: "https://example.org/a" }
`,
  'b.md': '# Notes 😀 of 🚢\n',
  'a.md': `---
title: Ships
date: 2025-06-01
---

# 😀 Ships

😀 :place[Arcadia] :commitment[will build them]{#c-build by=arcadia due=2025-09}, see [notes](b.md).

::update[Built]{of=c-build status=fulfilled on=2025-08}

:::commitment{#c-block by=arcadia}
`,
};

async function withEditor(
  options: EditorOptions,
  use: (editor: Editor, ask: Ask) => Promise<void>,
): Promise<void> {
  const editor = await startEditor(FILES, options);
  const ask: Ask = (method, params = {}, file = 'a.md') =>
    editor.connection.sendRequest(`textDocument/${method}`, {
      textDocument: { uri: editor.uri(file) },
      ...params,
    });
  try {
    editor.open('a.md');
    if (editor.initialized.capabilities.diagnosticProvider) await editor.pull('a.md');
    await use(editor, ask);
  } finally {
    await editor.close();
  }
}

type Ask = <T>(method: string, params?: object, file?: string) => Promise<T>;

/** Where words begin in a file, as the protocol counts (UTF-16). */
function at(words: string, file: keyof typeof FILES = 'a.md'): { line: number; character: number } {
  const before = FILES[file].slice(0, FILES[file].indexOf(words)).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

describe('a document in an editor', () => {
  it('has an outline as a tree, and flat for who knows no tree', async () => {
    await withEditor({}, async (_editor, ask) => {
      const [heading] = await ask<DocumentSymbol[]>('documentSymbol');
      assert.equal(heading?.name, '😀 Ships');
      assert.deepEqual(heading?.range.start, at('# 😀 Ships'));
      assert.deepEqual(
        heading?.children?.map(({ name, detail, kind }) => [name, detail, kind]),
        [
          ['will build them', 'due September 2025 · fulfilled', 12],
          ['Built', 'fulfilled, August 2025', 22],
          ['c-block', 'active', 12],
        ],
      );
      const [registry] = await ask<DocumentSymbol[]>('documentSymbol', {}, 'registry.yaml');
      assert.equal(registry?.children?.[0]?.name, 'Jean-Noël Barrot');
    });
    // For a reader of the screen, who hears no pictures.
    await withEditor({ initializationOptions: { spokenKinds: true } }, async (_editor, ask) => {
      const [heading] = await ask<DocumentSymbol[]>('documentSymbol');
      assert.equal(heading?.name, '😀 Ships');
      assert.deepEqual(
        heading?.children?.map(({ name }) => name),
        ['will build them, commitment', 'Built, update', 'c-block, commitment'],
      );
      const [kind] = await ask<DocumentSymbol[]>('documentSymbol', {}, 'registry.yaml');
      assert.equal(kind?.children?.[0]?.name, 'Jean-Noël Barrot, person');
      assert.doesNotMatch(kind?.name ?? '', /,/);
    });
    await withEditor({ capabilities: {} }, async (_editor, ask) => {
      const flat = await ask<SymbolInformation[]>('documentSymbol');
      assert.deepEqual(
        flat.map(({ name, containerName }) => [name, containerName]),
        [
          ['😀 Ships', undefined],
          ['will build them', '😀 Ships'],
          ['Built', '😀 Ships'],
          ['c-block', '😀 Ships'],
        ],
      );
      assert.deepEqual(flat[1]?.location.range.start, at(':commitment[will'));
    });
  });

  it('is found by its symbols, labelled so that what was typed stands in them', async () => {
    await withEditor({}, async (editor) => {
      const found = async (query: string): Promise<readonly (string | undefined)[][]> => {
        const symbols = await editor.connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', {
          query,
        });
        return symbols.map(({ name, containerName }) => [name, containerName]);
      };
      await eventually(
        () => found('barrot'),
        (symbols) => symbols.length === 1,
      );
      assert.deepEqual(await found('jean-noel'), [
        ['Jean-Noël Barrot (Jean-Noel Barrot)', 'Person'],
      ]);
      assert.deepEqual(await found('noël'), [['Jean-Noël Barrot', 'Person']]);
      assert.deepEqual(await found('minister'), [['Jean-Noël Barrot (Minister Barrot)', 'Person']]);
      assert.deepEqual(await found('c-build'), [['will build them (c-build)', 'Ships']]);
      assert.deepEqual(await found('ships'), [['😀 Ships', 'Ships']]);
      assert.ok((await found('')).length > 3);
    });
  });

  it('folds by lines or characters, and no more often than a client can take', async () => {
    const folding = { lineFoldingOnly: true, rangeLimit: 1 };
    const capabilities = {
      ...ABLE,
      textDocument: { ...ABLE.textDocument, foldingRange: folding },
    };
    await withEditor({ capabilities }, async (_editor, ask) => {
      assert.deepEqual(await ask<FoldingRange[]>('foldingRange'), [{ startLine: 5, endLine: 11 }]);
    });
    await withEditor({}, async (_editor, ask) => {
      assert.deepEqual(await ask<FoldingRange[]>('foldingRange'), [
        { startLine: 0, endLine: 3, endCharacter: 3 },
        { startLine: 5, endLine: 11, endCharacter: 34 },
      ]);
    });
  });

  it('is selected, linked, highlighted and closed as one types', async () => {
    await withEditor({}, async (_editor, ask) => {
      const position = at('c-build by');
      let range = (await ask<SelectionRange[]>('selectionRange', { positions: [position] }))[0];
      const starts: number[] = [];
      for (; range !== undefined; range = range.parent) starts.push(range.range.start.line);
      assert.equal(starts.at(-1), 0);
      assert.deepEqual(
        starts.toSorted((a, b) => b - a),
        starts,
      );

      const linked = await ask<LinkedEditingRanges>('linkedEditingRange', { position });
      assert.deepEqual(
        linked.ranges.map(({ start }) => start),
        [position, at('c-build status')],
      );
      assert.ok(new RegExp(`^${linked.wordPattern}$`).test('c-build'));

      const marks = await ask<DocumentHighlight[]>('documentHighlight', { position });
      assert.deepEqual(
        marks.map(({ range: { start }, kind }) => [start, kind]),
        [
          [at('will build them'), 3],
          [position, 3],
          [at('c-build status'), 2],
        ],
      );

      const below = { line: at(':::commitment').line + 1, character: 0 };
      const options = { tabSize: 2, insertSpaces: true };
      const typed = { position: below, ch: '\n', options };
      assert.deepEqual(await ask<TextEdit[]>('onTypeFormatting', typed), [
        { range: { start: below, end: below }, newText: '\n:::' },
      ]);
    });
  });

  it('has links: of sources everywhere, of Markdown where the editor makes none', async () => {
    for (const status of [false, true]) {
      await withEditor({ initializationOptions: { status } }, async (editor, ask) => {
        const source = await ask<DocumentLink[]>('documentLink', {}, 'registry.yaml');
        assert.deepEqual(
          source.map(({ target, tooltip }) => [target, tooltip]),
          [['https://example.org/a', 'Read “Joint statement” on example.org']],
        );
        const local = await ask<DocumentLink[]>('documentLink');
        assert.deepEqual(
          local.map(({ target, tooltip, range }) => [target, tooltip, range.start]),
          status ? [] : [[editor.uri('b.md'), 'Open “Notes 😀 of 🚢”', at('b.md)')]],
        );
      });
    }
  });
});

describe('semantic tokens over the wire', () => {
  it('are counted as the client counts, and those of a range are a part of them', async () => {
    const lengths = async (encoding: 'utf-8' | 'utf-16' | 'utf-32'): Promise<number[]> => {
      const capabilities = { ...ABLE, general: { positionEncodings: [encoding] } };
      let data: number[] = [];
      await withEditor({ capabilities }, async (_editor, ask) => {
        ({ data } = await ask<SemanticTokens>('semanticTokens/full'));
        const { line } = at(':place[Arcadia]');
        const range = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
        const some = await ask<SemanticTokens>('semanticTokens/range', { range });
        assert.deepEqual(some.data, data.slice(0, some.data.length));
        assert.equal(some.data.length, 25);
      });
      return data.slice(0, 5);
    };
    const { line } = at(':place[Arcadia]');
    assert.deepEqual(await lengths('utf-16'), [line, 4, 5, 3, 0]);
    assert.deepEqual(await lengths('utf-8'), [line, 6, 5, 3, 0]);
    assert.deepEqual(await lengths('utf-32'), [line, 3, 5, 3, 0]);
  });

  it('come as changes that make the whole, after any edits', async () => {
    await withEditor({}, async (editor, ask) => {
      let text = FILES['a.md'];
      let known = await ask<SemanticTokens>('semanticTokens/full');
      const inserts = ['x', '\n', ':place[Arcadia] ', ':person[Bo]', '😀', '{', ']'];
      for (let version = 2; version < 40; version += 1) {
        const offset = (version * 7919) % (text.length + 1);
        const cut = version % 3 === 0 ? 9 : 0;
        text = text.slice(0, offset) + inserts[version % inserts.length] + text.slice(offset + cut);
        editor.change('a.md', version, text);
        const previousResultId = version === 20 ? 'long ago' : known.resultId;
        const delta = await ask<SemanticTokens | SemanticTokensDelta>('semanticTokens/full/delta', {
          previousResultId,
        });
        const data = 'edits' in delta ? [...known.data] : delta.data;
        assert.equal('edits' in delta, version !== 20);
        for (const { start, deleteCount, data: put } of 'edits' in delta ? delta.edits : []) {
          data.splice(start, deleteCount, ...(put ?? []));
        }
        known = await ask<SemanticTokens>('semanticTokens/full');
        assert.deepEqual(data, known.data);
      }
    });
  });

  it('are asked for again when another file changes whom words mean', async () => {
    const editor = await startEditor({ ...FILES, 'c.md': ':person[Bo]\n' });
    try {
      let refreshed = 0;
      for (const other of ['diagnostic', 'codeLens', 'inlayHint']) {
        editor.connection.onRequest(`workspace/${other}/refresh`, () => null);
      }
      editor.connection.onRequest('workspace/semanticTokens/refresh', () => {
        refreshed += 1;
        return null;
      });
      editor.open('c.md');
      editor.open('registry.yaml');
      await editor.pull('c.md');
      const textDocument = { uri: editor.uri('c.md') };
      const modifiers = async (): Promise<number | undefined> => {
        const tokens = await editor.connection.sendRequest<SemanticTokens>(
          'textDocument/semanticTokens/full',
          { textDocument },
        );
        return tokens.data[9];
      };
      await eventually(modifiers, (found) => found === 2);
      editor.change('registry.yaml', 2, 'person:\n  bo: { name: Bo }\n');
      await eventually(
        () => refreshed,
        (count) => count > 0,
      );
      assert.equal(await modifiers(), 0);
    } finally {
      await editor.close();
    }
  });
});
