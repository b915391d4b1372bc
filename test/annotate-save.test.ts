// What `annotate` writes: all files as they should be, or none.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { FileChange } from '../server/cli/annotate/annotation-changes.js';
import { saveChanges } from '../server/cli/annotate/save-changes.js';
import { folderWith, rapporteur } from './support/cli.js';

const REGISTRY = 'place:\n  norland: { name: Norland }\n';
const BRIEF = '---\ndate: 2025-10-31\n---\n\nNorland met Ada Moreau of Norway.\n';
const WRITE = ['annotate', '--write', '--level', 'likely'];

function changeIn(
  cwd: string,
  file: string,
  before: string | undefined,
  after: string,
): FileChange {
  return { file, path: path.join(cwd, file), before, after };
}

test('when a later file cannot be written, the earlier ones are as they were', (context) => {
  const cwd = folderWith(context, { 'a.md': '\ufeffone\r\n', 'b.md': 'two\n', 'c.md': 'three\n' });
  const changes = [
    changeIn(cwd, 'a.md', 'one\r\n', '1\r\n'),
    changeIn(cwd, 'b.md', 'two\n', '2\n'),
    // A file stands where its folder should be: only writing it shows that.
    changeIn(cwd, 'c.md/registry.yaml', undefined, 'place: {}\n'),
  ];
  assert.throws(() => saveChanges(changes, cwd), /could not be written: .*Nothing was changed\.$/);
  for (const [file, text] of Object.entries({
    'a.md': '\ufeffone\r\n',
    'b.md': 'two\n',
    'c.md': 'three\n',
  }))
    assert.equal(fs.readFileSync(path.join(cwd, file), 'utf8'), text);
  assert.deepEqual(fs.readdirSync(cwd).sort(), ['.git', 'a.md', 'b.md', 'c.md']);
});

test('a file that cannot be put back is named', (context) => {
  const cwd = folderWith(context, { 'a.md': 'one\n', 'c.md': 'three\n' });
  const change = changeIn(cwd, 'a.md', 'one\n', '1\n');
  let reads = 0;
  // Read-only from the moment that it was written.
  const fragile: FileChange = {
    ...change,
    get before() {
      reads += 1;
      if (fs.readFileSync(change.path, 'utf8') === '1\n') fs.chmodSync(change.path, 0o444);
      return 'one\n';
    },
  };
  const changes = [fragile, changeIn(cwd, 'c.md/x.yaml', undefined, '')];
  assert.throws(
    () => saveChanges(changes, cwd),
    /These were changed, and could not be put back as they were: a\.md\.$/,
  );
  assert.ok(reads > 0);
});

test('read-only files stop all of it', async (context) => {
  const cwd = folderWith(context, { 'a.md': BRIEF, 'registry.yaml': REGISTRY });
  fs.chmodSync(path.join(cwd, 'registry.yaml'), 0o444);
  const { status, stderr } = await rapporteur(cwd, [...WRITE, 'a.md']);
  assert.equal(status, 2);
  assert.match(stderr, /registry\.yaml could not be written: .*Nothing was changed\./);
  assert.equal(fs.readFileSync(path.join(cwd, 'a.md'), 'utf8'), BRIEF);
});

test('line ends and byte order marks stay as they are', async (context) => {
  const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
  const cwd = folderWith(context, {
    'a.md': `\ufeff${crlf(BRIEF)}`,
    'registry.yaml': `\ufeff${crlf(REGISTRY)}`,
  });
  const { status } = await rapporteur(cwd, [...WRITE, 'a.md']);
  assert.equal(status, 0);
  for (const file of ['a.md', 'registry.yaml']) {
    const text = fs.readFileSync(path.join(cwd, file), 'utf8');
    assert.ok(text.startsWith('\ufeff'), file);
    assert.doesNotMatch(text, /(?<!\r)\n|\r(?!\n)/, file);
  }
  const { stdout } = await rapporteur(cwd, ['strip', 'a.md']);
  assert.equal(stdout.replace('\ufeff', ''), crlf(BRIEF));
});

test('what is not UTF-8 is suggested for, and not written', async (context) => {
  const cwd = folderWith(context, {
    'a.md': Buffer.from(`\ufeff${BRIEF}`, 'utf16le'),
    'registry.yaml': REGISTRY,
  });
  const before = fs.readFileSync(path.join(cwd, 'a.md'));
  const { status, stderr } = await rapporteur(cwd, [...WRITE, 'a.md']);
  assert.equal(status, 2);
  assert.match(stderr, /a\.md is not in UTF-8\. Save it as UTF-8 first\. Nothing was changed\./);
  assert.deepEqual(fs.readFileSync(path.join(cwd, 'a.md')), before);
  assert.equal(fs.readFileSync(path.join(cwd, 'registry.yaml'), 'utf8'), REGISTRY);
});

test('a named file without tags and without a registry is annotated, and gets its registry', async (context) => {
  const cwd = folderWith(context, { 'plain.md': 'Ada Moreau of Norway met Jan Berg.\n' });
  const seen = await rapporteur(cwd, ['annotate', 'plain.md']);
  assert.match(seen.stdout, /Norway \(place, new: norway\), once/);
  const { status, stderr } = await rapporteur(cwd, [...WRITE, 'plain.md']);
  assert.deepEqual([status, stderr], [0, '3 tags in 2 files.\n']);
  assert.match(fs.readFileSync(path.join(cwd, 'registry.yaml'), 'utf8'), /norway/);
  const check = await rapporteur(cwd, ['check', '--format', 'compact']);
  assert.doesNotMatch(check.stdout, /error/);
});
