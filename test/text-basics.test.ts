import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {
  counted,
  firstAtLeast,
  groupBy,
  nearestWord,
  slipsBetween,
} from '../server/core/text/index.js';
import { property, runs } from './support/needs.js';

test('items are grouped by their key, in the order in which they come', () => {
  const words = ['an', 'of', '', 'the', 'it', 'and', 'to', 'in', 'at', 'be'];
  const groups = groupBy(words, (word) => (word === '' ? undefined : word.length));
  assert.deepEqual(
    [...groups],
    [
      [2, ['an', 'of', 'it', 'to', 'in', 'at', 'be']],
      [3, ['the', 'and']],
    ],
  );
});

property('the first item at least as large is found as by looking at all', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 20 })),
      fc.integer({ min: -1, max: 21 }),
      (all, wanted) => {
        const items = all.sort((a, b) => a - b).map((key) => ({ key }));
        const first = items.findIndex(({ key }) => key >= wanted);
        assert.equal(
          firstAtLeast(items, wanted, ({ key }) => key),
          first < 0 ? items.length : first,
        );
      },
    ),
    runs('workspace'),
  );
});

test('a letter missing, too many or wrong is one slip, and so are two neighbours swapped', () => {
  for (const wrong of ['plae', 'plaace', 'plate', 'palce', 'lpace', 'plaec']) {
    assert.equal(slipsBetween('place', wrong, 3), 1, wrong);
  }
  assert.equal(slipsBetween('place', 'place', 0), 0);
  assert.equal(slipsBetween('place', 'palec', 3), 2);
  assert.equal(slipsBetween('place', 'person', 2), 3);
  assert.equal(slipsBetween('', 'ab', 2), 2);
});

/** As the definition says it, with the whole table. */
function slipsByDefinition(one: string, other: string): number {
  const table = Array.from({ length: one.length + 1 }, (_, row) =>
    Array.from({ length: other.length + 1 }, (__, at) => (row === 0 ? at : at === 0 ? row : 0)),
  );
  const slips = (row: number, at: number): number => table[row]?.[at] ?? Number.POSITIVE_INFINITY;
  for (let row = 1; row <= one.length; row += 1) {
    for (let at = 1; at <= other.length; at += 1) {
      const wrong = one[row - 1] === other[at - 1] ? 0 : 1;
      const swapped = one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      (table[row] ?? [])[at] = Math.min(
        slips(row - 1, at) + 1,
        slips(row, at - 1) + 1,
        slips(row - 1, at - 1) + wrong,
        swapped ? slips(row - 2, at - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
  }
  return slips(one.length, other.length);
}

property('slips are counted as by definition, up to the number asked for', () => {
  const word = fc.stringMatching(/^[abc]{0,7}$/);
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 4 }), (one, other, most) => {
      const expected = Math.min(slipsByDefinition(one, other), most + 1);
      assert.equal(slipsBetween(one, other, most), expected);
      assert.equal(slipsBetween(other, one, most), expected);
    }),
    runs('workspace'),
  );
});

test('the nearest word is one that is nearer than any other', () => {
  const words = ['person', 'place', 'commitment', 'date'];
  assert.equal(nearestWord('commitemnt', words), 'commitment');
  assert.equal(nearestWord('palce', words), 'place');
  assert.equal(nearestWord('dat', [...words, 'dot']), undefined);
  assert.equal(nearestWord('dta', words), undefined, 'two slips in a short word');
  assert.equal(nearestWord('plac', ['place', 'place']), 'place');
  assert.equal(nearestWord('perosn', words, 0), undefined);
});

test('a number is said with its unit, thousands apart', () => {
  assert.equal(counted(1, 'error'), '1 error');
  assert.equal(counted(0, 'entry', 'entries'), '0 entries');
  assert.equal(counted(1234567, 'error'), '1,234,567 errors');
});
