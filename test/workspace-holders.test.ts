import assert from 'node:assert/strict';
import test from 'node:test';
import { type DayRange, dayOf, parseEdtf } from '../server/core/dates/index.js';
import { holdersOn, holdings, holdingsOf, mayHaveHeld } from '../server/core/workspace/index.js';
import { workspaceOf } from './support/workspace.js';

const workspace = workspaceOf({
  'registry.yaml': `office:
  secdef: { name: Secretary of Defense }
person:
  hegseth: { name: Hegseth, memberships: [{ office: secdef, start_date: 2025-01 }] }
  austin:
    name: Austin
    memberships:
      - { office: secdef, start_date: 2021-01-22, end_date: 2025-01-20 }
      - { org: board, start_date: 2016 }
      - { office: centcom, start_date: 2013-03-22, end_date: 2016-03 }
  doe: { name: Doe, memberships: [{ office: secdef }] }
`,
});

function range(edtf: string): DayRange {
  const date = parseEdtf(edtf);
  assert.ok(date);
  return date.range;
}

test('holdings come from memberships, the earliest first', () => {
  assert.deepEqual(
    holdings(workspace, 'secdef').map(({ person, dated }) => [person, dated]),
    [
      ['doe', false],
      ['austin', true],
      ['hegseth', true],
    ],
  );
  assert.deepEqual(
    holdingsOf(workspace, 'austin').map(({ office }) => office),
    ['centcom', 'secdef'],
  );
  const [, , hegseth] = holdings(workspace, 'secdef');
  assert.deepEqual(hegseth?.range, { first: dayOf(2025, 1, 1), last: Number.POSITIVE_INFINITY });
  assert.deepEqual(hegseth?.sure, { first: dayOf(2025, 1, 31), last: Number.POSITIVE_INFINITY });
  assert.deepEqual(holdings(workspace, 'constructor'), []);
});

test('a holder is named only where that is certain', () => {
  const on = (edtf: string): readonly string[] => holdersOn(workspace, 'secdef', range(edtf));
  assert.deepEqual(on('2025-10-31'), ['hegseth']);
  assert.deepEqual(on('2023'), ['austin']);
  assert.deepEqual(on('2025-01-20'), ['austin']);
  assert.deepEqual(on('2025-01-25'), []);
  assert.deepEqual(on('2025'), []);
  assert.deepEqual(on('2020'), []);
});

test('that an office was not held is said only where that is certain', () => {
  const held = (person: string, edtf: string): boolean | undefined =>
    mayHaveHeld(workspace, person, 'secdef', range(edtf));
  assert.equal(held('hegseth', '2025-01-05'), true);
  assert.equal(held('hegseth', '2024'), false);
  assert.equal(held('austin', '2025-10'), false);
  assert.equal(held('austin', '2025'), true);
  assert.equal(held('doe', '2025'), undefined);
  assert.equal(held('nobody', '2025'), undefined);
});

test('a membership whose dates tell nothing may have been any time', () => {
  const odd = workspaceOf({
    'registry.yaml': `office:
  chair: { name: Chair }
person:
  ann: { name: Ann, memberships: [{ office: chair, start_date: 2026, end_date: 2025 }, { office: chair, end_date: 2010 }] }
  bob: { name: Bob, memberships: [{ office: chair, start_date: 1 May 2026, end_date: 30 April 2025 }] }
  cat: { name: Cat, memberships: [{ office: chair, start_date: 2026-13 }, { office: chair, end_date: 2011 }] }
  dan: { name: Dan, memberships: [{ office: chair, start_date: 2026, end_date: ~ }] }
`,
  });
  for (const [person, held] of Object.entries({
    ann: undefined,
    bob: undefined,
    cat: undefined,
    dan: false,
  }))
    assert.equal(mayHaveHeld(odd, person, 'chair', range('2025-10')), held, person);
  assert.deepEqual(holdersOn(odd, 'chair', range('2026-06')), []);
  assert.deepEqual(holdersOn(odd, 'chair', range('2027')), ['dan']);
});
