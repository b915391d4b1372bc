import { formatDay, parseEdtf } from '../dates/index.js';

/** The days of a date, both in it: `YYYY-MM-DD`, so that they compare as strings; `null`: an open end. */
export interface DaySpan {
  readonly first: string | null;
  readonly last: string | null;
}

/**
 * From which day to which day an EDTF date reaches: what a deadline such as `2026` or `2026-Q1` means for
 * sorting and comparing. A deadline is over after its last day.
 * @returns `undefined` for what is no date of the tag language (see docs/language.md)
 *
 * @example
 * ```ts
 * import { daysOf } from 'rapporteur';
 *
 * daysOf('2026-02'); // => { first: '2026-02-01', last: '2026-02-28' }
 * daysOf('2025/..'); // => { first: '2025-01-01', last: null }
 * daysOf('next year'); // => undefined
 * ```
 */
export function daysOf(edtf: string): DaySpan | undefined {
  const range = parseEdtf(edtf)?.range;
  if (range === undefined) return undefined;
  const written = (day: number): string | null => (Number.isFinite(day) ? formatDay(day) : null);
  return { first: written(range.first), last: written(range.last) };
}
