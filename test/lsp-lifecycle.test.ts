// The server as editors meet it: a spawned process, a real client library.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { ABLE, type Editor, eventually, withEditor } from './support/editor.js';

const REGISTRY = 'person:\n  ann: { name: Ann Lee }\nplace:\n  arcadia: { name: Arcadia }\n';
const BRIEF = '# Visit\n\n:person[Ann Lee] met :person[Bob].\n';

const codes = (items: readonly Diagnostic[]): unknown[] => items.map(({ code }) => code);
const last = (editor: Editor, file: string): readonly Diagnostic[] | undefined =>
  editor.published.get(editor.uri(file))?.at(-1);

describe('the life of a server', () => {
  it('says at once what it can do', async () => {
    await withEditor({}, {}, async ({ initialized }) => {
      const golden = path.resolve('test/golden/initialize.json');
      const text = `${JSON.stringify(initialized.capabilities, null, 2)}\n`;
      if (process.env.UPDATE) fs.writeFileSync(golden, text);
      assert.equal(text, fs.readFileSync(golden, 'utf8'));
      assert.equal(initialized.serverInfo?.name, 'rapporteur');
    });
  });

  it('serves a client that says nothing of itself', async () => {
    const files = { 'registry.yaml': REGISTRY, 'a.md': BRIEF };
    await withEditor(files, { capabilities: {} }, async (editor) => {
      editor.open('a.md');
      await eventually(
        () => codes(last(editor, 'a.md') ?? []),
        (found) => found.includes('unresolved-name'),
      );
    });
  });

  it('takes null for the settings, and hears later ones', async () => {
    const files = { 'registry.yaml': REGISTRY, 'a.md': BRIEF };
    await withEditor(files, { configuration: null }, async (editor) => {
      editor.open('a.md');
      assert.deepEqual(codes(await editor.pull('a.md')), ['unresolved-name']);
    });
  });

  it('takes the levels of the editor, where the configuration does not name the rule', async () => {
    const files = {
      'rapporteur.yaml': 'rules: { unresolved-name: warning }\n',
      'registry.yaml': REGISTRY,
      'a.md': `${BRIEF}\n:person[ann lee]{ref=ghost}\n`,
    };
    const rules = { 'unresolved-name': 'off', 'unresolved-reference': 'hint' };
    await withEditor(files, { configuration: { rules } }, async (editor) => {
      editor.open('a.md');
      const found = await editor.pull('a.md');
      assert.deepEqual(
        found.map(({ code, severity }) => [code, severity]),
        [
          ['unresolved-name', 2],
          ['unresolved-reference', 4],
        ],
      );
    });
  });

  it('lets the open document win over the disk, and the disk again once it is closed', async () => {
    const files = { 'registry.yaml': REGISTRY, 'a.md': BRIEF };
    await withEditor(files, {}, async (editor) => {
      const uri = editor.open('a.md', ':person[Carl]');
      assert.match((await editor.pull('a.md'))[0]?.message ?? '', /Carl/);
      editor.write('a.md', ':person[Dora]');
      void editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri, type: 2 }],
      });
      assert.match((await editor.pull('a.md'))[0]?.message ?? '', /Carl/);
      void editor.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
      await eventually(
        async () => (await editor.pull('a.md'))[0]?.message ?? '',
        (message) => message.includes('Dora'),
      );
    });
  });

  it('sees registries that are changed, added and removed outside the editor', async () => {
    await withEditor({ 'registry.yaml': REGISTRY, 'a.md': BRIEF }, {}, async (editor) => {
      editor.open('a.md');
      assert.deepEqual(codes(await editor.pull('a.md')), ['unresolved-name']);
      const tell = (file: string, type: number): void => {
        const changes = [{ uri: editor.uri(file), type }];
        void editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
      };
      const settle = (count: number): Promise<unknown> =>
        eventually(
          () => editor.pull('a.md'),
          (found) => found.length === count,
        );
      editor.write('more.registry.yaml', 'person:\n  bob: { name: Bob }\n');
      tell('more.registry.yaml', 1);
      await settle(0);
      editor.write('more.registry.yaml', 'person:\n  bob: { name: Robert }\n');
      tell('more.registry.yaml', 2);
      await settle(1);
      fs.rmSync(path.join(editor.root, 'registry.yaml'));
      tell('registry.yaml', 3);
      await settle(2);
    });
  });

  it('sees a folder that comes and goes as a whole, and a new configuration', async () => {
    const files = { 'registry.yaml': REGISTRY, 'a.md': BRIEF };
    await withEditor(files, {}, async (editor) => {
      editor.open('a.md');
      const tell = (file: string, type: number): void => {
        const changes = [{ uri: editor.uri(file), type }];
        void editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
      };
      const settle = (wanted: readonly unknown[]): Promise<unknown> =>
        eventually(
          async () => JSON.stringify(codes(await editor.pull('a.md'))),
          (found) => found === JSON.stringify(wanted),
        );
      await settle(['unresolved-name']);
      editor.write('registry/people.yaml', 'person:\n  bob: { name: Bob }\n');
      tell('registry', 1);
      await settle([]);
      fs.rmSync(path.join(editor.root, 'registry'), { recursive: true });
      tell('registry', 3);
      await settle(['unresolved-name']);
      editor.write('rapporteur.yaml', 'rules: { unresolved-name: off }\n');
      tell('rapporteur.yaml', 1);
      await settle([]);
    });
  });

  it('lets folders come and go', async () => {
    const files = { 'one/registry.yaml': REGISTRY, 'one/a.md': BRIEF, 'two/b.md': BRIEF };
    await withEditor(files, { folders: ['one'] }, async (editor) => {
      editor.open('two/b.md');
      assert.equal((await editor.pull('two/b.md')).length, 2, 'knows nothing of the other folder');
      const event = { added: [{ uri: editor.uri(''), name: 'all' }], removed: [] as object[] };
      void editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
      await eventually(
        () => editor.pull('two/b.md'),
        (found) => found.length === 1,
      );
      void editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
        event: { added: [], removed: event.added },
      });
      await eventually(
        () => editor.pull('two/b.md'),
        (found) => found.length === 2,
      );
    });
  });

  it('knows in a document without a name what the workspace knows, and keeps it to itself', async () => {
    const files = { 'registry.yaml': REGISTRY, 'a.md': BRIEF };
    await withEditor(files, {}, async (editor) => {
      editor.open('a.md');
      const uri = 'untitled:Untitled-1';
      const text = ':person[Ann Lee] and ::person\n\n::person[Bob]{#bob}\n\n:person[Bob]\n';
      const textDocument = { uri, languageId: 'markdown', version: 1, text };
      void editor.connection.sendNotification('textDocument/didOpen', { textDocument });
      const own = await editor.connection.sendRequest<{ items: Diagnostic[] }>(
        'textDocument/diagnostic',
        { textDocument: { uri } },
      );
      assert.deepEqual(codes(own.items), []);
      assert.deepEqual(codes(await editor.pull('a.md')), ['unresolved-name']);
    });
  });

  it('says of what the configuration leaves out only that, and nothing of YAML that is no registry', async () => {
    const files = {
      'rapporteur.yaml': 'ignore: [old/**]\n',
      'old/a.md': BRIEF,
      'compose.yaml': 'a: :person[Bob]\n',
    };
    await withEditor(files, {}, async (editor) => {
      editor.open('old/a.md');
      editor.open('compose.yaml');
      const [note, ...others] = await editor.pull('old/a.md');
      assert.deepEqual(others, []);
      assert.deepEqual(
        [note?.code, note?.severity, note?.range.start.line, note?.message],
        [
          'left-out',
          3,
          0,
          "This file is left out of every check: 'ignore' in rapporteur.yaml has 'old/**'. Take that out to have it checked.",
        ],
      );
      assert.equal(note?.relatedInformation?.[0]?.location.uri, editor.uri('rapporteur.yaml'));
      const all = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
      const fixes = await editor.connection.sendRequest<unknown[]>('textDocument/codeAction', {
        textDocument: { uri: editor.uri('old/a.md') },
        range: all,
        context: { diagnostics: note === undefined ? [] : [note], only: ['quickfix'] },
      });
      assert.deepEqual(fixes, [], 'what is not reported is not mended');
      assert.deepEqual(await editor.pull('compose.yaml'), []);
      // Other people's Markdown is left alone.
      editor.open('old/notes.md', 'Nothing is tagged here.\n');
      assert.deepEqual(await editor.pull('old/notes.md'), []);
    });
  });

  it('says of a link that it is left out, and checks a workspace in a workspace as what it is', async () => {
    const files = {
      'rapporteur.yaml': '',
      'a.md': BRIEF,
      'sub/rapporteur.yaml': '',
      'sub/registry.yaml': REGISTRY,
      'sub/b.md': BRIEF,
    };
    await withEditor(files, {}, async (editor) => {
      fs.symlinkSync('a.md', path.join(fileURLToPath(editor.uri('')), 'link.md'));
      editor.open('sub/b.md');
      editor.open('link.md', BRIEF);
      assert.deepEqual(codes(await editor.pull('sub/b.md')), ['unresolved-name']);
      const [note, ...others] = await editor.pull('link.md');
      assert.deepEqual(others, []);
      assert.deepEqual(
        [note?.code, note?.severity, note?.range.start.line, note?.message],
        [
          'left-out',
          3,
          0,
          'This file is left out of every check: it is a link to another file of this workspace, which is checked by its real path. Open that file instead.',
        ],
      );
    });
  });

  it('shows what is wrong in a configuration, as it is written', async () => {
    const files = { 'rapporteur.yaml': 'briefs: [a.md]\n', 'a.md': BRIEF };
    await withEditor(files, {}, async (editor) => {
      editor.open('rapporteur.yaml', 'brifs: [a.md]\n');
      assert.match((await editor.pull('rapporteur.yaml'))[0]?.message ?? '', /brifs/);
    });
  });

  it('counts in the encoding that was agreed on', async () => {
    const files = { 'registry.yaml': REGISTRY, 'a.md': '🙂é 条 :person[Bob]\n' };
    for (const [encoding, character] of [
      ['utf-8', 4 + 2 + 1 + 3 + 1 + 8],
      ['utf-16', 2 + 1 + 1 + 1 + 1 + 8],
      ['utf-32', 1 + 1 + 1 + 1 + 1 + 8],
    ] as const) {
      const capabilities = { ...ABLE, general: { positionEncodings: [encoding] } };
      await withEditor(files, { capabilities }, async (editor) => {
        assert.equal(editor.initialized.capabilities.positionEncoding, encoding);
        const uri = editor.open('a.md');
        const start = async (): Promise<unknown> => (await editor.pull('a.md'))[0]?.range.start;
        assert.deepEqual(await start(), { line: 0, character });
        // An edit counts in the same: a letter more behind the emoji moves the rest by one.
        const at = { line: 0, character: character - 9 };
        void editor.connection.sendNotification('textDocument/didChange', {
          textDocument: { uri, version: 2 },
          contentChanges: [{ range: { start: at, end: at }, text: 'x' }],
        });
        assert.deepEqual(await start(), { line: 0, character: character + 1 });
      });
    }
  });

  it('answers unknown requests with an error, and does not mind unknown notifications', async () => {
    await withEditor({ 'a.md': BRIEF }, {}, async (editor) => {
      void editor.connection.sendNotification('$/nobody-knows', { a: 1 });
      void editor.connection.sendNotification('nobody/knows', []);
      await assert.rejects(editor.connection.sendRequest('nobody/asks', {}), /Unhandled method/);
      editor.open('a.md');
      assert.equal((await editor.pull('a.md')).length, 2);
    });
  });

  it('answers ContentModified when the text has changed since', async () => {
    await withEditor({ 'a.md': BRIEF }, {}, async (editor) => {
      const uri = editor.open('a.md');
      await editor.pull('a.md');
      const position = { line: 2, character: 10 };
      const hover = editor.atOnce(() => {
        const answer = editor.connection.sendRequest('textDocument/hover', {
          textDocument: { uri },
          position,
        });
        editor.change('a.md', 2, 'Something else.\n');
        return answer;
      });
      await assert.rejects(hover, (error: { code?: number }) => error.code === -32801);
    });
  });

  it('suggests also when more has been typed since: an editor narrows the list by itself', async () => {
    await withEditor({ 'registry.yaml': REGISTRY, 'a.md': BRIEF }, {}, async (editor) => {
      const uri = editor.open('a.md');
      await editor.pull('a.md');
      editor.change('a.md', 2, ':person[A');
      const found = await editor.atOnce(() => {
        const answer = editor.connection.sendRequest<{ items: { label: string }[] } | null>(
          'textDocument/completion',
          { textDocument: { uri }, position: { line: 0, character: 9 } },
        );
        editor.change('a.md', 3, ':person[An');
        return answer;
      });
      assert.deepEqual(
        found?.items.map(({ label }) => label),
        ['Ann Lee'],
      );
    });
  });

  it('calls nothing missing while a workspace is read anew', async () => {
    const files = { 'sub/rapporteur.yaml': '{}\n', 'sub/registry.yaml': REGISTRY };
    await withEditor({ ...files, 'sub/a.md': ':person[Ann Lee]\n' }, {}, async (editor) => {
      editor.open('sub/a.md');
      const changes = [{ uri: editor.uri('sub/rapporteur.yaml'), type: 2 }];
      for (let round = 0; round < 10; round += 1) {
        const before = editor.pull('sub/a.md');
        void editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
        const after = editor.pull('sub/a.md');
        assert.deepEqual([await before, await after], [[], []]);
      }
    });
  });

  it('publishes more than a thousand findings', async () => {
    const text = `${':person[Bob] '.repeat(1500)}\n`;
    await withEditor({ 'a.md': text }, { capabilities: {} }, async (editor) => {
      editor.open('a.md');
      await eventually(
        () => last(editor, 'a.md')?.length ?? 0,
        (count) => count === 1500,
      );
    });
  });
});
