// Ordinary documents are not read when a folder is opened: what needs their headings and links is answered all the same.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Hover, Location, WorkspaceEdit } from 'vscode-languageserver-protocol';
import {
  applyChanges,
  DEFAULT_SETTINGS,
  emptyWorkspace,
  unreadPage,
  vocabularyOf,
} from '../server/core/index.js';
import { memoryHost } from '../server/host/index.js';
import { readDiskPage, readDocuments } from '../server/lsp/disk-page.js';
import { ABLE, type Editor, type EditorOptions, eventually, withEditor } from './support/editor.js';

const FILES = {
  'brief.md': '# Talks\n\nOn :date[2025]: [terms](docs/terms.md#the-terms), [all](docs/all.md).\n',
  'docs/terms.md': '# The terms\n\nOf [all](all.md#everything).\n',
  'docs/all.md':
    '# Everything\n\nSee [the terms](terms.md#the-terms) and [ours](own%20notes.md).\n',
  'docs/own notes.md': '# Notes\n\n[up](../brief.md#talks)\n',
};

const CHANGED = 2;

async function codes(editor: Editor, file: string): Promise<readonly unknown[]> {
  return (await editor.pull(file)).map(({ code }) => code);
}

function ask<T>(
  editor: Editor,
  method: string,
  file: string,
  words: string,
  more = {},
): Promise<T> {
  const text = FILES[file as keyof typeof FILES];
  const offset = text.indexOf(words);
  const lines = text.slice(0, offset).split('\n');
  const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  const textDocument = { uri: editor.uri(file) };
  return editor.connection.sendRequest(method, { textDocument, position, ...more });
}

function changesOf(editor: Editor, edit: WorkspaceEdit | null): Readonly<Record<string, string[]>> {
  const changes: Record<string, string[]> = {};
  for (const change of edit?.documentChanges ?? []) {
    if (!('edits' in change)) continue;
    const file = decodeURI(change.textDocument.uri).slice(decodeURI(editor.uri('')).length + 1);
    changes[file] = change.edits.map((each) => ('newText' in each ? each.newText : ''));
  }
  return changes;
}

/** An editor whose folder has been looked through. */
function withFolder(
  use: (editor: Editor) => Promise<void>,
  options?: EditorOptions,
): Promise<void> {
  return withEditor(FILES, options, async (editor) => {
    await editor.pull('brief.md');
    await use(editor);
  });
}

describe('ordinary documents', () => {
  it('are read when a brief links to a heading, and when one changes on the disk', async () => {
    await withFolder(async (editor) => {
      editor.open('brief.md');
      assert.deepEqual(await codes(editor, 'brief.md'), []);
      editor.write('docs/terms.md', '# Other terms\n');
      const tell = (): void =>
        void editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
          changes: [{ uri: editor.uri('docs/terms.md'), type: CHANGED }],
        });
      tell();
      await eventually(
        () => codes(editor, 'brief.md'),
        (found) => found[0] === 'broken-link',
      );
      editor.write('docs/terms.md', FILES['docs/terms.md']);
      tell();
      await eventually(
        () => codes(editor, 'brief.md'),
        (found) => found.length === 0,
      );
      editor.change('brief.md', 2, `${FILES['brief.md']}\n[x](docs/all.md#no)\n`);
      await eventually(
        () => codes(editor, 'brief.md'),
        (found) => found[0] === 'broken-link',
      );
      editor.change('brief.md', 3, `${FILES['brief.md']}\n[x](docs/all.md#everything)\n`);
      await eventually(
        () => codes(editor, 'brief.md'),
        (found) => found.length === 0,
      );
    });
  });

  it('are shown and gone to through a link', async () => {
    const capabilities = { ...ABLE, textDocument: { ...ABLE.textDocument, definition: {} } };
    await withFolder(
      async (editor) => {
        editor.open('docs/all.md');
        const hover = await ask<Hover>(editor, 'textDocument/hover', 'docs/all.md', 'the terms]');
        assert.match(JSON.stringify(hover.contents), /The terms/);
        const [first] = await ask<Location[]>(
          editor,
          'textDocument/definition',
          'docs/all.md',
          'the terms]',
        );
        assert.equal(first?.uri, editor.uri('docs/terms.md'));
        assert.equal(first?.range.end.character, '# The terms'.length);
      },
      { capabilities },
    );
  });

  it('are among the references of a heading, and follow when it is renamed', async () => {
    await withFolder(async (editor) => {
      editor.open('docs/terms.md');
      const found = await ask<Location[]>(
        editor,
        'textDocument/references',
        'docs/terms.md',
        'The',
        {
          context: { includeDeclaration: false },
        },
      );
      const files = found.map(({ uri }) => uri).sort();
      assert.deepEqual(files, [editor.uri('brief.md'), editor.uri('docs/all.md')]);
      const edit = await ask<WorkspaceEdit>(editor, 'textDocument/rename', 'docs/terms.md', 'The', {
        newName: 'All terms',
      });
      assert.deepEqual(changesOf(editor, edit), {
        'brief.md': ['all-terms'],
        'docs/all.md': ['all-terms'],
        'docs/terms.md': ['All terms'],
      });
    });
  });

  it('follow when a file or a folder moves, however they write its name', async () => {
    const moved = async (oldFile: string, newFile: string): Promise<object> => {
      let changes = {};
      await withFolder(async (editor) => {
        const files = [{ oldUri: editor.uri(oldFile), newUri: editor.uri(newFile) }];
        const edit: WorkspaceEdit | null = await editor.connection.sendRequest(
          'workspace/willRenameFiles',
          { files },
        );
        changes = changesOf(editor, edit);
      });
      return changes;
    };
    assert.deepEqual(await moved('docs/own notes.md', 'docs/notes.md'), {
      'docs/all.md': ['notes.md'],
    });
    assert.deepEqual(await moved('docs', 'deep/papers'), {
      'brief.md': ['deep/papers/terms.md', 'deep/papers/all.md'],
      'docs/own notes.md': ['../../brief.md'],
    });
  });

  it('turn into briefs and back', async () => {
    await withFolder(async (editor) => {
      const settles = async (text: string, wanted: readonly unknown[]): Promise<void> => {
        editor.write('docs/terms.md', text);
        void editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
          changes: [{ uri: editor.uri('docs/terms.md'), type: CHANGED }],
        });
        await eventually(
          async () => JSON.stringify(await codes(editor, 'docs/terms.md')),
          (found) => found === JSON.stringify(wanted),
        );
      };
      await settles('# The terms\n\n:person[Nobody]\n', ['unresolved-name']);
      await settles(FILES['docs/terms.md'], []);
      editor.open('brief.md');
      assert.deepEqual(await codes(editor, 'brief.md'), []);
    });
  });

  it('have an outline when they are open, and when a client asks without opening them', async () => {
    await withFolder(async (editor) => {
      const outline = (): Promise<{ name: string }[]> =>
        editor.connection.sendRequest('textDocument/documentSymbol', {
          textDocument: { uri: editor.uri('docs/all.md') },
        });
      assert.deepEqual(
        (await outline()).map(({ name }) => name),
        ['Everything'],
      );
      editor.open('docs/all.md');
      assert.deepEqual(
        (await outline()).map(({ name }) => name),
        ['Everything'],
      );
    });
  });
});

describe('an ordinary document', () => {
  it('that changes on the disk while it is read is read as it is then', async () => {
    const files = { 'a.md': '# Before\n', 'b.md': '# Other\n' };
    const ids = Object.keys(files);
    const vocabulary = vocabularyOf([]);
    const root = {
      host: {
        ...memoryHost({}),
        read: (id: string) => memoryHost(files).read(id),
        typeOf: async () => 'file' as const,
        stampOf: async () => undefined,
        settledStampOf: async () => undefined,
        exclusionOf: () => undefined,
      },
      workspace: applyChanges(
        emptyWorkspace(DEFAULT_SETTINGS, vocabulary, 0),
        ids.map((id) => ({ type: 'page', page: unreadPage(id) })),
      ),
      leftOut: new Map(),
      changedPages: new Set<string>(),
      stampOfPage: new WeakMap(),
    };
    let pauses = 0;
    await readDocuments(root, ids, async () => {
      pauses += 1;
      if (pauses > 1) return 'continued';
      files['a.md'] = '# After\n';
      const page = await readDiskPage(root, 'a.md');
      assert.ok(page.type === 'read');
      root.workspace = applyChanges(root.workspace, [page.change]);
      return 'yielded';
    });
    assert.deepEqual(
      ids.map((id) => root.workspace.pages.get(id)?.text),
      ['# After\n', '# Other\n'],
    );
  });
});
