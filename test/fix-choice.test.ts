// Which fixes may be applied together.
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { applyEdits, compatibleFixes, type PageEdit } from '../server/core/index.js';
import { property, runs } from './support/needs.js';

function edit(start: number, end: number, text: string, page = 'a.md'): PageEdit {
  return { page, span: { start, end }, text };
}

const shown = (fixes: readonly { readonly edits: readonly PageEdit[] }[]): string[] =>
  fixes.map(({ edits }) =>
    edits.map(({ page, span, text }) => `${page} ${span.start}-${span.end} ${text}`).join(', '),
  );

test('of two that overlap, the first in order of place is taken', () => {
  const fixes = [{ edits: [edit(3, 6, 'later')] }, { edits: [edit(1, 4, 'first')] }];
  assert.deepEqual(shown(compatibleFixes(fixes)), ['a.md 1-4 first']);
});

test('of two insertions at one place, one is taken', () => {
  const fixes = [{ edits: [edit(2, 2, 'one')] }, { edits: [edit(2, 2, 'other')] }];
  assert.deepEqual(shown(compatibleFixes(fixes)), ['a.md 2-2 one']);
});

test('an insertion between the edits of another fix waits', () => {
  const fixes = [{ edits: [edit(0, 1, 'a'), edit(8, 9, 'b')] }, { edits: [edit(4, 4, 'x')] }];
  assert.deepEqual(shown(compatibleFixes(fixes)), ['a.md 0-1 a, a.md 8-9 b']);
});

test('a fix in two pages is taken in both or in none', () => {
  const both = { edits: [edit(0, 1, 'A'), edit(5, 6, 'B', 'b.md')] };
  const before = { edits: [edit(4, 5, 'x', 'b.md')] };
  assert.deepEqual(shown(compatibleFixes([before, both])), ['a.md 0-1 A, b.md 5-6 B']);
  const earlier = { edits: [edit(0, 2, 'x', 'a.md')] };
  const far = { edits: [edit(9, 9, 'y', 'b.md')] };
  const late = { edits: [edit(1, 2, 'A'), edit(5, 6, 'B', 'b.md')] };
  assert.deepEqual(shown(compatibleFixes([far, late, earlier])), ['a.md 0-2 x', 'b.md 9-9 y']);
});

test('a fix whose own edits overlap is not taken: nobody can say what is meant', () => {
  assert.deepEqual(compatibleFixes([{ edits: [edit(0, 3, 'a'), edit(2, 4, 'b')] }]), []);
});

property(
  'whatever is offered: what is taken can be applied whole, and the rest is in its way',
  () => {
    const span = fc.tuple(fc.nat(30), fc.nat(4)).map(([start, length]) => [start, start + length]);
    const page = fc.constantFrom('a.md', 'b.md');
    const drawn = fc
      .tuple(span, page)
      .map(([[start = 0, end = 0], at]) => edit(start, end, '_', at));
    const fix = fc.record({ edits: fc.array(drawn, { minLength: 1, maxLength: 3 }) });
    fc.assert(
      fc.property(fc.array(fix, { maxLength: 12 }), (fixes) => {
        const taken = compatibleFixes(fixes);
        for (const name of ['a.md', 'b.md']) {
          const edits = taken.flatMap(({ edits }) => edits.filter((one) => one.page === name));
          // Throws where two overlap.
          applyEdits('x'.repeat(40), edits);
        }
        for (const left of fixes.filter((one) => !taken.includes(one))) {
          assert.notEqual(compatibleFixes([...taken, left]).length, taken.length + 1);
        }
      }),
      runs('page'),
    );
  },
);
