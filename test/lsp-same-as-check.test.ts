// The editor says what a check in the same folder says: wherever the workspace begins, whatever the files are written in.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { type Editor, type EditorOptions, eventually, withEditor } from './support/editor.js';
import {
  checkSays,
  editorSays,
  editorSaysOf,
  utf16,
  WITHOUT_WATCHERS,
} from './support/same-as-check.js';

const REGISTRY = 'person:\n  ann: { name: Ann Lee }\nplace:\n  arcadia: { name: Arcadia }\n';
const BRIEF = '# Visit\n\n:person[Ann Lee] met :person[Bob] in :place[Arcadia].\n';
const BOB = '::person[Bob]{#bob}\n';
const BOB_IS_UNKNOWN = /^\S+ 2 \d+ 2 \d+ unresolved-name No person is called 'Bob'/;

type Files = Readonly<Record<string, string | Uint8Array>>;

/** @param cwd where a check is run: the folder that is open, or that of the file that is open alone */
async function saysTheSame(editor: Editor, cwd: string): Promise<readonly string[]> {
  const wanted = await checkSays(editor, cwd);
  const found = await eventually(
    () => editorSays(editor),
    (said) => JSON.stringify(said) === JSON.stringify(wanted),
  );
  return found;
}

describe('the workspace begins', () => {
  const layouts: readonly [string, Files, EditorOptions, string][] = [
    [
      'at the git root, when a subfolder is opened',
      { '.git/HEAD': '', 'registry.yaml': REGISTRY, 'sub/a.md': BRIEF },
      { folders: ['sub'] },
      'sub',
    ],
    [
      'at the git root, when a folder far below is opened',
      { '.git/HEAD': '', 'registry/people.yaml': REGISTRY, 'x/y/z/a.md': BRIEF, 'b.md': BRIEF },
      { folders: ['x/y/z'] },
      'x/y/z',
    ],
    [
      'at the git root of a worktree, where .git is a file',
      { '.git': 'gitdir: elsewhere\n', 'registry.yaml': REGISTRY, 'sub/a.md': BRIEF },
      { folders: ['sub'] },
      'sub',
    ],
    [
      'at the git root, though a configuration on the way says that it begins none',
      {
        '.git/HEAD': '',
        'registry.yaml': REGISTRY,
        'sub/rapporteur.yaml': 'root: false\nrules: { unresolved-name: warning }\n',
        'sub/a.md': BRIEF,
      },
      { folders: ['sub'] },
      'sub',
    ],
    [
      'at the nearest configuration, though a git root is above',
      {
        '.git/HEAD': '',
        'registry.yaml': BOB,
        'sub/rapporteur.yaml': '',
        'sub/registry.yaml': REGISTRY,
        'sub/deep/a.md': BRIEF,
      },
      { folders: ['sub/deep'] },
      'sub/deep',
    ],
    [
      'at the git root, beside a folder with a workspace of its own',
      {
        '.git/HEAD': '',
        'registry.yaml': REGISTRY,
        'sub/a.md': BRIEF,
        'beside/far/rapporteur.yaml': '',
        'beside/far/registry.yaml': REGISTRY,
        'beside/far/b.md': BRIEF,
      },
      { folders: ['sub'] },
      'sub',
    ],
    [
      'at the inner of two repositories',
      {
        '.git/HEAD': '',
        'registry.yaml': BOB,
        'inner/.git/HEAD': '',
        'inner/registry.yaml': REGISTRY,
        'inner/sub/a.md': BRIEF,
      },
      { folders: ['inner/sub'] },
      'inner/sub',
    ],
    [
      'at the folder that is opened, where nothing else says so',
      { 'registry.yaml': BOB, 'sub/registry.yaml': REGISTRY, 'sub/a.md': BRIEF },
      { folders: ['sub'] },
      'sub',
    ],
    [
      'once, when two folders of a repository are opened',
      { '.git/HEAD': '', 'registry.yaml': REGISTRY, 'one/a.md': BRIEF, 'two/a.md': BRIEF },
      { folders: ['one', 'two'] },
      'one',
    ],
  ];
  for (const [name, files, options, cwd] of layouts) {
    it(name, async () => {
      await withEditor(files, options, async (editor) => {
        const said = await saysTheSame(editor, cwd);
        assert.ok(said.length > 0);
        for (const each of said) assert.match(each, BOB_IS_UNKNOWN);
      });
    });
  }

  const alone: readonly [string, Files][] = [
    ['at the git root', { '.git/HEAD': '', 'registry.yaml': REGISTRY, 'sub/a.md': BRIEF }],
    [
      'at the configuration',
      { 'rapporteur.yaml': '', 'registry.yaml': REGISTRY, 'sub/a.md': BRIEF },
    ],
    ['at its own folder', { 'sub/registry.yaml': REGISTRY, 'sub/a.md': BRIEF }],
  ];
  for (const [name, files] of alone) {
    it(`${name}, when a file is opened alone`, async () => {
      await withEditor(files, { folders: [] }, async (editor) => {
        editor.open('sub/a.md');
        const said = await editorSaysOf(editor, 'sub/a.md');
        assert.deepEqual(said, await checkSays(editor, 'sub'));
        assert.equal(said.length, 1);
        assert.match(said[0] ?? '', BOB_IS_UNKNOWN);
      });
    });
  }
});

describe('a file in UTF-16', () => {
  const layouts: readonly [string, Files, readonly string[]][] = [
    ['defines nobody, closed', { 'a.md': BRIEF, 'bob.md': utf16(BOB) }, ['a.md']],
    ['defines nobody, open', { 'a.md': BRIEF, 'bob.md': utf16(BOB, 'be') }, ['a.md', 'bob.md']],
    [
      'is a registry, closed',
      { 'a.md': BRIEF, 'x.registry.yaml': utf16('person:\n  bob: { name: Bob }\n') },
      [],
    ],
    [
      'is a registry, open',
      { 'a.md': BRIEF, 'x.registry.yaml': utf16('person:\n  bob: { name: Bob }\n') },
      ['x.registry.yaml'],
    ],
  ];
  for (const [name, files, open] of layouts) {
    it(name, async () => {
      await withEditor({ 'registry.yaml': REGISTRY, ...files }, {}, async (editor) => {
        for (const file of open) {
          const bytes = fs.readFileSync(path.join(editor.root, file));
          const encoding =
            bytes[0] === 0xfe ? 'utf-16be' : bytes[0] === 0xff ? 'utf-16le' : 'utf-8';
          editor.open(file, new TextDecoder(encoding).decode(bytes));
        }
        assert.equal((await saysTheSame(editor, '')).length, 1);
      });
    });
  }

  it('says only that it is left out, until it is saved in UTF-8', async () => {
    const files = { 'registry.yaml': REGISTRY, 'a.md': utf16(BRIEF) };
    await withEditor(files, {}, async (editor) => {
      editor.open('a.md', BRIEF);
      const [only, ...others] = await editor.pull('a.md');
      assert.equal(
        only?.message,
        'This file is left out of every check: it is in UTF-16. Save it as UTF-8.',
      );
      assert.deepEqual(others, []);
      editor.write('a.md', BRIEF);
      void editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: editor.uri('a.md'), type: 2 }],
      });
      assert.equal((await saysTheSame(editor, '')).length, 1);
    });
  });

  it('is read as any other when nothing in it is to be checked', async () => {
    const files = { 'a.md': ':date[2025] [there](b.md#ends)\n', 'b.md': utf16('# Ends\n') };
    await withEditor(files, {}, async (editor) => {
      assert.deepEqual(await saysTheSame(editor, ''), []);
    });
  });
});

describe('without word of what happens on the disk', () => {
  const options: EditorOptions = { capabilities: WITHOUT_WATCHERS };
  const files = { 'registry.yaml': REGISTRY, 'a.md': BRIEF, 'b.md': 'Nothing.\n' };
  const WITH_BOB =
    'person:\n  ann: { name: Ann Lee }\n  bob: { name: Bob }\nplace:\n  arcadia: { name: Arcadia }\n';

  const returns: readonly [string, (editor: Editor) => void][] = [
    ['when another document is opened', (editor) => void editor.open('b.md')],
    ['when a document is saved', (editor) => editor.save('a.md')],
    ['after a while', () => undefined],
  ];
  for (const [name, comeBack] of returns) {
    it(`a registry that changed is read ${name}`, async () => {
      await withEditor(files, options, async (editor) => {
        editor.open('a.md');
        assert.equal((await editorSaysOf(editor, 'a.md')).length, 1);
        editor.write('registry.yaml', WITH_BOB);
        comeBack(editor);
        await eventually(
          () => editorSaysOf(editor, 'a.md'),
          (said) => said.length === 0,
        );
      });
    });
  }

  it('the first answer after an opening is right', async () => {
    await withEditor(files, options, async (editor) => {
      editor.open('a.md');
      await editor.pull('a.md');
      editor.write('registry.yaml', WITH_BOB);
      editor.open('b.md');
      assert.deepEqual(await editor.pull('a.md'), []);
    });
  });

  const changes: readonly [string, (editor: Editor) => void][] = [
    ['a new file', (editor) => editor.write('new/bob.md', BOB)],
    ['a file that is gone', ({ root }) => fs.rmSync(path.join(root, 'registry.yaml'))],
    [
      'a new configuration',
      (editor) => editor.write('rapporteur.yaml', 'rules: { unresolved-name: warning }\n'),
    ],
    ['a workspace of its own below', (editor) => editor.write('sub/rapporteur.yaml', '')],
    ['a new .gitignore', (editor) => editor.write('.gitignore', 'sub/\n')],
    ['a picture that a link leads to', (editor) => editor.write('map.png', '')],
    ['a git root above', (editor) => editor.write('.git/HEAD', '')],
  ];
  for (const [name, change] of changes) {
    it(`${name} is seen`, async () => {
      const more = {
        'c.md': ':place[Arcadia] [map](map.png)\n',
        'sub/s.md': '::person[Bo]{#bo}\n',
        'd.md': ':person[Bo]\n',
      };
      await withEditor({ ...files, ...more }, options, async (editor) => {
        editor.open('a.md');
        await saysTheSame(editor, '');
        change(editor);
        editor.open('b.md');
        assert.deepEqual(await editorSays(editor), await checkSays(editor, ''));
      });
    });
  }

  it('a registry at the git root above the folder is seen, though the client watches its own', async () => {
    const inside = {
      '.git/HEAD': '',
      'registry.yaml': REGISTRY,
      'sub/a.md': BRIEF,
      'sub/b.md': '',
    };
    await withEditor(inside, { folders: ['sub'] }, async (editor) => {
      editor.open('sub/a.md');
      assert.equal((await editor.pull('sub/a.md')).length, 1);
      editor.write('registry.yaml', WITH_BOB);
      editor.open('sub/b.md');
      assert.deepEqual(await editor.pull('sub/a.md'), []);
    });
  });

  it('a workspace of its own beside the folder is seen when it comes and when it goes', async () => {
    const beside = {
      '.git/HEAD': '',
      'registry.yaml': REGISTRY,
      'sub/a.md': BRIEF,
      'sub/b.md': '',
      'sub/c.md': '',
      'beside/far/b.md': BRIEF,
    };
    const own = 'beside/far/rapporteur.yaml';
    await withEditor(beside, { ...options, folders: ['sub'] }, async (editor) => {
      const before = await saysTheSame(editor, 'sub');
      assert.equal(before.length, 2);
      editor.write(own, '');
      editor.open('sub/b.md');
      const apart = await editorSays(editor);
      assert.deepEqual(apart, await checkSays(editor, 'sub'));
      assert.equal(apart.length, 4);
      fs.rmSync(path.join(editor.root, own));
      editor.open('sub/c.md');
      assert.deepEqual(await editorSays(editor), await checkSays(editor, 'sub'));
      assert.deepEqual(await editorSays(editor), before);
    });
  });

  it('a client that refuses to watch is looked after as well', async () => {
    await withEditor(files, {}, async (editor) => {
      editor.connection.onRequest('client/registerCapability', () => {
        throw new Error('no');
      });
      editor.open('a.md');
      assert.equal((await editor.pull('a.md')).length, 1);
      editor.write('registry.yaml', WITH_BOB);
      editor.save('a.md');
      await eventually(
        () => editorSaysOf(editor, 'a.md'),
        (said) => said.length === 0,
      );
    });
  });
});

describe('a file that is opened alone', () => {
  it('is answered at once where it lies nowhere, or where everything lies', async () => {
    const uris = [
      'file://%zz/a.md',
      'file:///a.md',
      'file:///',
      `${pathToFileURL(os.homedir()).href}/none.md`,
    ];
    await withEditor({}, { folders: [] }, async ({ connection }) => {
      const read: string[] = [];
      connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
        read.push(message);
      });
      for (const uri of uris) {
        const textDocument = { uri, languageId: 'markdown', version: 1, text: ':person[Bob]\n' };
        void connection.sendNotification('textDocument/didOpen', { textDocument });
        const report = await connection.sendRequest<{ items: object[] }>(
          'textDocument/diagnostic',
          {
            textDocument: { uri },
          },
        );
        assert.equal(report.items.length, 1, uri);
      }
      assert.deepEqual(read, []);
    });
  });
});
