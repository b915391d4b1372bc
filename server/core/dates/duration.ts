import { calendarOf, type Day, monthsAfter } from './day.js';

/** A length of time on the calendar. */
export interface Duration {
  readonly months: number;
  readonly days: number;
}

/** Reads ISO 8601 in years, months, weeks and days: `P3M`, `P1Y6M`, `P90D`. `undefined` for anything else, and for no time at all. */
export function parseDuration(text: string): Duration | undefined {
  const match = /^P(?=\d)(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?$/.exec(text);
  if (match === null) return undefined;
  const [years = 0, months = 0, weeks = 0, days = 0] = match
    .slice(1)
    .map((digits) => Number(digits ?? 0));
  const duration = { months: years * 12 + months, days: weeks * 7 + days };
  return duration.months + duration.days === 0 ? undefined : duration;
}

/** `3 months`, `1 year, 10 days`. */
export function describeDuration({ months, days }: Duration): string {
  const parts: readonly (readonly [number, string])[] = [
    [Math.floor(months / 12), 'year'],
    [months % 12, 'month'],
    [days, 'day'],
  ];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`)
    .join(', ');
}

/** The months first, then the days; `undefined` after the last year that has four digits. */
export function durationAfter(from: Day, { months, days }: Duration): Day | undefined {
  if (!Number.isFinite(from)) return undefined;
  const then = monthsAfter(from, months) + days;
  return calendarOf(then).year > 9999 ? undefined : then;
}
