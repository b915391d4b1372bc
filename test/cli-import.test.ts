import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { folderWith, rapporteur } from './support/cli.js';

const PAGE =
  '<html><head><title>Ports: a plan</title></head><body><h1>Ports</h1><p>Norland <del>never </del>pays.</p></body></html>';
const BRIEF = '---\ntitle: "Ports: a plan"\n---\n\n# Ports\n\nNorland pays.\n';

test('import writes a brief under the name of the document, and says what was left out', async (context) => {
  const cwd = folderWith(context, { 'in/page.html': PAGE });
  const { status, stdout, stderr } = await rapporteur(cwd, ['import', 'in/page.html']);
  assert.equal(status, 0);
  assert.equal(stdout, '');
  assert.equal(stderr, 'page.md was written.\nLeft out: 1 tracked deletion.\n');
  assert.equal(fs.readFileSync(path.join(cwd, 'page.md'), 'utf8'), BRIEF);
});

test('import writes over nothing without --force', async (context) => {
  const cwd = folderWith(context, { 'page.html': PAGE, 'page.md': 'mine\n' });
  const refused = await rapporteur(cwd, ['import', 'page.html']);
  assert.equal(refused.status, 2);
  assert.match(refused.stderr, /page\.md is there already/);
  assert.equal(fs.readFileSync(path.join(cwd, 'page.md'), 'utf8'), 'mine\n');
  assert.equal((await rapporteur(cwd, ['import', 'page.html', '--force'])).status, 0);
  assert.equal(fs.readFileSync(path.join(cwd, 'page.md'), 'utf8'), BRIEF);
});

test('import reads standard input and writes standard output', async (context) => {
  const cwd = folderWith(context, {});
  const { status, stdout } = await rapporteur(cwd, ['import', '-'], { stdin: PAGE });
  assert.equal(status, 0);
  assert.equal(stdout, BRIEF);
});

test('import says which documents it can read, and what is missing', async (context) => {
  const cwd = folderWith(context, { 'a.pdf': 'x' });
  const pdf = await rapporteur(cwd, ['import', 'a.pdf']);
  assert.equal(pdf.status, 2);
  assert.match(pdf.stderr, /a\.pdf is not a document that can be read/);
  const none = await rapporteur(cwd, ['import', 'b.html']);
  assert.equal(none.status, 2);
  assert.match(none.stderr, /b\.html could not be read/);
});

test('import reads a page in the code page that it names, and refuses one that names none', async (context) => {
  const page = (head: string): Uint8Array =>
    Buffer.from(
      `<html><head>${head}</head><body><p>H\u00e4fen \u00fcben</p></body></html>`,
      'latin1',
    );
  const cwd = folderWith(context, {
    'word.htm': page('<meta http-equiv=Content-Type content="text/html; charset=windows-1252">'),
    'bare.htm': page(''),
    'wide.htm': Buffer.from('\ufeff<p>H\u00e4fen</p>', 'utf16le'),
  });
  assert.equal((await rapporteur(cwd, ['import', 'word.htm'])).status, 0);
  assert.equal(fs.readFileSync(path.join(cwd, 'word.md'), 'utf8'), 'H\u00e4fen \u00fcben\n');
  assert.equal((await rapporteur(cwd, ['import', 'wide.htm'])).status, 0);
  assert.equal(fs.readFileSync(path.join(cwd, 'wide.md'), 'utf8'), 'H\u00e4fen\n');
  const refused = await rapporteur(cwd, ['import', 'bare.htm']);
  assert.equal(refused.status, 2);
  assert.match(refused.stderr, /bare\.htm is not in UTF-8, and does not say/);
});
