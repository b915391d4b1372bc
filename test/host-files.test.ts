import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import fc from 'fast-check';
import {
  decode,
  memoryHost,
  nodeHost,
  readPath,
  walk,
  writeAtomically,
} from '../server/host/index.js';
import { property, runs } from './support/needs.js';

/** A folder with files in it, gone after the test. A name that ends in `/` is an empty folder. */
function folderWith(context: TestContext, files: Readonly<Record<string, string>>): string {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-host-')));
  context.after(() => fs.rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    fs.mkdirSync(name.endsWith('/') ? file : path.dirname(file), { recursive: true });
    if (!name.endsWith('/')) fs.writeFileSync(file, text);
  }
  return folder;
}

function walked(folder: string, repository?: string): string[] {
  return [...walk(folder, { repository })].sort();
}

test('valid UTF-8 is read as it is, without its byte order mark', () => {
  const plain = decode(Buffer.from('Zoë 会 🎉\0\r\n'));
  assert.deepEqual(plain, { type: 'text', text: 'Zoë 会 🎉\0\r\n', bom: false });
  const marked = decode(Buffer.from('\ufeffabc'));
  assert.deepEqual(marked, { type: 'text', text: 'abc', bom: true });
});

test('the first byte that is no UTF-8 is named at its place', () => {
  const bytes = Buffer.concat([
    Buffer.from('Zoë said: "caf'),
    Buffer.from([0xe9, 0x22]),
    Buffer.from(' 🎉'),
  ]);
  const { text, encoding } = decode(bytes);
  assert.equal(text, 'Zoë said: "caf\ufffd" 🎉');
  assert.deepEqual(encoding, { span: { start: 14, end: 15 }, found: 'byte 0xE9' });
});

test('a genuine replacement character is no fault', () => {
  assert.equal(decode(Buffer.from('a\ufffdb')).encoding, undefined);
});

property(
  'the place of the first invalid byte is that of the first difference, however long the text',
  () => {
    const pieces = fc.array(fc.string({ unit: 'grapheme', maxLength: 3000 }), { maxLength: 4 });
    fc.assert(
      fc.property(pieces, fc.constantFrom(0xff, 0x80, 0xc0, 0xe9), (parts, byte) => {
        const before = Buffer.from(parts.join('x'))
          .toString()
          .replace(/^\ufeff+/, '');
        const { encoding } = decode(
          Buffer.concat([Buffer.from(before), Buffer.from([byte, 0x41])]),
        );
        assert.equal(encoding?.span.start, before.length);
      }),
      runs('run'),
    );
  },
);

test('UTF-16 with its mark is read and named', () => {
  const bytes = Buffer.from('\ufeffNéw', 'utf16le');
  const read = decode(bytes);
  assert.equal(read.text, 'Néw');
  assert.equal(read.encoding?.found, 'UTF-16');
});

test('reading a folder, a missing file or a link to itself answers with a reason', (context) => {
  const folder = folderWith(context, {});
  fs.symlinkSync('loop.md', path.join(folder, 'loop.md'));
  const code = (name: string): string => {
    const reading = readPath(path.join(folder, name));
    return reading.type === 'fault' ? reading.fault.code : reading.type;
  };
  assert.equal(code('.'), 'unreadable');
  assert.equal(code('missing.md'), 'gone');
  assert.equal(code('loop.md'), 'unreadable');
});

test('a file one may not read answers with a reason', {
  skip: process.getuid?.() === 0,
}, (context) => {
  const folder = folderWith(context, { 'a.md': 'x' });
  fs.chmodSync(path.join(folder, 'a.md'), 0o000);
  const reading = readPath(path.join(folder, 'a.md'));
  assert.equal(reading.type === 'fault' && reading.fault.code, 'unreadable');
});

test('a file of 200 MB is refused without being read', (context) => {
  const folder = folderWith(context, { 'registry.yaml': '' });
  fs.truncateSync(path.join(folder, 'registry.yaml'), 200 * 1024 * 1024);
  const reading = readPath(path.join(folder, 'registry.yaml'));
  assert.ok(reading.type === 'fault');
  assert.equal(reading.fault.code, 'too-large');
  assert.match(reading.fault.reason, /200 MB.*at most 64 MB/);
});

test('walking leaves out .git, node_modules and what .gitignore names, the nearest last', (context) => {
  const folder = folderWith(context, {
    '.git/config': '',
    '.git/info/exclude': 'private.md\n',
    'node_modules/x/readme.md': '',
    '.gitignore': 'out/\n*.draft.md\n',
    'a.md': '',
    'private.md': '',
    'b.draft.md': '',
    'out/c.md': '',
    'sub/.gitignore': '!*.draft.md\n/top.md\n',
    'sub/d.draft.md': '',
    'sub/top.md': '',
    'sub/deeper/top.md': '',
  });
  const found = walked(folder, folder).filter((id) => id.endsWith('.md'));
  assert.deepEqual(found, ['a.md', 'sub/d.draft.md', 'sub/deeper/top.md']);
  assert.deepEqual(
    walked(path.join(folder, 'sub'), folder).filter((id) => id.endsWith('.md')),
    ['d.draft.md', 'deeper/top.md'],
  );
});

test('links in a circle are not followed, links to another place of the repository once', (context) => {
  const folder = folderWith(context, { 'root/a.md': '', 'outside/b.md': '' });
  const root = path.join(folder, 'root');
  fs.symlinkSync('.', path.join(root, 'self'));
  fs.symlinkSync('..', path.join(root, 'up'));
  fs.symlinkSync('a.md', path.join(root, 'same.md'));
  fs.symlinkSync('nowhere', path.join(root, 'dangling.md'));
  fs.symlinkSync('../outside', path.join(root, 'other'));
  fs.symlinkSync('../outside', path.join(root, 'zother'));
  fs.symlinkSync('.', path.join(folder, 'outside', 'round'));
  assert.deepEqual([...walk(root, { repository: folder })].sort(), ['a.md', 'other/b.md']);
  assert.deepEqual(walked(root), ['a.md'], 'a link that leads out of the repository');
});

test('very deep folders are walked', (context) => {
  const deep = 'd/'.repeat(300);
  const folder = folderWith(context, { [`${deep}a.md`]: '' });
  assert.deepEqual(walked(folder), [`${deep}a.md`]);
});

test('the hosts answer alike', async (context) => {
  const files = { 'a.md': 'A', 'sub/b.yaml': 'B' };
  const hosts = [
    memoryHost(files),
    nodeHost(folderWith(context, files), { repository: undefined }),
  ];
  for (const host of hosts) {
    const ids: string[] = [];
    for await (const id of host.list()) ids.push(id);
    assert.deepEqual(ids.sort(), ['a.md', 'sub/b.yaml']);
    assert.deepEqual(await host.read('a.md'), { type: 'text', text: 'A', bom: false });
    assert.equal((await host.read('c.md')).type, 'fault');
    assert.deepEqual(
      await Promise.all(['a.md', 'sub', 'sub/b.yaml', 'c.md'].map((id) => host.exists(id))),
      [true, true, true, false],
    );
  }
});

test('writing replaces the whole file, keeps its mode and leaves nothing beside it', (context) => {
  const folder = folderWith(context, { 'a.md': 'before' });
  const file = path.join(folder, 'a.md');
  fs.chmodSync(file, 0o640);
  fs.symlinkSync('a.md', path.join(folder, 'link.md'));
  writeAtomically(path.join(folder, 'link.md'), 'after');
  assert.equal(fs.readFileSync(file, 'utf8'), 'after');
  assert.ok(fs.lstatSync(path.join(folder, 'link.md')).isSymbolicLink());
  if (process.platform !== 'win32') assert.equal(fs.statSync(file).mode & 0o777, 0o640);
  assert.deepEqual(fs.readdirSync(folder).sort(), ['a.md', 'link.md']);
});
