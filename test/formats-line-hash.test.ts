import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { lineHashes } from '../server/cli/report/line-hash.js';
import { property, runs } from './support/needs.js';

function hashesOf(text: string): readonly (string | undefined)[] {
  const lines = text.split(/\r\n|\r|\n/).map((_, index) => index + 1);
  const hashes = lineHashes(text, new Set(lines));
  return lines.map((line) => hashes.get(line));
}

const GREETINGS = [
  'e9496ae3ebfced30:1',
  'fb7c023a8b9ccb3f:1',
  'ce8ba1a563dcdaca:1',
  'e20e36e16fcb0cc8:1',
  'b3edc88f2938467e:1',
  'c8e28b0b4002a3a0:1',
  'c129715d7a2bc9a3:1',
];

// The vectors that github/codeql-action publishes in src/fingerprints.test.ts.
const VECTORS: readonly (readonly [string, readonly string[]])[] = [
  ['', ['c129715d7a2bc9a3:1']],
  [
    ' a\nb\n  \t\tc\n d',
    ['271789c17abda88f:1', '54703d4cd895b18:1', '180aee12dab6264:1', 'a23a3dc5e078b07b:1'],
  ],
  [
    ' hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End',
    [
      '8b7cf3e952e7aeb2:1',
      'b1ae1287ec4718d9:1',
      'bff680108adb0fcc:1',
      'c6805c5e1288b612:1',
      'b86d3392aea1be30:1',
      'e6ceba753e1a442:1',
    ],
  ],
  [' hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n', GREETINGS],
  [' hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r', GREETINGS],
  [' hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n', GREETINGS],
  [' hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n', GREETINGS],
  [
    'Lorem ipsum dolor sit amet.\n'.repeat(10),
    [
      ...[1, 2, 3, 4, 5, 6].map((count) => `a7f2ff13bc495cf2:${count}`),
      'a7f2ff1481e87703:1',
      'a9cf91f7bbf1862b:1',
      '55ec222b86bcae53:1',
      'cc97dc7b1d7d8f7b:1',
      'c129715d7a2bc9a3:1',
    ],
  ],
];

for (const [text, expected] of VECTORS) {
  test(`codeql-action's vector ${JSON.stringify(text.slice(0, 40))}`, () => {
    assert.deepEqual(hashesOf(text), expected);
  });
}

/** The definition, word by word: a polynomial over 100 characters from the line's start. */
function defined(text: string): readonly string[] {
  const ends = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  const starts = [0];
  const kept: number[] = [];
  for (const unit of ends.split('')) {
    if (unit === ' ' || unit === '\t') continue;
    kept.push(unit.charCodeAt(0));
    if (unit === '\n') starts.push(kept.length);
  }
  kept.push(0xffff);
  const counts = new Map<string, number>();
  return starts.map((start) => {
    let hash = 0n;
    for (let at = start; at < start + 100; at += 1) {
      hash = BigInt.asUintN(64, hash * 37n + BigInt(kept[at] ?? 0));
    }
    const hex = hash.toString(16);
    counts.set(hex, (counts.get(hex) ?? 0) + 1);
    return `${hex}:${counts.get(hex)}`;
  });
}

property('every line of any text has the hash that is defined', () => {
  const piece = fc.oneof(
    fc.constantFrom(' ', '\t', '\r', '\n', '\r\n', 'a', '\uffff', '\ud800', '😀', 'z'.repeat(120)),
    fc.string({ unit: 'binary', maxLength: 40 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('');
      assert.deepEqual(hashesOf(text), defined(text));
    }),
    runs('run'),
  );
});

test('only the lines that are asked for are kept, counted among all', () => {
  const text = 'Lorem ipsum dolor sit amet.\n'.repeat(10);
  assert.deepEqual([...lineHashes(text, new Set([3]))], [[3, 'a7f2ff13bc495cf2:3']]);
  assert.deepEqual([...lineHashes(text, new Set([99]))], []);
});
