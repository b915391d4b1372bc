import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { folderWith, rapporteur } from './support/cli.js';
import { docx, PNG, p, picture, r } from './support/docx.js';

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

const DOCX = docx({
  body: [
    p('Ports', '<w:outlineLvl w:val="0"/>'),
    p(`${r('Norland will pay.')}<w:del w:id="1"><w:r><w:delText>x</w:delText></w:r></w:del>`),
    p(`<w:r>${picture('i', 'A map')}</w:r>`),
  ].join(''),
  core: '<dc:title>Ports: a plan</dc:title><dc:creator>Ann Lee</dc:creator><dcterms:created>2025-10-31T10:00:00Z</dcterms:created>',
  relations: { i: ['image', 'media/a.png'] },
  files: { 'word/media/a.png': PNG },
});
const OF_DOCX =
  '---\ntitle: "Ports: a plan"\ndate: 2025-10-31\nauthor: Ann Lee\n---\n\n# Ports\n\nNorland will pay.\n\n![A map](ports-1.png)\n';

test('import reads a document of Word, and writes its pictures next to the brief', async (context) => {
  const cwd = folderWith(context, { 'Ports.docx': DOCX });
  const { status, stderr } = await rapporteur(cwd, [
    'import',
    'Ports.docx',
    '--output',
    'in/ports.md',
  ]);
  assert.equal(
    stderr,
    'in/ports.md was written.\nKept: 1 picture.\nLeft out: 1 tracked deletion.\n',
  );
  assert.equal(status, 0);
  assert.equal(fs.readFileSync(path.join(cwd, 'in/ports.md'), 'utf8'), OF_DOCX);
  assert.deepEqual(fs.readFileSync(path.join(cwd, 'in/ports-1.png')), Buffer.from(PNG));
});

test('import writes no picture over another one, not even with --force', async (context) => {
  const cwd = folderWith(context, {
    'ports.docx': DOCX,
    'ports-1.png': 'mine',
    'ports.md': 'mine',
  });
  const refused = await rapporteur(cwd, ['import', 'ports.docx']);
  assert.equal(refused.status, 2);
  assert.match(refused.stderr, /ports\.md is there already/);
  assert.deepEqual(namesIn(cwd), ['ports-1.png', 'ports.docx', 'ports.md']);
  assert.equal((await rapporteur(cwd, ['import', 'ports.docx', '--force'])).status, 0);
  assert.equal(fs.readFileSync(path.join(cwd, 'ports-1.png'), 'utf8'), 'mine');
  const brief = fs.readFileSync(path.join(cwd, 'ports.md'), 'utf8');
  assert.equal(brief, OF_DOCX.replace('ports-1.png', 'ports-2.png'));
  assert.deepEqual(fs.readFileSync(path.join(cwd, 'ports-2.png')), Buffer.from(PNG));
});

test('import knows a document of Word on standard input, and has no place for its pictures', async (context) => {
  const cwd = folderWith(context, {});
  const { stdout, stderr } = await rapporteur(cwd, ['import', '-'], { stdin: DOCX });
  assert.equal(stdout, OF_DOCX.replace('\n\n![A map](ports-1.png)', ''));
  assert.match(stderr, /1 picture that only the document has/);
  assert.deepEqual(namesIn(cwd), []);
});

test('import says why a document cannot be read', async (context) => {
  const cwd = folderWith(context, {
    'old.doc': Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    'half.docx': DOCX.subarray(0, 200),
    'page.docx': '<p>a</p>',
    'huge.docx': '',
  });
  fs.truncateSync(path.join(cwd, 'huge.docx'), 100 * 1024 * 1024);
  const said = async (name: string): Promise<string> => {
    const { status, stderr } = await rapporteur(cwd, ['import', name]);
    assert.equal(status, 2);
    return stderr;
  };
  assert.match(
    await said('old.doc'),
    /old\.doc is a document of Word 97–2003 \(\.doc\): save it as \.docx\./,
  );
  assert.match(await said('half.docx'), /half\.docx is broken: open it in Word/);
  assert.match(await said('page.docx'), /page\.docx is not a \.docx document/);
  assert.match(
    await said('huge.docx'),
    /huge\.docx could not be read: it has 100 MB, and at most 64 MB are read\./,
  );
  assert.equal(namesIn(cwd).length, 4);
});

test('import names the document as the source, and shows its entry for the registry', async (context) => {
  const cwd = folderWith(context, { 'ports.docx': DOCX });
  const { stderr } = await rapporteur(cwd, ['import', 'ports.docx', '--source', 'ports-plan']);
  const entry = stderr.slice(stderr.indexOf('For the registry:\n') + 'For the registry:\n'.length);
  assert.match(
    entry,
    /^source:\n {2}ports-plan:\n {4}name: "Ports: a plan"\n {4}date: 2025-10-31\n/,
  );
  fs.writeFileSync(path.join(cwd, 'registry.yaml'), entry);
  assert.match(fs.readFileSync(path.join(cwd, 'ports.md'), 'utf8'), /\nsource: ports-plan\n---\n/);
  const checked = await rapporteur(cwd, ['check']);
  assert.equal(checked.status, 0, checked.stdout);
  const wrong = await rapporteur(cwd, ['import', 'ports.docx', '--source', 'a b: c']);
  assert.match(wrong.stderr, /--source: 'a b: c' cannot be an id/);
});

test('import goes on to what could be tagged', async (context) => {
  const cwd = folderWith(context, {
    'ports.docx': DOCX,
    'registry.yaml': 'place:\n  norland: { name: Norland }\n',
  });
  const { status, stdout } = await rapporteur(cwd, ['import', 'ports.docx', '--annotate']);
  assert.equal(status, 0);
  assert.match(stdout, /ports\.md/);
  assert.match(stdout, /:place\[Norland\]|place +Norland|Norland/);
  const nowhere = await rapporteur(cwd, ['import', '-', '--annotate'], { stdin: DOCX });
  assert.match(nowhere.stderr, /--annotate needs a brief in a file\. Name one with --output\./);
});

test('what a report writes for Word comes back: words, promises as comments, their table', async (context) => {
  const cwd = folderWith(context, {
    'brief.md':
      '---\ntitle: Ports\ndate: 2025-10-31\n---\n\n## Aims\n\n:place[Norland] :commitment[will pay for the **ports**]{#c-1 by=norland due=2026-12}.\n',
    'registry.yaml': 'place:\n  norland: { name: Norland }\n',
  });
  const out = ['report', '--format', 'docx=out.docx', '--today', '2025-11-01'];
  assert.equal((await rapporteur(cwd, out)).status, 0);
  const { status, stderr } = await rapporteur(cwd, ['import', 'out.docx']);
  assert.equal(status, 0);
  assert.match(stderr, /Kept: 1 comment\./);
  const text = fs.readFileSync(path.join(cwd, 'out.md'), 'utf8');
  assert.match(text, /^#+ Aims$/m);
  assert.match(text, /^Norland will pay for the .*<!-- comment by [^>]*2026/m);
  assert.match(text, /^\| .*Norland.* \|$/m);
  assert.doesNotMatch(text, /:commitment/);
});

function namesIn(folder: string): readonly string[] {
  return fs
    .readdirSync(folder)
    .filter((name) => name !== '.git')
    .sort();
}
