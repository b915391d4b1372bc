// Files that change, hide, nest and mislead: the server says what a check of the disk would say.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import type { ClientCapabilities } from 'vscode-languageserver-protocol';
import { ABLE, type Editor, eventually, startEditor, withEditor } from './support/editor.js';
import { SLOW } from './support/needs.js';

const REGISTRY = 'person:\n  ann: { name: Ann Lee }\nplace:\n  arcadia: { name: Arcadia }\n';
const BRIEF = '# Visit\n\n:person[Ann Lee] met :person[Bob] in :place[Arcadia].\n';
const BOB = '::person[Bob]{#bob}\n';

async function codes(editor: Editor, file: string): Promise<readonly unknown[]> {
  return (await editor.pull(file)).map(({ code }) => code);
}

function settle(editor: Editor, file: string, wanted: readonly unknown[]): Promise<unknown> {
  return eventually(
    async () => JSON.stringify(await codes(editor, file)),
    (found) => found === JSON.stringify(wanted),
  );
}

function notify(editor: Editor, method: string, params: object): void {
  void editor.connection.sendNotification(method, params);
}

const CREATED = 1;
const CHANGED = 2;
const DELETED = 3;

function tell(
  editor: Editor,
  ...changes: readonly (readonly [file: string, type: number])[]
): void {
  notify(editor, 'workspace/didChangeWatchedFiles', {
    changes: changes.map(([file, type]) => ({ uri: editor.uri(file), type })),
  });
}

function close(editor: Editor, file: string): void {
  notify(editor, 'textDocument/didClose', { textDocument: { uri: editor.uri(file) } });
}

function turnFolders(editor: Editor, added: readonly string[], removed: readonly string[]): void {
  const named = (files: readonly string[]): object[] =>
    files.map((file) => ({ uri: editor.uri(file), name: file }));
  const event = { added: named(added), removed: named(removed) };
  notify(editor, 'workspace/didChangeWorkspaceFolders', { event });
}

const symbols = (editor: Editor, query: string): Promise<object[]> =>
  editor.connection.sendRequest('workspace/symbol', { query });

describe('folders in folders', () => {
  it('are one workspace again when the configuration of the inner is deleted', async () => {
    const files = {
      'rapporteur.yaml': '',
      'registry.yaml': REGISTRY,
      'a.md': BRIEF,
      'sub/rapporteur.yaml': '',
      'sub/bob.md': BOB,
    };
    await withEditor(files, {}, async (editor) => {
      editor.open('a.md');
      assert.deepEqual(await codes(editor, 'a.md'), ['unresolved-name']);
      fs.rmSync(path.join(editor.root, 'sub/rapporteur.yaml'));
      tell(editor, ['sub/rapporteur.yaml', DELETED]);
      await settle(editor, 'a.md', []);
    });
  });

  it('are one workspace when both are opened, until only the inner is', async () => {
    const files = { 'registry.yaml': REGISTRY, 'sub/b.md': `${BOB}\n${BRIEF}` };
    await withEditor(files, { folders: ['', 'sub'] }, async (editor) => {
      editor.open('sub/b.md');
      assert.deepEqual(await codes(editor, 'sub/b.md'), []);
      assert.equal((await symbols(editor, 'Bob')).length, 1);
      turnFolders(editor, [], ['']);
      await settle(editor, 'sub/b.md', ['unresolved-name', 'unresolved-name']);
      turnFolders(editor, [''], ['sub']);
      await settle(editor, 'sub/b.md', []);
    });
  });
});

describe('what a check leaves out', () => {
  it('changes nothing when it is opened', async () => {
    const files = {
      '.git/HEAD': '',
      '.gitignore': 'copies/\n',
      'registry.yaml': REGISTRY,
      'a.md': `${BOB}\n${BRIEF}`,
      'copies/a.md': `${BOB}\n${BRIEF}`,
    };
    await withEditor(files, {}, async (editor) => {
      fs.symlinkSync('a.md', path.join(editor.root, 'link.md'));
      for (const file of ['a.md', 'copies/a.md', 'link.md']) editor.open(file);
      for (const file of ['a.md', 'copies/a.md', 'link.md']) {
        const note = file === 'a.md' ? [] : ['left-out'];
        assert.deepEqual(await codes(editor, file), note, file);
      }
    });
  });

  it('is known as soon as .gitignore lets it in', async () => {
    const files = {
      '.git/HEAD': '',
      '.gitignore': 'old/\n',
      'registry.yaml': REGISTRY,
      'a.md': BRIEF,
      'old/bob.md': BOB,
    };
    await withEditor(files, {}, async (editor) => {
      editor.open('a.md');
      await settle(editor, 'a.md', ['unresolved-name']);
      editor.write('.gitignore', '');
      tell(editor, ['.gitignore', CHANGED]);
      await settle(editor, 'a.md', []);
    });
  });
});

describe('what happens on the disk', () => {
  const files = { 'registry.yaml': REGISTRY, 'a.md': BRIEF };

  it('is seen when a new file is closed, by an editor that watches nothing', async () => {
    const { didChangeWatchedFiles: _, ...workspace } = ABLE.workspace ?? {};
    const capabilities: ClientCapabilities = { ...ABLE, workspace };
    await withEditor(files, { capabilities }, async (editor) => {
      editor.open('a.md');
      editor.open('bob.md', BOB);
      await settle(editor, 'a.md', []);
      editor.write('bob.md', BOB);
      close(editor, 'bob.md');
      await editor.pull('a.md');
      assert.deepEqual(await codes(editor, 'a.md'), []);
    });
  });

  it('is right in whatever order it is told', async () => {
    await withEditor(files, {}, async (editor) => {
      editor.open('a.md');
      editor.write('bob.md', BOB);
      // Another program has written it by deleting it first.
      tell(editor, ['bob.md', CREATED], ['bob.md', DELETED]);
      await settle(editor, 'a.md', []);
      editor.open('bob.md');
      close(editor, 'bob.md');
      fs.rmSync(path.join(editor.root, 'bob.md'));
      tell(editor, ['bob.md', DELETED], ['bob.md', CREATED]);
      await settle(editor, 'a.md', ['unresolved-name']);
    });
  });

  it('is not waited for where reading would never end', {
    skip: process.platform === 'win32',
  }, async () => {
    await withEditor(files, {}, async (editor) => {
      editor.open('a.md');
      await editor.pull('a.md');
      for (const pipe of ['pipe.md', 'rapporteur.yaml']) {
        execFileSync('mkfifo', [path.join(editor.root, pipe)]);
        tell(editor, [pipe, CREATED]);
        assert.deepEqual(await codes(editor, 'a.md'), ['unresolved-name']);
      }
    });
  });

  it('is seen of a folder with a dot in its name', async () => {
    await withEditor(files, {}, async (editor) => {
      editor.open('a.md');
      await editor.pull('a.md');
      editor.write('v1.2/deep/bob.md', BOB);
      tell(editor, ['v1.2', CREATED]);
      await settle(editor, 'a.md', []);
      fs.rmSync(path.join(editor.root, 'v1.2'), { recursive: true });
      tell(editor, ['v1.2', DELETED]);
      await settle(editor, 'a.md', ['unresolved-name']);
    });
  });

  it('is no reason to read all again when a file without an extension came', async () => {
    await withEditor(files, {}, async (editor) => {
      const read: string[] = [];
      editor.connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
        if (message.includes('files read')) read.push(message);
      });
      editor.open('a.md');
      await eventually(
        () => read.length,
        (times) => times === 1,
      );
      // Vim writes and deletes a file of that name each time it saves.
      tell(editor, ['4913', CREATED], ['4913', DELETED]);
      await editor.pull('a.md');
      assert.equal(read.length, 1);
    });
  });

  it('takes the findings away with the folder itself', async () => {
    const inside = { 'w/registry.yaml': REGISTRY, 'w/a.md': BRIEF };
    await withEditor(inside, { folders: ['w'] }, async (editor) => {
      assert.deepEqual(await codes(editor, 'w/a.md'), ['unresolved-name']);
      fs.rmSync(path.join(editor.root, 'w'), { recursive: true });
      tell(editor, ['w', DELETED]);
      await settle(editor, 'w/a.md', []);
    });
  });

  it('is known of a link in the answer after it was typed', async () => {
    await withEditor(files, {}, async (editor) => {
      editor.open('a.md', ':person[Ann Lee]\n');
      assert.deepEqual(await codes(editor, 'a.md'), []);
      editor.change('a.md', 2, ':person[Ann Lee] [map](map.png)\n');
      assert.equal((await editor.pull('a.md')).length, 1);
    });
  });
});

describe('an editor that is hard to work with', SLOW, () => {
  const many = Object.fromEntries(
    Array.from({ length: 300 }, (_, index) => [`briefs/${index}.md`, BRIEF.repeat(30)]),
  );
  const files = { ...many, 'registry.yaml': REGISTRY, 'a.md': BRIEF, 'z/bob.md': BOB };
  const ASKED = [
    'workspace/configuration',
    'client/registerCapability',
    'window/workDoneProgress/create',
  ];

  it('is served though it never answers', async () => {
    await withEditor(files, {}, async (editor) => {
      for (const method of ASKED) {
        editor.connection.onRequest(method, () => new Promise<never>(() => undefined));
      }
      editor.open('a.md');
      assert.deepEqual(await codes(editor, 'a.md'), []);
    });
  });

  it('is told of no problems after the reading was cancelled, and may have it read again', async () => {
    await withEditor(files, {}, async (editor) => {
      const { connection } = editor;
      let offers = 0;
      connection.onNotification(
        '$/progress',
        ({ token, value }: { token: string; value: { kind: string } }) => {
          if (value.kind !== 'begin' || offers > 0) return;
          void connection.sendNotification('window/workDoneProgress/cancel', { token });
        },
      );
      let choose: (choice: unknown) => void = () => undefined;
      connection.onRequest('window/showMessageRequest', ({ actions }: { actions: unknown[] }) => {
        offers += 1;
        return new Promise((resolve) => {
          choose = () => resolve(actions[0]);
        });
      });
      editor.open('a.md', ':person[Nobody]\n');
      assert.deepEqual(await codes(editor, 'a.md'), []);
      await eventually(
        () => offers,
        (count) => count === 1,
      );
      assert.deepEqual(await codes(editor, 'a.md'), []);
      choose(undefined);
      await settle(editor, 'a.md', ['unresolved-name']);
    });
  });

  it('gets an answer about a workspace without problems each time it asks', async () => {
    await withEditor({ 'a.md': 'Nothing.\n' }, {}, async ({ connection }) => {
      for (let times = 0; times < 2; times += 1) {
        const params = { previousResultIds: [] };
        assert.deepEqual(await connection.sendRequest('workspace/diagnostic', params), {
          items: [],
        });
      }
    });
  });

  it('may name its folder by a path with any characters in it', async () => {
    const root = fs.mkdtempSync(path.join(os.tmpdir(), 'a b#c%-'));
    fs.writeFileSync(path.join(root, 'registry.yaml'), REGISTRY);
    fs.writeFileSync(path.join(root, 'a.md'), BRIEF);
    await withEditor({}, { folders: [], rootPath: root }, async (editor) => {
      await eventually(
        async () => (await symbols(editor, 'Ann')).length,
        (count) => count === 1,
      );
    });
    fs.rmSync(root, { recursive: true });
  });
});

describe('the end of a server', () => {
  const ends: readonly [string, number, (editor: Editor) => Promise<void> | void][] = [
    [
      'is clean after a shutdown',
      0,
      async ({ connection }) => {
        await connection.sendRequest('shutdown');
        await connection.sendNotification('exit');
      },
    ],
    ['is a fault without one', 1, ({ connection }) => connection.sendNotification('exit')],
    ['comes with the end of its input', 1, ({ server }) => void server.stdin?.end()],
  ];
  for (const [name, code, end] of ends) {
    it(name, async () => {
      const editor = await startEditor({ 'a.md': BRIEF }, { capabilities: {} });
      await editor.connection.sendRequest('workspace/symbol', { query: '' });
      const gone = new Promise((resolve) => editor.server.once('exit', resolve));
      await end(editor);
      assert.equal(await gone, code);
      editor.connection.dispose();
      fs.rmSync(editor.root, { recursive: true });
    });
  }
});
