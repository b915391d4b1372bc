// Small files that stand for large ones, and documents that say more of themselves than is true: refused with words, and
// never unpacked beyond what is read of any document. What is counted are bytes, not seconds.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { zipSync } from 'fflate';
import { importDocx, refusalWords } from '../server/import/index.js';
import { openZip, TooLarge } from '../server/import/zip.js';
import { docx, PNG, p, picture } from './support/docx.js';

const MB = 1024 * 1024;

test('a zip bomb is refused by what it says of its size, before anything is unpacked', () => {
  const bomb = docx({ body: '', files: { 'word/document.xml': new Uint8Array(300 * MB) } });
  assert.ok(bomb.length < MB, `${bomb.length} bytes`);
  const refused = importDocx(bomb, undefined);
  assert.deepEqual(refused, { refused: 'too-large' });
  assert.match(refusalWords({ refused: 'too-large' }), /is too large: at most 64 MB are read/);
});

test('a zip bomb that says it is small is unpacked no further than what may be read', () => {
  const bomb = zipSync({ a: new Uint8Array(300 * MB) });
  const view = new DataView(bomb.buffer);
  for (let at = 0; at < bomb.length - 4; at += 1)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
  const zip = openZip(bomb, MB);
  assert.ok(typeof zip !== 'string');
  assert.throws(() => zip.read('a'), TooLarge);
});

test('many parts that are small alone are too large together', () => {
  const names = Array.from({ length: 10 }, (_, index) => String(index));
  const files = Object.fromEntries(names.map((name) => [name, new Uint8Array(MB)]));
  const zip = openZip(zipSync(files), 5 * MB);
  assert.ok(typeof zip !== 'string');
  for (const name of names.slice(0, 5)) assert.equal(zip.read(name)?.length, MB);
  assert.throws(() => zip.read('5'), TooLarge);
});

test('a text of 25 MB is too large, and pictures of 25 MB are not', () => {
  const words = 'ports and roads '.repeat(1.6 * MB);
  assert.deepEqual(importDocx(docx({ body: p(words) }), undefined), { refused: 'too-large' });
  const image = new Uint8Array(25 * MB);
  image.set(PNG);
  const document = docx({
    body: p(`<w:r>${picture('i', 'a')}</w:r>`),
    relations: { i: ['image', 'media/a.png'] },
    files: { 'word/media/a.png': image },
  });
  const imported = importDocx(document, { stem: 'a', taken: [] });
  assert.ok(!('refused' in imported));
  assert.equal(imported.pictures[0]?.bytes.length, 25 * MB);
});
