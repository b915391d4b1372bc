import { counted } from '../text/index.js';
import { type CalendarDate, calendarOf, type Day } from './day.js';
import { type EdtfPart, parseEdtf, parsePart } from './edtf.js';

/** As messages call them. */
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/**
 * An EDTF date in plain words: `31 October 2025`, `the first quarter of 2026`, `2025 to 2035`.
 *
 * @example
 * ```ts
 * import { describeDate } from 'rapporteur';
 *
 * describeDate('2026-03/2026-05'); // => 'March 2026 to May 2026'
 * ```
 */
export function describeDate(edtf: string): string {
  const date = parseEdtf(edtf);
  if (date === undefined) return edtf;
  if (!date.interval) return describePart(edtf);
  const [from = '', to = ''] = edtf.split('/');
  if (from === '..') return `until ${describePart(to)}`;
  if (to === '..') return `from ${describePart(from)}`;
  return `${describePart(from)} to ${describePart(to)}`;
}

/** A day in plain words: `31 October 2025`. */
export function describeDay(at: Day): string {
  return Number.isFinite(at) ? dayWords(calendarOf(at)) : 'an open date';
}

/** How far `to` is, seen from `from`: `in 40 days`, `3 weeks ago`, `today`. */
export function describeDistance(from: Day, to: Day): string {
  const days = to - from;
  if (days === 0) return 'today';
  if (Math.abs(days) === 1) return days > 0 ? 'tomorrow' : 'yesterday';
  return days > 0 ? `in ${describeLength(days)}` : `${describeLength(-days)} ago`;
}

/**
 * A number of days as people say it: exact up to two months (`40 days`, `3 weeks`), then in whole
 * months, from two years in whole years. For "overdue by …".
 */
export function describeLength(days: number): string {
  if (!Number.isFinite(days)) return 'an open time';
  if (days >= 14 && days < 61 && days % 7 === 0) return counted(days / 7, 'week');
  if (days < 61) return counted(days, 'day');
  if (days < 730) return counted(Math.floor((days + 1) / (365.25 / 12)), 'month');
  return counted(Math.floor((days + 1) / 365.25), 'year');
}

const DIVISIONS: ReadonlyMap<number, string> = new Map([
  [21, 'spring'],
  [22, 'summer'],
  [23, 'autumn'],
  [24, 'winter'],
  [33, 'the first quarter of'],
  [34, 'the second quarter of'],
  [35, 'the third quarter of'],
  [36, 'the fourth quarter of'],
]);

function describePart(text: string): string {
  const part = parsePart(text);
  if (part === undefined) return text;
  const words = unqualified(part);
  if (part.qualifier === undefined) return words;
  return part.qualifier === '~' ? `about ${words}` : `${words} (uncertain)`;
}

function unqualified({ year, month, day }: EdtfPart): string {
  const yearWords = String(year).padStart(4, '0');
  if (month === undefined) return yearWords;
  if (day !== undefined) return dayWords({ year, month, day });
  return `${DIVISIONS.get(month) ?? MONTHS[month - 1]} ${yearWords}`;
}

function dayWords({ year, month, day }: CalendarDate): string {
  return `${day} ${MONTHS[month - 1]} ${String(year).padStart(4, '0')}`;
}
