// Configurations in several files, in the editor: it says what a check of the disk would say.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { Connection } from 'vscode-languageserver';
import { readConfigFiles } from '../server/host/index.js';
import { clientPlatform } from '../server/lsp/platform-client.js';
import { REQUESTS } from '../server/lsp/protocol.js';
import { type Editor, eventually, withEditor } from './support/editor.js';

const BRIEF = '# Visit\n\n:person[Bob] went.\n';

async function codes(editor: Editor, file: string): Promise<readonly unknown[]> {
  return (await editor.pull(file)).map(({ code }) => code);
}

function settle(editor: Editor, file: string, wanted: readonly unknown[]): Promise<unknown> {
  return eventually(
    async () => JSON.stringify(await codes(editor, file)),
    (found) => found === JSON.stringify(wanted),
  );
}

function tellChanged(editor: Editor, ...files: readonly string[]): void {
  const changes = files.map((file) => ({
    uri: editor.uri(file),
    type: fs.existsSync(path.join(editor.root, file)) ? 2 : 3,
  }));
  void editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
}

test('an extended file counts, and a change of it', async () => {
  const files = {
    'rapporteur.yaml': 'extends: shared/base.yaml\n',
    'shared/base.yaml': 'rules: { unresolved-name: off }\n',
    'a.md': BRIEF,
  };
  await withEditor(files, {}, async (editor) => {
    editor.open('a.md');
    assert.deepEqual(await codes(editor, 'a.md'), []);
    editor.write('shared/base.yaml', 'rules: { unresolved-name: error }\n');
    tellChanged(editor, 'shared/base.yaml');
    await settle(editor, 'a.md', ['unresolved-name']);
  });
});

test('faults are shown in the file in which they stand, as it is being written', async () => {
  const files = {
    'rapporteur.yaml': 'extends: [shared/base.yaml, gone.yaml]\n',
    'shared/base.yaml': 'failon: error\n',
    'a.md': BRIEF,
  };
  await withEditor(files, {}, async (editor) => {
    const [own] = await editor.pull('rapporteur.yaml');
    assert.match(own?.message ?? '', /^'gone\.yaml' could not be read: there is no such file/);
    assert.deepEqual(own?.range.start, { line: 0, character: 28 });
    const [shared] = await editor.pull('shared/base.yaml');
    assert.match(shared?.message ?? '', /^'failon' is not a setting. Did you mean 'failOn'\?$/);
    editor.open('shared/base.yaml', 'failOn: eror\n');
    const [typed] = await editor.pull('shared/base.yaml');
    assert.match(typed?.message ?? '', /^'eror' is not known here. Did you mean 'error'\?$/);
    // The missing file comes: it is read without anything else being touched.
    editor.write('gone.yaml', 'rules: { unresolved-name: off }\n');
    tellChanged(editor, 'gone.yaml');
    await settle(editor, 'a.md', []);
    assert.deepEqual(await editor.pull('rapporteur.yaml'), []);
  });
});

test('a folder that says root: false shares the ids above, and has its own levels', async () => {
  const files = {
    'rapporteur.yaml': '',
    'registry.yaml': 'person: { ann: { name: Ann Lee } }\n',
    'a.md': BRIEF,
    'team/rapporteur.yaml': 'root: false\nrules: { unresolved-name: off }\nignore: [old/**]\n',
    'team/b.md': ':person[Ann Lee] met :person[Bob] and :person[one]{ref=nobody}.\n',
    'team/old/c.md': BRIEF,
  };
  await withEditor(files, {}, async (editor) => {
    for (const file of ['a.md', 'team/b.md', 'team/old/c.md']) editor.open(file);
    await settle(editor, 'team/b.md', ['unresolved-reference']);
    assert.deepEqual(await codes(editor, 'a.md'), ['unresolved-name']);
    // It says why it is not checked, and nothing else.
    assert.deepEqual(await codes(editor, 'team/old/c.md'), ['left-out']);
    editor.write('team/rapporteur.yaml', 'root: false\n');
    tellChanged(editor, 'team/rapporteur.yaml');
    await settle(editor, 'team/b.md', ['unresolved-name', 'unresolved-reference']);
    await settle(editor, 'team/old/c.md', ['unresolved-name']);
    // Without it the folder is a workspace of its own, which knows nobody.
    editor.write('team/rapporteur.yaml', '');
    tellChanged(editor, 'team/rapporteur.yaml');
    await settle(editor, 'team/b.md', [
      'unresolved-name',
      'unresolved-name',
      'unresolved-reference',
    ]);
  });
});

test('a folder of a workspace that is opened alone is read as a part of it', async () => {
  const files = {
    'rapporteur.yaml': '',
    'registry.yaml': 'person: { bob: { name: Bob } }\n',
    'team/rapporteur.yaml': 'root: false\nbriefs: x.md\n',
    'team/b.md': BRIEF,
  };
  await withEditor(files, { folders: ['team'] }, async (editor) => {
    editor.open('team/b.md');
    assert.deepEqual(await codes(editor, 'team/b.md'), []);
    const [fault] = await editor.pull('team/rapporteur.yaml');
    assert.match(fault?.message ?? '', /^'briefs' applies to the whole workspace/);
  });
});

test('a configuration that says root: false and lies under none is the top after all', async () => {
  const files = {
    'rapporteur.yaml': 'root: false\nrules: { unresolved-name: off }\n',
    'a.md': BRIEF,
  };
  await withEditor(files, {}, async (editor) => {
    editor.open('a.md');
    assert.deepEqual(await codes(editor, 'a.md'), []);
  });
});

test('where only the client has the files, folders are a part or apart as on a disk', async () => {
  const top = 'vscode-vfs://github/o/r';
  const files = new Map([
    [`${top}/rapporteur.yaml`, 'extends: ../shared/base.yaml\n'],
    ['vscode-vfs://github/o/shared/base.yaml', 'rules: { unresolved-name: off }\n'],
    [`${top}/a/rapporteur.yaml`, 'root: false\n'],
    [`${top}/a/b.md`, BRIEF],
    [`${top}/c/rapporteur.yaml`, ''],
    [`${top}/c/d.md`, BRIEF],
  ]);
  const connection = {
    async sendRequest(request: string, { root, uri = '' }: { root?: string; uri?: string }) {
      if (request === REQUESTS.listFiles) {
        return [...files.keys()].filter((file) => file.startsWith(`${root}/`));
      }
      if (request === REQUESTS.fileExists) return files.has(uri);
      const text = files.get(uri);
      return text === undefined
        ? { fault: 'there is no such file' }
        : { bytes: Buffer.from(text).toString('base64') };
    },
  } as unknown as Connection;
  const platform = clientPlatform(connection);
  const place = await platform.rootOf(top);
  const verdicts = new Map<string, boolean>();
  const host = platform.hostOf(place, (folder, names, beginsWorkspace) => {
    if (!names.includes('rapporteur.yaml')) return false;
    verdicts.set(folder, beginsWorkspace());
    return beginsWorkspace();
  });
  const listed: string[] = [];
  for await (const id of host.list()) listed.push(id);
  assert.deepEqual(listed, ['rapporteur.yaml', 'a/rapporteur.yaml', 'a/b.md']);
  assert.deepEqual(Object.fromEntries(verdicts), { a: false, c: true });
  const { reading } = await readConfigFiles(host, 'rapporteur.yaml', []);
  assert.deepEqual([...reading.faults], []);
  assert.deepEqual([...reading.settings.levels], [['unresolved-name', 'off']]);
});
