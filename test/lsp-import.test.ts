// What an editor asks of the server when somebody pastes or imports something.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { type ImportParams, type ImportResult, REQUESTS } from '../server/lsp/protocol.js';
import { docx, PNG, p, picture } from './support/docx.js';
import { type Editor, withEditor } from './support/editor.js';

function ask(editor: Editor, params: ImportParams): Promise<ImportResult> {
  return editor.connection.sendRequest<ImportResult>(REQUESTS.import, params);
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

test('HTML, plain text and files become Markdown', async () => {
  await withEditor({}, {}, async (editor) => {
    const html =
      '<p>a<sup><a href="#n" id="r">1</a></sup> <del>b</del></p><ol><li id="n">c <a href="#r">^</a></li></ol>';
    assert.deepEqual(await ask(editor, { document: { html }, firstFootnote: 4 }), {
      markdown: 'a[^4]\n\n[^4]: c\n',
      frontMatter: '',
      pictures: [],
      account: ['Kept: 1 footnote.', 'Left out: 1 tracked deletion.'],
    });
    const plain = await ask(editor, { document: { text: 'One.\nTwo.' } });
    assert.ok('markdown' in plain);
    assert.equal(plain.markdown, 'One.\n\nTwo.');
    const bytes = docx({
      body: p(`<w:r>${picture('i', 'A map')}</w:r>`),
      core: '<dc:title>Ports</dc:title>',
      relations: { i: ['image', 'media/a.png'] },
      files: { 'word/media/a.png': PNG },
    });
    assert.deepEqual(
      await ask(editor, {
        document: { name: 'Ports.docx', bytes: base64(bytes) },
        pictures: { stem: 'ports', taken: ['ports-1.png'] },
      }),
      {
        markdown: '![A map](ports-2.png)\n',
        frontMatter: '---\ntitle: Ports\n---\n\n',
        title: 'Ports',
        pictures: [{ name: 'ports-2.png', bytes: base64(PNG) }],
        account: ['Kept: 1 picture.'],
      },
    );
  });
});

test('comments come along with names, without them, or not at all', async () => {
  const html =
    '<p>a<a class=msocomanchor href="#_msocom_1">x</a></p><div style="mso-element:comment;mso-comment-author:Ann"><a name="_msocom_1"></a>b</div>';
  await withEditor({}, {}, async (editor) => {
    const markdown = async (comments: ImportParams['comments']): Promise<string> => {
      const result = await ask(editor, {
        document: { html },
        ...(comments === undefined ? {} : { comments }),
      });
      return 'markdown' in result ? result.markdown : '';
    };
    assert.equal(await markdown(undefined), 'a<!-- comment by Ann: b -->\n');
    assert.equal(await markdown('nameless'), 'a<!-- comment: b -->\n');
    assert.equal(await markdown(false), 'a\n');
  });
});

test('what cannot be read is refused with words, and params that are none with an error', async () => {
  await withEditor({}, {}, async (editor) => {
    const broken: ImportParams = {
      document: { name: 'a.docx', bytes: base64(Buffer.from('PK\u0003')) },
    };
    assert.deepEqual(await ask(editor, broken), {
      refused: 'is broken: open it in Word or LibreOffice, which may repair it, and save it again',
    });
    await assert.rejects(
      editor.connection.sendRequest(REQUESTS.import, { document: { html: 1 } }),
      /'rapporteur\/import' needs a 'document' in its params/,
    );
  });
});

test('the server reads what imports when it is asked, and not before', async () => {
  const dist = fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-dist-'));
  try {
    fs.cpSync('dist/server.cjs', path.join(dist, 'server.cjs'));
    fs.cpSync('dist/shared', path.join(dist, 'shared'), { recursive: true });
    fs.rmSync(path.join(dist, 'shared', 'import.js'));
    await withEditor(
      { 'a.md': 'a' },
      { program: path.join(dist, 'server.cjs') },
      async (editor) => {
        editor.open('a.md');
        assert.deepEqual(await editor.pull('a.md'), []);
        await assert.rejects(ask(editor, { document: { html: '<p>a' } }), /import\.js/);
      },
    );
  } finally {
    fs.rmSync(dist, { recursive: true });
  }
});
