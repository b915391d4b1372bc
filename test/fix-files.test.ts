// How fixed files are written: whole, as what they were, and only where nobody else was at work.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { saveFiles } from '../server/cli/fix/save-files.js';
import { createAtomically, writeAtomically } from '../server/host/index.js';
import { folderWith, rapporteur } from './support/cli.js';

const HEAD = '---\ndate: 2025-10-31\n---\n\n';
const WRONG = `${HEAD}Here is :person [Jean Martin].\n`;
const RIGHT = WRONG.replace('person [', 'person[');
const REGISTRY = 'person: { jm: { name: Jean Martin } }\n';
const onWindows = process.platform === 'win32';

const read = (cwd: string, file: string): string => fs.readFileSync(path.join(cwd, file), 'utf8');
const drafts = (cwd: string): string[] =>
  fs
    .readdirSync(cwd, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.tmp'));

test('byte order mark and line ends are kept', async (context) => {
  const texts = { 'bom.md': `\ufeff${WRONG}`, 'crlf.md': WRONG.replaceAll('\n', '\r\n') };
  const cwd = folderWith(context, {
    'registry.yaml': REGISTRY,
    ...texts,
    'end.md': WRONG.trimEnd(),
  });
  const { status, stdout } = await rapporteur(cwd, ['check', '--fix']);
  assert.equal(status, 0);
  assert.match(stdout, /3 fixed in 3 files/);
  assert.equal(read(cwd, 'bom.md'), `\ufeff${RIGHT}`);
  assert.equal(read(cwd, 'crlf.md'), RIGHT.replaceAll('\n', '\r\n'));
  assert.equal(read(cwd, 'end.md'), RIGHT.trimEnd());
});

test('the mode is kept, and no file is written that needs no fix', {
  skip: onWindows,
}, async (context) => {
  const cwd = folderWith(context, { 'registry.yaml': REGISTRY, 'a.md': WRONG, 'b.md': RIGHT });
  fs.chmodSync(path.join(cwd, 'a.md'), 0o750);
  const before = fs.statSync(path.join(cwd, 'b.md'));
  await rapporteur(cwd, ['check', '--fix']);
  assert.equal(fs.statSync(path.join(cwd, 'a.md')).mode & 0o777, 0o750);
  assert.equal(fs.statSync(path.join(cwd, 'b.md')).ino, before.ino);
  assert.deepEqual(drafts(cwd), []);
});

test('of a link, the file it leads to is written', { skip: onWindows }, async (context) => {
  const top = folderWith(context, {
    '.git/HEAD': '',
    'shared/real.md': WRONG,
    'work/rapporteur.yaml': '{}\n',
    'work/registry.yaml': REGISTRY,
  });
  const [elsewhere, cwd] = [path.join(top, 'shared'), path.join(top, 'work')];
  for (const name of ['one.md', 'other.md']) {
    fs.symlinkSync(path.join(elsewhere, 'real.md'), path.join(cwd, name));
  }
  const { status, stderr } = await rapporteur(cwd, ['check', '--fix']);
  assert.deepEqual([status, stderr], [0, '']);
  assert.ok(fs.lstatSync(path.join(cwd, 'one.md')).isSymbolicLink());
  assert.equal(read(elsewhere, 'real.md'), RIGHT);
});

test('a file in another encoding is never written', async (context) => {
  const latin = Buffer.from(WRONG.replace('Here', 'H\u00e9re'), 'latin1');
  const cwd = folderWith(context, { 'registry.yaml': REGISTRY, 'a.md': latin, 'b.md': WRONG });
  const { status, stderr } = await rapporteur(cwd, ['check', '--fix']);
  assert.equal(status, 2);
  assert.match(stderr, /a\.md was not changed: it is not in UTF-8 \(byte 0xE9\)\. Save it as/);
  assert.deepEqual(fs.readFileSync(path.join(cwd, 'a.md')), latin);
  assert.equal(read(cwd, 'b.md'), RIGHT);
});

test('a read-only file is told, the others are written', async (context) => {
  const cwd = folderWith(context, { 'registry.yaml': REGISTRY, 'a.md': WRONG, 'b.md': WRONG });
  fs.chmodSync(path.join(cwd, 'a.md'), 0o444);
  const { status, stdout, stderr } = await rapporteur(cwd, ['check', '--fix']);
  assert.equal(status, 2);
  assert.match(
    stderr,
    /^rapporteur: a\.md could not be fixed: you may not write it \(permission denied\)\. It was not changed\.\n$/,
  );
  assert.equal(read(cwd, 'a.md'), WRONG);
  assert.equal(read(cwd, 'b.md'), RIGHT);
  assert.match(stdout, /^a\.md\n\n {2}5:16 {2}error/, 'what stands there is told as it stands');
  assert.match(stdout, /1 fixed in 1 file\./);
  assert.deepEqual(drafts(cwd), []);
});

test('a read-only folder is told, the others are written', {
  skip: onWindows || process.getuid?.() !== 0,
}, (context) => {
  const cwd = folderWith(context, { 'registry.yaml': REGISTRY, 'a/a.md': WRONG, 'b/b.md': WRONG });
  // Root may write everywhere; the tests' own files must be open to whoever runs in its place.
  const nobody = 65534;
  fs.chmodSync(cwd, 0o777);
  for (const name of ['a', 'b']) {
    fs.chownSync(path.join(cwd, name, `${name}.md`), nobody, nobody);
    fs.chownSync(path.join(cwd, name), nobody, nobody);
  }
  fs.chmodSync(path.join(cwd, 'a'), 0o555);
  const { status, stderr } = fixAs(nobody, cwd);
  assert.match(stderr, /rapporteur: a\/a\.md could not be fixed: you may not write it/);
  assert.equal(status, 2);
  assert.deepEqual([read(cwd, 'a/a.md'), read(cwd, 'b/b.md')], [WRONG, RIGHT]);
  assert.deepEqual(drafts(cwd), []);
});

/** A process that gives its rights away once it has read the program. */
function fixAs(uid: number, cwd: string): { status: number | null; stderr: string } {
  const script = `
    const { run } = await import(${JSON.stringify(new URL('../server/cli/app/run.js', import.meta.url).href)});
    const { processIo } = await import(${JSON.stringify(new URL('../server/cli/terminal/io.js', import.meta.url).href)});
    process.setgid(${uid}); process.setuid(${uid});
    process.exitCode = await run(['check', '--fix'], processIo());`;
  const words = ['--input-type=module', '-e', script];
  return spawnSync(process.execPath, words, { cwd, encoding: 'utf8' });
}

const fixResult = (
  texts: Readonly<Record<string, readonly [string, string]>>,
  ...bundles: string[][]
) => ({
  texts: new Map(
    Object.entries(texts).map(([file, [before, after]]) => [file, { before, after, fixed: 1 }]),
  ),
  collected: { linted: [], baselines: [], notes: [] },
  bundles,
  notes: [],
  refused: new Map<string, string>(),
});

test('a file that changed since it was read is left alone', async (context) => {
  const cwd = folderWith(context, { 'a.md': 'written meanwhile', 'b.md': 'b' });
  const texts = { 'a.md': ['a', 'A'], 'b.md': ['b', 'B'], 'gone.md': ['c', 'C'] } as const;
  const { written, failed } = await saveFiles(fixResult(texts), cwd);
  assert.deepEqual([...written], ['b.md']);
  assert.deepEqual(
    [...failed],
    [
      ['a.md', 'somebody else changed it in the meantime'],
      ['gone.md', 'there is no such file'],
    ],
  );
  assert.equal(read(cwd, 'a.md'), 'written meanwhile');
  assert.equal(read(cwd, 'b.md'), 'B');
});

test('also where it changes at the last moment', async (context) => {
  const cwd = folderWith(context, { 'a.md': 'a', 'b.md': 'b' });
  const saving = saveFiles(fixResult({ 'a.md': ['a', 'A'], 'b.md': ['b', 'B'] }), cwd);
  fs.writeFileSync(path.join(cwd, 'b.md'), 'mine');
  assert.deepEqual([...(await saving).written], ['a.md']);
  assert.equal(read(cwd, 'b.md'), 'mine');
});

test('what one fix changes in two files is written in both or in none', async (context) => {
  const cwd = folderWith(context, { 'a.md': 'a', 'b.md': 'other', 'c.md': 'c' });
  const texts = { 'a.md': ['a', 'A'], 'b.md': ['b', 'B'], 'c.md': ['c', 'C'] } as const;
  const { written, failed } = await saveFiles(fixResult(texts, ['a.md', 'b.md']), cwd);
  assert.deepEqual([...written], ['c.md']);
  assert.equal(failed.get('a.md'), 'b.md, which belongs to the same fix, was not changed either');
  assert.equal(read(cwd, 'a.md'), 'a');
});

test('what is left out takes along what belongs to it by way of others', async (context) => {
  const cwd = folderWith(context, { 'a.md': 'a', 'b.md': 'b', 'c.md': 'other', 'd.md': 'd' });
  const texts: Parameters<typeof fixResult>[0] = {
    'a.md': ['a', 'A'],
    'b.md': ['b', 'B'],
    'c.md': ['c', 'C'],
    'd.md': ['d', 'D'],
  };
  const chain = [['a.md', 'b.md'], ['b.md', 'c.md'], ['d.md']];
  const { written, failed } = await saveFiles(fixResult(texts, ...chain), cwd);
  assert.deepEqual([...written], ['d.md']);
  assert.deepEqual([...failed.keys()].toSorted(), ['a.md', 'b.md', 'c.md']);
});

test('a name as long as names can be is written as well', (context) => {
  const name = `${'n'.repeat(252)}.md`;
  const cwd = folderWith(context, { [name]: 'a' });
  writeAtomically(path.join(cwd, name), 'A');
  assert.equal(read(cwd, name), 'A');
});

test('what is read-only is not written as a report either', { skip: onWindows }, (context) => {
  const cwd = folderWith(context, { 'old.json': 'old' });
  const file = path.join(cwd, 'old.json');
  fs.chmodSync(file, 0o444);
  assert.throws(() => createAtomically(file, 'new'), { code: 'EACCES' });
  fs.chmodSync(file, 0o640);
  createAtomically(file, 'new');
  assert.equal(read(cwd, 'old.json'), 'new');
  assert.equal(fs.statSync(file).mode & 0o777, 0o640);
});

test('a new file comes with its folders; over a folder nothing is written', (context) => {
  const cwd = folderWith(context, { 'folder/': '', file: '' });
  createAtomically(path.join(cwd, 'x', 'y', 'new.json'), '{}');
  assert.equal(read(cwd, 'x/y/new.json'), '{}');
  createAtomically(path.join(cwd, 'x', 'y', 'new.json'), '[]');
  assert.equal(read(cwd, 'x/y/new.json'), '[]');
  assert.throws(() => createAtomically(path.join(cwd, 'folder'), ''), { code: 'EISDIR' });
  assert.throws(() => createAtomically(path.join(cwd, 'file', 'x'), ''), /ENOTDIR|EEXIST/);
  assert.deepEqual(drafts(cwd), []);
});
