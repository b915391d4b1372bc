import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
// Not exported by the folder: only its owner may ask for half a reading.
import { readFrontMatterFast } from '../server/core/brief/fast-front-matter.js';
import { parseYaml } from '../server/core/parse/index.js';
import { property, runs } from './support/needs.js';

const USUAL = `title: A joint review, part 2
date: 2025-10-31 10:00:00 +05:30
source: "joint-statement"
lang: 'en'
url: https://example.org/a?b=c
motto: Größe – “zählt” nicht
`;

test('the usual front matter is read without the library, and as the library reads it', () => {
  for (const text of [USUAL, USUAL.replaceAll('\n', '\r\n'), USUAL.trimEnd(), 'a: ""\n']) {
    const read = readFrontMatterFast(text, 4);
    assert.notEqual(read, undefined);
    assert.deepEqual(read, parseYaml(text, 4));
  }
});

test('what is more than lines of plain words is left to the library', () => {
  const others = [
    '',
    'a:\n',
    'a: b # c\n',
    '# a\n',
    'a: b: c\n',
    'a: b:\n',
    'a: b \n',
    'a: b\n  c\n',
    'a: b\na: c\n',
    'a: [b]\n',
    'a: |\n  b\n',
    'a: "b\\n"\n',
    "a: 'b''c'\n",
    'a: &b c\n',
    'a:b\n',
    'a: b\n\nc: d\n',
    'a: b\n---\n',
    'a: b\rc: d\n',
  ];
  for (const text of others) assert.equal(readFrontMatterFast(text, 0), undefined, text);
});

property('any lines that it reads it reads as the library does', () => {
  const word = fc.constantFrom('b', 'The review', '2025-10-31', '"b c"', "'b'", '', 'https://x');
  const scrap = fc.oneof(
    fc.constantFrom('"', "'", ' ', ':', '#', '\r', '\n', '-', ',', '[', '{', '&', '*', '|', '\\'),
    fc.constantFrom('é', '\u1680', '\u2014', '\ufeff', '\u00a0', '\t', ': ', ' #', '?', '%', '@'),
    fc.string({ maxLength: 4 }),
  );
  const key = fc.constantFrom('a', 'b', 'date', 'x-y', 'y_', '__proto__');
  const line = fc
    .tuple(key, word, fc.array(scrap, { maxLength: 2 }), word)
    .map(([name, first, middle, last]) => `${name}: ${first}${middle.join('')}${last}`);
  const text = fc.array(line, { maxLength: 3 }).map((lines) => `${lines.join('\n')}\n`);
  let read = 0;
  fc.assert(
    fc.property(text, fc.nat(9), (written, at) => {
      const found = readFrontMatterFast(written, at);
      if (found === undefined) return;
      read += 1;
      assert.deepEqual(found, parseYaml(written, at));
    }),
    runs('text'),
  );
  assert.ok(read > 100, `only ${read} were read`);
});
