import {
  calendarOf,
  type DateWords,
  type Day,
  edtfOfWords,
  formatDay,
  lastDayOfMonth,
  monthAt,
  onlyDateOf,
  parseEdtf,
  reversedTimeOf,
} from '../dates/index.js';
import { anyOf, type Language, wordOf } from '../language/index.js';
import { perObject, type Span } from '../text/index.js';

/** Words that say a date, and which. */
export interface FoundDate {
  readonly span: Span;
  readonly edtf: string;
}

/** Dates that words say by themselves, in order, apart. */
export function datesInWords(
  text: string,
  { start, end }: Span,
  { dates }: Language,
): readonly FoundDate[] {
  const { pattern, needsYear } = saidOf(dates);
  const said = text.slice(start, end);
  if (needsYear && !/\d{4}/.test(said)) return [];
  const found: FoundDate[] = [];
  for (const { index, 0: words } of said.matchAll(pattern)) {
    const edtf = edtfOf(words, dates);
    const span = { start: start + index, end: start + index + words.length };
    const isPart =
      /[\p{L}\p{N}]/u.test(text[span.start - 1] ?? '') ||
      /[\p{L}\p{N}]/u.test(text[span.end] ?? '');
    if (edtf !== undefined && !isPart) found.push({ span, edtf });
  }
  return found;
}

/** What a date in running text looks like: its shapes with any white space, and plain years, months and days. */
const saidOf = perObject((dates: DateWords) => {
  const months = dates.months.flat().flatMap((month) => [month, capital(month)]);
  const ordinals = (dates.quarters ?? []).flat().flatMap((word) => [word, capital(word)]);
  const parts: Readonly<Record<string, string>> = {
    day: dayPattern(dates),
    month: anyOf(months),
    quarter: '[1-4]',
    ordinal: anyOf(ordinals),
    year: '\\d{4}',
  };
  const shapes = dates.shapes.map((shape) =>
    shape
      .replaceAll('{day} {month}', '{day} {month}\\.?')
      .replaceAll("'", "['’]")
      .replaceAll(' ', '\\s+')
      .replace(/\{(\w+)\}/g, (_, part: string) => parts[part] ?? ''),
  );
  const years = ['(?:1[89]|20|21)\\d\\d\\s?[-–—]\\s?(?:1[89]|20|21)\\d\\d'];
  const all = [...shapes, ...years, '(?:1[89]|20|21)\\d\\d(?:-\\d\\d){0,2}'];
  return {
    pattern: new RegExp(all.join('|'), 'gu'),
    needsYear: dates.shapes.every((shape) => shape.includes('{year}')),
  };
});

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function dayPattern({ firstDay = [], daySuffixes = [] }: DateWords): string {
  return `(?:${[...firstDay, `\\d{1,2}(?:${daySuffixes.join('|')})?`].join('|')})`;
}

function edtfOf(words: string, dates: DateWords): string | undefined {
  const plain = words.replace(suffixOf(dates), '').replace(/(\p{L})\./u, '$1');
  return edtfOfWords(plain, dates) ?? (parseEdtf(plain) === undefined ? undefined : plain);
}

const suffixOf = perObject(
  ({ daySuffixes = [] }: DateWords) =>
    new RegExp(daySuffixes.length === 0 ? '(?!)' : `(?<=\\d)(?:${daySuffixes.join('|')})\\b`),
);

/**
 * The date that words most likely mean, EDTF, in a brief of some day: what they say by themselves, a date
 * among them ("by the end of 2026"), or one counted from that day ("this year", "31 October").
 * `undefined` when nothing can be said.
 */
export function likelyDate(words: string, from: Day, language: Language): string | undefined {
  const exact = edtfOf(words, language.dates);
  const meant = exact ?? onlyDateOf(words, language.dates);
  if (meant !== undefined) return meant;
  const reversed = reversedTimeOf(words, language.dates);
  if (reversed !== undefined) return reversed.offers.length === 1 ? reversed.offers[0] : undefined;
  const [only, another] = datesInWords(words, { start: 0, end: words.length }, language);
  if (only !== undefined && another === undefined)
    return endOf(words, only.edtf, language) ?? only.edtf;
  if (only !== undefined) return undefined;
  const lower = wordOf(words);
  for (const read of [relative, dayWithoutYear, ofYear]) {
    const edtf = read(lower, from, language);
    if (edtf !== undefined && parseEdtf(edtf) !== undefined) return edtf;
  }
  return undefined;
}

/** "the end of 2026" is its last month. */
function endOf(words: string, edtf: string, { relativeDates }: Language): string | undefined {
  return /^\d{4}$/.test(edtf) && relativeDates.endOf.test(words) ? `${edtf}-12` : undefined;
}

function relative(words: string, from: Day, { relativeDates }: Language): string | undefined {
  const { year, month } = calendarOf(from);
  const day = relativeDates.days.get(words);
  if (day !== undefined) return formatDay(from + day);
  const said = relativeDates.spans.find((span) => span.words.test(words));
  if (said === undefined) return undefined;
  const { unit, step } = said;
  if (unit === 'year')
    return relativeDates.endOf.test(words) ? `${year + step}-12` : `${year + step}`;
  if (unit === 'month') return monthAt(year, month + step);
  const quarter = Math.floor((month - 1) / 3) + step;
  return `${year + Math.floor(quarter / 4)}-${33 + (((quarter % 4) + 4) % 4)}`;
}

/** "31 October", "October 31", "in October": of the year of the brief. */
function dayWithoutYear(words: string, from: Day, language: Language): string | undefined {
  for (const shape of withoutYear(language)) {
    const found = shape.exec(words)?.groups;
    if (found === undefined) continue;
    const { year } = calendarOf(from);
    const said = found.month?.toLowerCase();
    const month = language.dates.months.findIndex(([full]) => full?.toLowerCase() === said) + 1;
    const edtf = monthAt(year, month);
    const day = found.day === undefined ? undefined : Number.parseInt(found.day, 10);
    if (day === undefined) return edtf;
    return day > lastDayOfMonth(year, month)
      ? undefined
      : `${edtf}-${String(day).padStart(2, '0')}`;
  }
  return undefined;
}

/** Months by their full names: "mar" and "dec" alone may be anything. */
const withoutYear = perObject(({ dates, relativeDates }: Language): readonly RegExp[] => {
  const months = dates.months.map(([full = '']) => full.toLowerCase());
  return relativeDates.withoutYear.map((shape) => {
    const whole = shape
      .replace('{day}', `(?<day>${dayPattern(dates)})`)
      .replace('{month}', `(?<month>${months.join('|')})`);
    return new RegExp(`^${whole}$`);
  });
});

/** "the year", "year's end". */
function ofYear(words: string, from: Day, { relativeDates }: Language): string | undefined {
  const { year } = calendarOf(from);
  if (relativeDates.endOfYear.test(words)) return `${year}-12`;
  return relativeDates.wholeYear.test(words) ? String(year) : undefined;
}
