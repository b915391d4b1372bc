import {
  calendarOf,
  type Day,
  describeDay,
  edtfOfWords,
  formatDay,
  MONTHS,
} from '../../dates/index.js';
import { dateOfPage, type Page, type Workspace } from '../../workspace/index.js';
import type { Completion } from './completion.js';
import { type OfferedDate, pad } from './dates.js';
import type { LabelContext } from './label-context.js';

/** Words for the label of a date that say it by themselves. */
export function wordsOfDates(
  { today }: Workspace,
  page: Page,
  { span, closed, fixed, rest }: LabelContext,
): readonly Completion[] {
  if (fixed !== '') return [];
  const { year, month } = calendarOf(today);
  const brief = dateOfPage(page);
  const isDay = brief !== undefined && brief.range.first === brief.range.last;
  const offered: readonly (readonly [string, string])[] = [
    [describeDay(today), 'today'],
    ...(isDay ? [[describeDay(brief.range.first), 'date of this brief'] as const] : []),
    [`${MONTHS[month - 1]} ${pad(year)}`, 'this month'],
    [`Q${Math.ceil(month / 3)} ${pad(year)}`, 'this quarter'],
    [pad(year), 'this year'],
  ];
  const seen = new Set<string>();
  return offered
    .filter(([words]) => !seen.has(words) && seen.add(words))
    .map(([words, beside]) => ({
      label: words,
      beside,
      detail: edtfOfWords(words) ?? words,
      filter: `${words} ${beside}`,
      icon: { type: 'date' },
      insert: closed ? words : `${words}]`,
      span,
      ...(closed && rest.length > 0 && { also: rest }),
    }));
}

/**
 * What words say that need the date of their brief: `this year`, `last month`, `tomorrow`,
 * `early 2026`, `spring 2026`. Nothing where they may mean several things.
 */
export function datesMeant(words: string, day: Day): readonly OfferedDate[] {
  const plain = words.trim().toLowerCase();
  const own = edtfOfWords(words);
  const found = own ?? relativeDay(plain, day) ?? relativeSpan(plain, day) ?? season(plain);
  return found === undefined ? [] : [{ edtf: found, words: `“${words.trim()}”` }];
}

const DAYS: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['tomorrow', 1],
  ['yesterday', -1],
]);

function relativeDay(words: string, day: Day): string | undefined {
  const days = DAYS.get(words);
  return days === undefined ? undefined : formatDay(day + days);
}

const STEPS: ReadonlyMap<string, number> = new Map([
  ['this', 0],
  ['the', 0],
  ['next', 1],
  ['last', -1],
]);

function relativeSpan(words: string, day: Day): string | undefined {
  const [, which = '', unit] = /\b(this|the|next|last) (year|month|quarter)$/.exec(words) ?? [];
  const step = STEPS.get(which);
  if (step === undefined) return undefined;
  const { year, month } = calendarOf(day);
  if (unit === 'year') return pad(year + step);
  const size = unit === 'month' ? 12 : 4;
  const count = year * size + Math.ceil((month * size) / 12) - 1 + step;
  const code = (count % size) + (unit === 'month' ? 1 : 33);
  return `${pad(Math.floor(count / size))}-${String(code).padStart(2, '0')}`;
}

const SEASONS = ['spring', 'summer', 'autumn', 'winter'];

function season(words: string): string | undefined {
  const [, name = '', year] =
    /^(?:in )?(spring|summer|autumn|fall|winter)(?: of)? (\d{4})$/.exec(words) ?? [];
  if (year === undefined) return undefined;
  return `${year}-${21 + SEASONS.indexOf(name === 'fall' ? 'autumn' : name)}`;
}
