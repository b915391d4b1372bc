import {
  calendarOf,
  type Day,
  dayOf,
  describeDate,
  describeDay,
  formatDay,
  lastDayOfMonth,
  looseDateOf,
  monthAt,
  monthsAfter,
  parseEdtf,
} from '../dates/index.js';
import { type Language, wordOf } from '../language/index.js';
import { likelyDate } from './dates-in-words.js';

/** What words say about a deadline in a brief of some day. */
export type DeadlineWords =
  | {
      readonly type: 'date';
      /** EDTF. */
      readonly edtf: string;
      /** `31 December 2025`, with the day from which it is counted where it is. */
      readonly reason: string;
    }
  /** Worth keeping as they are: they name no day. */
  | { readonly type: 'vague'; readonly reason: string }
  | { readonly type: 'refused'; readonly reason: string };

/**
 * Reads the words of a deadline against the day of a brief: `by the end of the year`, `next month`, `within six
 * months`, `Q3`, `31.10.2025`. What is not certain is refused with its readings.
 */
export function readDeadline(text: string, from: Day, language: Language): DeadlineWords {
  const words = text.trim().replace(/(?<!\.)[.,;]$/, '');
  const refused = (reason: string): DeadlineWords => ({ type: 'refused', reason });
  if (words === '') return refused('Write a day, or the words of the deadline.');
  const edtf = parseEdtf(words) === undefined ? meantBy(words, from, language) : words;
  if (edtf !== undefined && typeof edtf !== 'string')
    return refused(
      `This may be ${edtf.map(describeDate).join(' or ')}. Write one of ${edtf.join(', ')}.`,
    );
  if (edtf === undefined) {
    if (language.deadlines.vague.test(words))
      return { type: 'vague', reason: 'These words name no day; they are kept as due-text.' };
    if (/^\d{4}-\d\d(?:-\d\d)?$/.test(words))
      return refused(`The calendar has no ${words}. Write a date such as 2025-10-31.`);
    const { reason } = looseDateOf(words, language.dates) ?? {};
    const why = reason === undefined ? '' : ` ${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`;
    return refused(
      `No day is known for these words.${why} Write a date such as 2025-10-31, or words such as "within six months".`,
    );
  }
  const last = parseEdtf(edtf)?.range.last;
  if (last === undefined || !Number.isFinite(last))
    return refused('A deadline needs an end. Write the day on which it ends.');
  // Counted from the brief if a brief of another day would mean another date.
  const elsewhere = meantBy(words, from + 800, language);
  const isCounted = parseEdtf(words) === undefined && elsewhere !== edtf;
  const counted = isCounted ? `, counted from the date of the brief (${describeDay(from)})` : '';
  return { type: 'date', edtf, reason: `${describeDate(edtf)}${counted}` };
}

/** Several where nobody can tell. */
function meantBy(
  words: string,
  from: Day,
  language: Language,
): string | readonly string[] | undefined {
  const loose = looseDateOf(words, language.dates)?.offers ?? [];
  if (loose.length > 1) return loose;
  const lower = wordOf(words).replace(/\s+/g, ' ');
  for (const read of [afterLength, quarterOfYear, endOfMonth]) {
    const edtf = read(lower, from, language);
    if (edtf !== undefined) return edtf;
  }
  const likely = likelyDate(words, from, language);
  return likely === undefined ? undefined : upcoming(likely, lower, from, language);
}

/** `within six months`: the day on which they are over. */
function afterLength(words: string, from: Day, { deadlines }: Language): string | undefined {
  const { count = '', unit = '' } = deadlines.within?.pattern.exec(words)?.groups ?? {};
  const number = /^\d{1,3}$/.test(count) ? Number(count) : deadlines.within?.numbers.get(count);
  const length = deadlines.within?.units.get(unit);
  if (number === undefined || length === undefined) return undefined;
  if ('days' in length) return formatDay(from + length.days * number);
  return formatDay(monthsAfter(from, length.months * number));
}

/** `Q3`: of this year, or of the next if it is over. */
function quarterOfYear(
  words: string,
  from: Day,
  { deadlines, dates }: Language,
): string | undefined {
  const { count, word } = deadlines.quarter?.exec(words)?.groups ?? {};
  const named = dates.quarters?.findIndex((all) => all.some((each) => wordOf(each) === word)) ?? -1;
  const quarter = count === undefined ? named + 1 : Number(count);
  if (quarter < 1 || quarter > 4) return undefined;
  const { year } = calendarOf(from);
  const isOver = dayOf(year, quarter * 3, lastDayOfMonth(year, quarter * 3)) < from;
  return `${isOver ? year + 1 : year}-${32 + quarter}`;
}

/** `the end of March`: the next one. */
function endOfMonth(words: string, from: Day, language: Language): string | undefined {
  const { endOf } = language.relativeDates;
  if (!endOf.test(words)) return undefined;
  const name = words.slice(words.search(endOf)).replace(endOf, '').trim();
  const month =
    language.dates.months.findIndex((all) => all.some((each) => wordOf(each) === name)) + 1;
  if (month < 1) return undefined;
  const { year, month: now } = calendarOf(from);
  return monthAt(year, month < now ? month + 12 : month);
}

/** A day or month without its year is the next one: nobody promises for a time that is over. */
function upcoming(edtf: string, words: string, from: Day, language: Language): string {
  const last = parseEdtf(edtf)?.range.last;
  if (last === undefined || last >= from || /\d{4}/.test(words)) return edtf;
  if (likelyDate(words, from + 366, language) === edtf) return edtf;
  const next = `${String(Number(edtf.slice(0, 4)) + 1).padStart(4, '0')}${edtf.slice(4)}`;
  const isNamed = language.dates.months.some((all) => words.includes(wordOf(all[0] ?? '\0')));
  return isNamed && parseEdtf(next) !== undefined ? next : edtf;
}

/** The first words in a text that are a deadline by their lead: `by the end of the year`, `within six months`. */
export function deadlineIn(
  text: string,
  from: Day,
  language: Language,
): { readonly words: string; readonly edtf: string; readonly reason: string } | undefined {
  const { due, before } = language.deadlines;
  const leads = new Set(due.filter((lead) => !before.includes(lead)));
  const tokens = [...text.slice(0, MAX_TEXT).matchAll(/[^\s,;:()[\]{}]+/g)];
  for (const [at, { 0: first, index }] of tokens.entries()) {
    if (!leads.has(wordOf(first))) continue;
    for (let length = MAX_WORDS; length > 1; length -= 1) {
      const last = tokens[at + length - 1];
      if (last === undefined) continue;
      const words = text.slice(index, last.index + last[0].length).replace(/[.!?]+$/, '');
      const read = readDeadline(words, from, language);
      if (read.type === 'date') return { words, edtf: read.edtf, reason: read.reason };
    }
  }
  return undefined;
}

const MAX_TEXT = 2000;
const MAX_WORDS = 7;
