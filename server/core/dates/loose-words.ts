// Over 300 lines: what a date may have been meant for, form by form; each form is tried where those before it say nothing.
import { foldCase, perObject } from '../text/index.js';
import { dateBefore } from './date-before.js';
import type { DateWords, LooseDateWords } from './date-words.js';
import { lastDayOfMonth } from './day.js';
import { readingsOfDigits, readingsOfShortYear } from './digits.js';
import { type EdtfPart, parseEdtf, parsePart } from './edtf.js';
import { edtfOfLooseShape, edtfOfWords } from './words.js';

/** What may be meant by words that are not read by themselves. */
export interface LooseDate {
  /** In EDTF; several where nobody can tell, none where only {@link reason} is known. */
  readonly offers: readonly string[];
  /** Why they are no one date, as a clause. */
  readonly reason?: string;
  /** The words say this and nothing else. */
  readonly isExact?: true;
}

/** Longer words are no date, and hostile ones take no time. */
const MAX_LENGTH = 80;

/** `undefined` for words in which no date is known. */
export function looseDateOf(text: string, language: DateWords): LooseDate | undefined {
  const { loose } = language;
  if (loose === undefined || text.length > MAX_LENGTH) return undefined;
  const plain = plainWords(text, language);
  const { words, isDeadline } = withoutLeads(plain, loose);
  const one = dateOf(words, language) ?? timeOf(words, language);
  if (one !== undefined) return { offers: [one], ...(!isDeadline && { isExact: true }) };
  for (const read of [digits, edgeOf, before, since, vaguePart, fiscalYear, withoutYear]) {
    const found = read(words, language, loose);
    const offers = found?.offers.filter((offer) => parseEdtf(offer) !== undefined) ?? [];
    if (found !== undefined && (offers.length > 0 || found.reason !== undefined))
      return { ...found, offers };
  }
  return undefined;
}

/** The date that some words mean, in EDTF, where it is only one: `summer 2026`, `31st October 2025`. */
export function onlyDateOf(text: string, language: DateWords): string | undefined {
  const [only, another] = looseDateOf(text, language)?.offers ?? [];
  return another === undefined ? only : undefined;
}

/** In small letters, digits and dashes in one form, without a time of day, commas and stops. */
function plainWords(text: string, language: DateWords): string {
  return foldCase(text)
    .replace(TIME_OF_DAY, '')
    .replace(/(?<=\p{L})\.|,/gu, ' ')
    .replace(suffixOf(language), '')
    .replace(/\p{L}+/gu, (word) => language.loose?.abbreviations?.get(word) ?? word)
    .replace(/ +/g, ' ')
    .trim();
}

/** As programs write it behind a day: `10:00:00 GMT+0000 (UTC)`. */
const TIME_OF_DAY =
  /(?<=\d)[ ,]+\d{1,2}:\d\d(?::\d\d)?(?: ?(?:[ap]m|z|gmt|utc))?(?: ?[+-]\d\d:?\d\d)?(?: \([^()]*\))?$/;

const suffixOf = perObject(
  ({ daySuffixes = [] }: DateWords) =>
    new RegExp(daySuffixes.length === 0 ? '(?!)' : `(?<=\\d)(?:${daySuffixes.join('|')})\\b`, 'g'),
);

/** Without what stands before a date: `by the`, `no later than Friday`. */
function withoutLeads(
  text: string,
  { leads, until, weekdays }: LooseDateWords,
): { readonly words: string; readonly isDeadline: boolean } {
  let [words, isDeadline] = [text, false];
  for (let left = 4; left > 0; left--) {
    const behind = [...until, ...leads, ...weekdays].flatMap((lead) => rest(words, [lead]) ?? []);
    const shortest = behind.sort((a, b) => a.length - b.length)[0];
    if (shortest === undefined) break;
    isDeadline ||= rest(words, until) !== undefined;
    words = shortest;
  }
  return { words, isDeadline };
}

/** What stands behind one of some words; `undefined` where none of them comes first. */
function rest(words: string, first: readonly string[]): string | undefined {
  for (const each of first) {
    const [, behind] = words.startsWith(each)
      ? (/^[ -]+(.*)/.exec(words.slice(each.length)) ?? [])
      : [];
    if (behind !== undefined) return behind;
    if (each.endsWith("'") && words.startsWith(each)) return words.slice(each.length);
  }
  return undefined;
}

/** A date in one piece, however it is written. */
function dateOf(text: string, language: DateWords): string | undefined {
  const words = text.replace(/(?<=\d)-(?=\p{L})|(?<=\p{L})-(?=\d)/gu, ' ');
  if (parsePart(words) !== undefined) return words;
  const compact = /^(\d{4})(\d\d)(\d\d)$/.exec(words);
  if (compact !== null) return valid(compact.slice(1));
  const east = /^(\d{4}) ?[年년](?: ?(\d{1,2}) ?[月월](?: ?(\d{1,2}) ?[日일号號])?)?$/.exec(words);
  if (east !== null) return valid(east.slice(1).filter((part) => part !== undefined));
  const said = edtfOfWords(words, language) ?? edtfOfLooseShape(words, language);
  return said ?? winter(words, language) ?? about(words, language) ?? decade(words, language);
}

/** With two digits for months and days. */
function valid(parts: readonly (string | number)[]): string | undefined {
  const edtf = parts.map((part) => String(part).padStart(2, '0')).join('-');
  return parseEdtf(edtf) === undefined ? undefined : edtf;
}

function about(words: string, language: DateWords): string | undefined {
  const date = rest(words, language.loose?.about ?? []);
  const edtf = date && dateOf(date, language);
  return edtf && /^[\d-]+$/.test(edtf) ? `${edtf}~` : undefined;
}

/** `winter 2025/26`: that of the first year, in EDTF. */
function winter(words: string, language: DateWords): string | undefined {
  const [, first = '', year, next] = /^(.*\D(\d{4})) ?[-/] ?(?:\d\d)?(\d\d)$/.exec(words) ?? [];
  if (Number(next) !== (Number(year) + 1) % 100) return undefined;
  const edtf = edtfOfLooseShape(first, language);
  return edtf !== undefined && /-2[24]$/.test(edtf) ? edtf : undefined;
}

/** `2020s`. */
function decade(words: string, { loose }: DateWords): string | undefined {
  const [, first, behind] = /^(\d{3}0)[ ']*(\p{L}+)$/u.exec(words) ?? [];
  if (first === undefined || !loose?.decade.includes(behind ?? '')) return undefined;
  return `${first}/${first.slice(0, 3)}9`;
}

/** From a date to a date: `1–3 October 2025`, `March to May 2026`. */
function timeOf(words: string, language: DateWords): string | undefined {
  for (const { index, 0: between } of words.matchAll(betweenOf(language))) {
    const [from, to] = [words.slice(0, index), words.slice(index + between.length)];
    const edtf = interval(from, to, language);
    if (edtf !== undefined) return edtf;
  }
  return undefined;
}

const betweenOf = perObject(({ loose }: DateWords) => {
  const words = loose?.to.join('|') ?? '';
  return new RegExp(` ?- ?${words === '' ? '' : `| (?:${words}) `}`, 'g');
});

function interval(from: string, to: string, language: DateWords): string | undefined {
  const [, day, year] = /^(\d{1,2}) (\d{4})$/.exec(to) ?? [];
  // October 1–3, 2025: the month stands before both days.
  const start = year === undefined ? from : `${from} ${year}`;
  const first = dateOf(start, language) ?? completed(from, to, language);
  if (first === undefined || first.includes('/')) return undefined;
  const last = day === undefined ? dateOf(to, language) : valid([first.slice(0, 7), day]);
  const edtf = `${first}/${last}`;
  return last === undefined || last.includes('/') || parseEdtf(edtf) === undefined
    ? undefined
    : edtf;
}

/** The first date of a time, with what only the last one has: the year, or month and year. */
function completed(from: string, to: string, language: DateWords): string | undefined {
  const last = dateOf(to, language);
  if (last === undefined || !/^\d{4}-/.test(last)) return undefined;
  const inMonth = isDayOfMonth(from, to);
  return dateOf(`${from} ${inMonth ? to.replace(/^\S+ /, '') : last.slice(0, 4)}`, language);
}

function isDayOfMonth(from: string, to: string): boolean {
  return /^\d\S*$/.test(from) && /^\d/.test(to);
}

/**
 * A time that ends before it begins: `from 5 June to 1 May 2025`. What has one year only may begin in the year before,
 * and does if the time is short then (`November to February 2026`); else nobody knows which of its ends is wrong.
 */
export function reversedTimeOf(text: string, language: DateWords): LooseDate | undefined {
  const { loose } = language;
  if (loose === undefined || text.length > MAX_LENGTH) return undefined;
  const { words } = withoutLeads(plainWords(text, language), loose);
  const behind = rest(words, loose.since);
  const time = behind === undefined ? words : withoutLeads(behind, loose).words;
  for (const { index, 0: between } of time.matchAll(betweenOf(language))) {
    const ends = [time.slice(0, index), time.slice(index + between.length)] as const;
    const offers = offersForReversed(...ends, language);
    if (offers !== undefined) return { offers, reason: 'it ends before it begins' };
  }
  return undefined;
}

function offersForReversed(
  from: string,
  to: string,
  language: DateWords,
): readonly string[] | undefined {
  const [whole, ofDays] = [dateOf(from, language), /^(\d{1,2}) (\d{4})$/.exec(to)];
  const monthFirst = ofDays === null ? undefined : dateOf(`${from} ${ofDays[2]}`, language);
  const first = whole ?? monthFirst ?? completed(from, to, language);
  const last =
    monthFirst === undefined
      ? dateOf(to, language)
      : valid([monthFirst.slice(0, 7), ofDays?.[1] ?? '']);
  const [begin, end] = [parsePart(first ?? ''), parsePart(last ?? '')];
  if (begin === undefined || end === undefined || end.range.last >= begin.range.first)
    return undefined;
  if (whole !== undefined || monthFirst !== undefined || isDayOfMonth(from, to)) return [];
  const before = `${fourDigits(begin.year - 1)}${first?.slice(4)}`;
  const earlier = parseEdtf(`${before}/${last}`);
  if (earlier === undefined) return [];
  const isShort = earlier.range.last - earlier.range.first < HALF_A_YEAR;
  return isShort ? [earlier.text] : [earlier.text, `${last}/${first}`];
}

/** In days. */
const HALF_A_YEAR = 184;

/** `31/10/25`, and `05/06/2025` behind other words. */
function digits(words: string, language: DateWords): LooseDate | undefined {
  const offers = readingsOfDigits(words, language.digits);
  if (offers.length > 0) return { offers };
  const short = readingsOfShortYear(words, language.digits);
  return short.length === 0 ? undefined : { offers: short, reason: 'its year has two digits' };
}

/** `before 2030`: until the day, month or year before it. */
function before(words: string, language: DateWords, loose: LooseDateWords): LooseDate | undefined {
  const date = rest(words, loose.before);
  const edtf = date && dateOf(withoutLeads(date, loose).words, language);
  const last = edtf && dateBefore(edtf);
  return last === undefined || last === '' ? undefined : { offers: [`../${last}`] };
}

/** `since 2020`, `from March to May 2026`. */
function since(words: string, language: DateWords, loose: LooseDateWords): LooseDate | undefined {
  const date = rest(words, loose.since);
  const start = date && withoutLeads(date, loose).words;
  const edtf = start && (dateOf(start, language) ?? timeOf(start, language));
  if (edtf === undefined || edtf === '') return undefined;
  return { offers: [edtf.includes('/') ? edtf : `${edtf}/..`] };
}

/** `end of 2025`, `start of October 2025`: its last or first month, or day. */
function edgeOf(words: string, language: DateWords, loose: LooseDateWords): LooseDate | undefined {
  for (const [before, isEnd] of [
    [loose.end, true],
    [loose.start, false],
  ] as const) {
    const date = periodBehind(words, before, language);
    if (date === undefined) continue;
    const { year, month } = date;
    const [first, last] = isEnd ? [12, lastDayOfMonth(year, month ?? 12)] : [1, 1];
    const edtf =
      month === undefined
        ? valid([fourDigits(year), first])
        : valid([fourDigits(year), month, last]);
    return edtf === undefined ? undefined : { offers: [edtf] };
  }
  return undefined;
}

/** `mid-2026`, `early March 2026`: people mean other days by it. */
function vaguePart(
  words: string,
  language: DateWords,
  { early, middle, late }: LooseDateWords,
): LooseDate | undefined {
  for (const [index, before] of [early, middle, late].entries()) {
    const date = periodBehind(words, before, language);
    const part = date && PARTS[index];
    if (part === undefined || date === undefined) continue;
    const year = fourDigits(date.year);
    const reason = 'it has no first and last day that all agree on';
    if (date.month === undefined)
      return {
        reason,
        offers: part.months.map((months) => months.map((month) => `${year}-${month}`).join('/')),
      };
    const month = `${year}-${String(date.month).padStart(2, '0')}`;
    const days = part.days.map(
      (day) => `${month}-${day ?? lastDayOfMonth(date.year, date.month ?? 1)}`,
    );
    return { reason, offers: [days.join('/'), month] };
  }
  return undefined;
}

/** What is meant by them, of a year in months and quarters, of a month in days. */
const PARTS = [
  { months: [['33'], ['01', '04']], days: ['01', '10'] },
  { months: [['06'], ['06', '07'], ['34', '35']], days: ['11', '20'] },
  { months: [['36'], ['09', '12']], days: ['21', undefined] },
] as const;

/** The year or month that stands behind some words. */
function periodBehind(
  words: string,
  before: readonly string[],
  language: DateWords,
): EdtfPart | undefined {
  const { loose } = language;
  const behind = rest(words, before);
  if (behind === undefined || loose === undefined) return undefined;
  const part = parsePart(dateOf(withoutLeads(behind, loose).words, language) ?? '');
  return part === undefined || part.day !== undefined || (part.month ?? 1) > 12 ? undefined : part;
}

/** A fiscal year is called by the year it begins or ends in, and begins in another month elsewhere. */
function fiscalYear(words: string, _: DateWords, loose: LooseDateWords): LooseDate | undefined {
  const behind = behindFiscalYear(words, loose);
  if (behind === undefined) return undefined;
  const reason = 'a fiscal year begins in another month in each country';
  const [, written] = /^'?(\d{4}|\d\d)$/.exec(behind) ?? [];
  if (written === undefined) return { offers: [], reason };
  const year = written.length === 2 ? 2000 + Number(written) : Number(written);
  const [before, same, after] = [year - 1, year, year + 1].map(fourDigits);
  return {
    reason,
    offers: [
      `${before}-04/${same}-03`,
      `${before}-07/${same}-06`,
      `${before}-10/${same}-09`,
      `${same}-04/${after}-03`,
      `${same}`,
    ],
  };
}

/** `31 October`, `Q1`. */
function withoutYear(words: string, language: DateWords): LooseDate | undefined {
  // A leap year, so that no day is missing.
  const isDate = !/\d{3}/.test(words) && dateOf(`${words} 2024`, language) !== undefined;
  return isDate ? { offers: [], reason: 'it has no year' } : undefined;
}

/** What stands behind the words for a fiscal year, the first in the text: `2026` of `FY2026`. */
export function behindFiscalYear(text: string, { fiscalYear }: LooseDateWords): string | undefined {
  const name = new RegExp(`(?<!\\p{L})(?:${fiscalYear.join('|')})(?!\\p{L})`, 'u').exec(text);
  if (name === null) return undefined;
  return name.index > 0 ? text : text.slice(name[0].length).trim();
}

function fourDigits(year: number): string {
  return String(year).padStart(4, '0');
}
