import { calendarOf, type Day, dayOf, formatDay, lastDayOfMonth } from '../../../dates/index.js';

export interface Around {
  readonly today: Day | undefined;
  readonly before: string;
  readonly after: string;
}

/** In a stretch of text before a date: what is told lies ahead. */
export const FUTURE: RegExp =
  /\b(?:will|shall|would|scheduled|plans?|planned|set to|due|upcoming|next|by|until|before|expected|intends?)\b[^.]*$/i;

export function sentenceOf(before: string): string {
  return before.slice(before.search(/[^.!?]*$/));
}

export function fromDay(
  { today }: Around,
  of: (now: ReturnType<typeof calendarOf>) => string,
): string | undefined {
  return today === undefined || !Number.isFinite(today) ? undefined : of(calendarOf(today));
}

/** The year of a day of the calendar as people say it: this year's, or the nearest where it lies ahead. */
export function nearestYear(
  month: number,
  day: number,
  { today, before }: Around,
): number | undefined {
  if (today === undefined || month < 1) return undefined;
  const { year } = calendarOf(today);
  const own = dayOf(year, month, Math.min(day || 1, lastDayOfMonth(year, month)));
  const isAhead = FUTURE.test(sentenceOf(before));
  if (isAhead && own < today - 31) return year + 1;
  if (!isAhead && own > today + 150) return year - 1;
  return year;
}

export function unitAt(
  unit: string,
  step: number,
  { year, month }: ReturnType<typeof calendarOf>,
  today: Day,
): string {
  if (unit === 'year') return String(year + step);
  if (unit === 'week') {
    const monday = today - ((((today + 3) % 7) + 7) % 7) + step * 7;
    return `${formatDay(monday)}/${formatDay(monday + 6)}`;
  }
  if (unit === 'month') {
    const index = month - 1 + step;
    return `${year + Math.floor(index / 12)}-${pad((((index % 12) + 12) % 12) + 1)}`;
  }
  const quarter = Math.floor((month - 1) / 3) + step;
  return `${year + Math.floor(quarter / 4)}-${33 + (((quarter % 4) + 4) % 4)}`;
}

export function pad(number: number, digits = 2): string {
  return String(number).padStart(digits, '0');
}
