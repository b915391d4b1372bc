import { calendarOf, formatDay } from './day.js';
import { parseEdtf } from './edtf.js';

/** What comes before a date, as precisely: of a year the year before, of a month the month, else the day. */
export function dateBefore(edtf: string): string | undefined {
  const date = parseEdtf(edtf);
  if (date === undefined || !Number.isFinite(date.range.first)) return undefined;
  const { year, month } = calendarOf(date.range.first);
  if (year < 1) return undefined;
  if (date.precision === 'year') return String(year - 1).padStart(4, '0');
  if (date.precision === 'month') return monthAt(year, month - 1);
  return formatDay(date.range.first - 1);
}

/** A month in EDTF, counted from that of a year: 0 is the December before, 13 the January after it. */
export function monthAt(year: number, month: number): string {
  const index = month - 1;
  const number = String((((index % 12) + 12) % 12) + 1).padStart(2, '0');
  return `${String(year + Math.floor(index / 12)).padStart(4, '0')}-${number}`;
}
