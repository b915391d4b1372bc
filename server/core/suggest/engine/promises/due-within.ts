import { calendarOf, type Day, formatDay, lastDayOfMonth } from '../../../dates/index.js';
import { oneLine } from '../reading/one-line.js';

const LENGTH =
  /\b(?:within|over|in) (?:(?:the )?(?:next|coming|following) )?(?<count>\d{1,3}|[a-z]+)[ -]?(?<working>working |business )?(?<unit>day|week|month|year)s?\b(?! (?:of|after|from|before|old|later|plan|term))/i;

/** Numbers that lengths of time are written with. */
const COUNTS: ReadonlyMap<string, number> = new Map([
  ...'one two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, at) => [word, at + 1] as const),
  ['a', 1],
  ['an', 1],
  ['the', 1],
  ['fifteen', 15],
  ['eighteen', 18],
  ['thirty', 30],
  ['sixty', 60],
  ['ninety', 90],
]);

/** The last day of the time that is given: `within six months`, `over the next year`. An EDTF day. */
export function dayWithin(words: string, today: Day | undefined): string | undefined {
  if (today === undefined || !Number.isFinite(today)) return undefined;
  const groups = LENGTH.exec(oneLine(words))?.groups;
  if (groups === undefined) return undefined;
  const { count: written = '', working, unit } = groups;
  const count = COUNTS.get(written.toLowerCase()) ?? Number.parseInt(written, 10);
  if (!Number.isFinite(count)) return undefined;
  // Of seven days five are worked.
  if (unit === 'day')
    return formatDay(today + (working === undefined ? count : Math.round(count * 1.4)));
  if (unit === 'week') return formatDay(today + 7 * count);
  const { year, month, day } = calendarOf(today);
  const index = year * 12 + month - 1 + count * (unit === 'year' ? 12 : 1);
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1];
  return `${y}-${String(m).padStart(2, '0')}-${String(Math.min(day, lastDayOfMonth(y, m))).padStart(2, '0')}`;
}
