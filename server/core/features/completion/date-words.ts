import { calendarOf, type Day, edtfOfWords, wordsOfDate } from '../../dates/index.js';
import type { Language } from '../../language/index.js';
import { likelyDate } from '../../suggest/index.js';
import { dateOfPage, languageOfPage, type Page, type Workspace } from '../../workspace/index.js';
import type { Completion } from './completion.js';
import type { OfferedDate } from './dates.js';
import type { LabelContext } from './label-context.js';

/** Words for the label of a date that say it by themselves. */
export function wordsOfDates(
  workspace: Workspace,
  page: Page,
  { span, closed, fixed, rest }: LabelContext,
): readonly Completion[] {
  if (fixed !== '') return [];
  const { today } = workspace;
  const { dates } = languageOfPage(workspace, page);
  const { year, month } = calendarOf(today);
  const brief = dateOfPage(page);
  const isDay = brief !== undefined && brief.range.first === brief.range.last;
  const quarter = Math.ceil(month / 3);
  const offered: readonly (readonly [string, string])[] = [
    [wordsOfDate(calendarOf(today), dates), 'today'],
    ...(isDay
      ? [[wordsOfDate(calendarOf(brief.range.first), dates), 'date of this brief'] as const]
      : []),
    [wordsOfDate({ year, month }, dates), 'this month'],
    [wordsOfDate({ year, quarter }, dates), 'this quarter'],
    [wordsOfDate({ year }, dates), 'this year'],
  ];
  const seen = new Set<string>();
  return offered
    .filter(([words]) => !seen.has(words) && seen.add(words))
    .map(([words, beside]) => ({
      label: words,
      beside,
      detail: edtfOfWords(words, dates) ?? words,
      filter: `${words} ${beside}`,
      icon: { type: 'date' },
      insert: closed ? words : `${words}]`,
      span,
      ...(closed && rest.length > 0 && { also: rest }),
    }));
}

/**
 * What words say that need the date of their brief: `this year`, `next month`, `tomorrow`, `early 2026`,
 * `spring 2026`. Nothing where they may mean several things.
 */
export function datesMeant(words: string, day: Day, language: Language): readonly OfferedDate[] {
  const found = likelyDate(words.trim(), day, language);
  return found === undefined ? [] : [{ edtf: found, words: `“${words.trim()}”` }];
}
