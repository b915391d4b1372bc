import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fitted } from '../server/cli/lists/column-widths.js';
import { property, runs } from './support/needs.js';

function widths(
  room: number,
  ...columns: readonly (readonly [string, number])[]
): readonly number[] {
  return fitted(
    columns.map(([, stretch]) => ({ title: '', stretch, text: () => '' })),
    [columns.map(([text]) => text)],
    room,
  );
}

const LONG = 'x'.repeat(40);

test('columns are as wide as they need when there is room', () => {
  assert.deepEqual(widths(100, ['ab', 0], [LONG, 2], ['cde', 1]), [2, 40, 3]);
});

test('columns that may be narrowed share the rest by their stretch', () => {
  assert.deepEqual(widths(40, ['0123456789', 0], [LONG, 2], [LONG, 1]), [10, 20, 10]);
  assert.deepEqual(widths(40, ['0123456789', 0], [LONG, 2], ['ab', 1]), [10, 28, 2]);
});

test('a small share is made bearable at the cost of the others', () => {
  assert.deepEqual(widths(40, [LONG, 9], [LONG, 1]), [31, 9]);
});

property('wherever it can be, the table fits', () => {
  const column = fc.tuple(
    fc.nat(60).map((length) => 'x'.repeat(length)),
    fc.integer({ min: 1, max: 6 }),
  );
  fc.assert(
    fc.property(fc.array(column, { minLength: 1, maxLength: 8 }), (columns) => {
      const total = widths(80, ...columns).reduce((sum, width) => sum + width, 0);
      assert.ok(total <= 80, `${total}`);
    }),
    runs('workspace'),
  );
});
