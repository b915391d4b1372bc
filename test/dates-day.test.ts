import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  calendarOf,
  dayOf,
  describeDate,
  describeDay,
  describeDistance,
  describeLength,
  formatDay,
  parseDay,
} from '../server/core/dates/index.js';
import { property, runs } from './support/needs.js';

property('days are counted as the language counts them', () => {
  const milliseconds = fc.integer({ min: -62_167_219_200_000, max: 253_402_300_799_999 });
  fc.assert(
    fc.property(milliseconds, (time) => {
      const date = new Date(time);
      const iso = date.toISOString().slice(0, 10);
      const at = Math.floor(time / 86_400_000);
      assert.equal(dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()), at);
      assert.equal(formatDay(at), iso);
      assert.equal(parseDay(iso), at);
      assert.deepEqual(calendarOf(at), {
        year: date.getUTCFullYear(),
        month: date.getUTCMonth() + 1,
        day: date.getUTCDate(),
      });
    }),
    runs('text'),
  );
});

test('only a day that a calendar has is read', () => {
  assert.equal(parseDay('1970-01-01'), 0);
  for (const text of [
    '2025-02-29',
    '2025-00-01',
    '2025-13-01',
    '2025-1-1',
    '2025-10-31T00:00',
    '',
  ]) {
    assert.equal(parseDay(text), undefined, text);
  }
  assert.equal(formatDay(Number.POSITIVE_INFINITY), '..');
});

test('dates in plain words', () => {
  const described: Record<string, string> = {
    '2025-10-31': '31 October 2025',
    '2025-10': 'October 2025',
    '2025': '2025',
    '2026-33': 'the first quarter of 2026',
    '2026-22': 'summer 2026',
    '2025/2035': '2025 to 2035',
    '2025-04/2026-03': 'April 2025 to March 2026',
    '2025/..': 'from 2025',
    '../2025-10': 'until October 2025',
    '2025~': 'about 2025',
    '2025-10?': 'October 2025 (uncertain)',
    '2025-10-31T10:00:00Z': '31 October 2025',
    soon: 'soon',
  };
  for (const [edtf, words] of Object.entries(described)) assert.equal(describeDate(edtf), words);
  assert.equal(describeDay(0), '1 January 1970');
});

test('distances in plain words', () => {
  const distances: [number, string][] = [
    [0, 'today'],
    [1, 'tomorrow'],
    [-1, 'yesterday'],
    [2, 'in 2 days'],
    [7, 'in 7 days'],
    [40, 'in 40 days'],
    [-21, '3 weeks ago'],
    [61, 'in 2 months'],
    [-365, '12 months ago'],
    [91, 'in 3 months'],
    [730, 'in 2 years'],
    [3652, 'in 10 years'],
  ];
  for (const [days, words] of distances) assert.equal(describeDistance(100, 100 + days), words);
  assert.equal(describeLength(21), '3 weeks');
  assert.equal(describeLength(1), '1 day');
});
