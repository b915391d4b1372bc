import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
// Not exported by the folder: only its owner may ask for half a reading.
import { readEntryFast } from '../server/core/parse/yaml/fast-yaml-lines.js';
import { parseRegistry } from '../server/core/parse/yaml/parse-registry.js';
import { parseYamlLinesFully } from '../server/core/parse/yaml/parse-yaml-lines.js';
import { property, runs } from './support/needs.js';

const USUAL = [
  '  india: { name: India, other_names: [Republic of India, "Bharat, the"] }\n',
  "  india: {name: 'India'}\n\n",
  '  modi:\n    name: Narendra Modi\n    other_names: [Modi, the Prime Minister]\n    url: https://a.org/b?c=d\n',
  '  pact:\n    name: "The Pact: a note"\n    parties:\n      - india\n      - "china"\n    period: 2020/2025\n',
  '  pact:\n    parties:\n    - india\n    - china\n    name: Größe – “zählt” nicht',
  '  quad: The Quad\n',
  "  who:\n    other_names: []\n    name: ''\n",
];

/** What the library says, but for what the fast reading never has: faults and comments. */
function agree(text: string): boolean {
  const read = readEntryFast(text);
  if (read === undefined) return false;
  assert.deepEqual({ ...read, faults: [], comments: [] }, parseYamlLinesFully(text, 1), text);
  return true;
}

test('the usual entries are read without the library, and as the library reads them', () => {
  for (const usual of USUAL)
    for (const text of [usual, usual.replaceAll('\n', '\r\n'), usual.trimEnd()])
      assert.ok(agree(text), text);
});

test('most entries of the samples are read without the library', () => {
  for (const sample of ['climat-francophone', 'us-india-defense', 'world', 'gold/02-treaty']) {
    const text = fs.readFileSync(`samples/${sample}/registry.yaml`, 'utf8');
    const entries = parseRegistry(text).blocks.filter(({ block }) => block.indent !== undefined);
    const read = entries.filter(({ block }) => agree(block.text));
    assert.ok(
      read.length >= entries.length * 0.75,
      `${sample}: ${read.length} of ${entries.length}`,
    );
  }
});

test('what is more than lines of plain words is left to the library', () => {
  const others = [
    '',
    '  a:\n',
    '  a: null\n',
    '  a: b # c\n',
    '  # a\n  a: b\n',
    '  a: b: c\n',
    '  a: b\n    c\n',
    '  a: [b, c\n',
    '  a: [b,, c]\n',
    '  a: [b: c]\n',
    '  a: {b: c, b: d}\n',
    '  a: {b: c} d\n',
    '  a:\n    b: c\n    b: d\n',
    '  a:\n    b: c\n      d: e\n',
    '  a:\n    b:\n    c: d\n',
    '  a:\n    b:\n      c: d\n',
    '  a:\n    b: |\n      c\n',
    '  a:\n    - b\n',
    '  a: "b\\n"\n',
    "  a: 'b''c'\n",
    '  a: &b c\n',
    '  a: *b\n',
    '  a: b\tc\n',
    '  a: b\n  c: d\n',
  ];
  for (const text of others) assert.equal(readEntryFast(text), undefined, text);
});

property('any lines that it reads it reads as the library does', () => {
  const word = fc.constantFrom('b', 'The review', '2025-10-31', '"b, c"', "'b: d'", 'https://x/y');
  const scrap = fc.oneof(
    fc.constantFrom('"', "'", ' ', ':', '#', '\r', '\n', '-', ',', '[', '{', '&', '*', '|', '\\'),
    fc.constantFrom('é', '\u1680', '\u2014', '\ufeff', '\u00a0', '\t', ': ', ' #', '?', '%', '@'),
    fc.constantFrom(']', '}', ', ', ',\n', '~', 'null', '\n\n', '<<', '"a" ', '://', '!'),
    fc.string({ maxLength: 3 }),
  );
  const scalar = fc
    .tuple(word, fc.oneof(fc.constant(['']), fc.array(scrap, { maxLength: 2 })), word)
    .map(([first, middle, last]) => (middle.length === 0 ? first : first + middle.join('') + last));
  const some = fc.oneof(word, word, scalar);
  const list = fc
    .tuple(fc.array(some, { maxLength: 3 }), fc.constantFrom(', ', ',', ' , '))
    .map(([items, comma]) => `[${items.join(comma)}]`);
  const value = fc.oneof(some, list, some);
  const name = fc.constantFrom('a', 'b', 'other_names', 'x-y', 'x.1', 'é', '__proto__', 'null');
  const inBraces = fc
    .array(fc.tuple(name, value), { maxLength: 3 })
    .map((pairs) => `{ ${pairs.map(([key, held]) => `${key}: ${held}`).join(', ')} }`);
  const line = fc
    .tuple(fc.constantFrom('    ', '    ', '    ', '      ', '  '), name, fc.oneof(value, inBraces))
    .map(([indent, key, held]) => `${indent}${key}: ${held}`);
  const items = fc
    .tuple(fc.constantFrom('    ', '      '), name, fc.array(some, { minLength: 1, maxLength: 3 }))
    .map(
      ([indent, key, all]) => `    ${key}:\n${all.map((one) => `${indent}- ${one}`).join('\n')}`,
    );
  const below = fc
    .array(fc.oneof(line, line, items), { maxLength: 3 })
    .map((all) => all.join('\n'));
  const entry = fc.oneof(
    fc.tuple(name, below).map(([id, lines]) => `  ${id}:\n${lines}`),
    fc.tuple(name, fc.oneof(inBraces, value)).map(([id, held]) => `  ${id}: ${held}`),
  );
  const text = fc
    .tuple(entry, fc.constantFrom('\n', '\r\n'), fc.constantFrom('', '\n', '\n\n'))
    .map(([lines, eol, last]) => (lines + last).replaceAll('\n', eol));
  let read = 0;
  let tried = 0;
  fc.assert(
    fc.property(text, (written) => {
      tried += 1;
      if (agree(written)) read += 1;
    }),
    runs('text'),
  );
  assert.ok(read > tried / 10, `only ${read} of ${tried} were read`);
});
