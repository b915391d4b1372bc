import {
  calendarOf,
  type Day,
  dayOf,
  edtfOfWords,
  formatDay,
  lastDayOfMonth,
  MONTHS,
  parseEdtf,
} from '../../dates/index.js';
import type { Span } from '../../text/index.js';

export interface DateWords {
  readonly span: Span;
  readonly edtf: string;
}

const MONTH = MONTHS.map((month) => `${month}|${month.slice(0, 3)}`).join('|');
const SAID = new RegExp(
  [
    `\\d{1,2}(?:st|nd|rd|th)?\\s+(?:${MONTH})\\.?\\s+\\d{4}`,
    `(?:${MONTH})\\s+\\d{1,2}(?:st|nd|rd|th)?,\\s+\\d{4}`,
    `(?:${MONTH})\\s+\\d{4}`,
    'Q[1-4]\\s+\\d{4}',
    '(?:1[89]|20|21)\\d\\d\\s?[-–—]\\s?(?:1[89]|20|21)\\d\\d',
    '(?:1[89]|20|21)\\d\\d(?:-\\d\\d){0,2}',
  ].join('|'),
  'gu',
);

/** Dates that words say by themselves, in order, apart. */
export function datesInWords(text: string, { start, end }: Span): readonly DateWords[] {
  const found: DateWords[] = [];
  for (const { index, 0: words } of text.slice(start, end).matchAll(SAID)) {
    const edtf = edtfOf(words);
    const span = { start: start + index, end: start + index + words.length };
    const isPart =
      /[\p{L}\p{N}]/u.test(text[span.start - 1] ?? '') ||
      /[\p{L}\p{N}]/u.test(text[span.end] ?? '');
    if (edtf !== undefined && !isPart) found.push({ span, edtf });
  }
  return found;
}

function edtfOf(words: string): string | undefined {
  const plain = words.replace(/(\d)(?:st|nd|rd|th)\b/, '$1').replace(/(\p{L})\./u, '$1');
  return edtfOfWords(plain) ?? (parseEdtf(plain) === undefined ? undefined : plain);
}

/**
 * The date that words most likely mean, EDTF, in a brief of some day: what they say by themselves, a date
 * among them ("by the end of 2026"), or one counted from that day ("this year", "31 October").
 * `undefined` when nothing can be said.
 */
export function likelyDate(words: string, from: Day): string | undefined {
  const exact = edtfOf(words);
  if (exact !== undefined) return exact;
  const [only, another] = datesInWords(words, { start: 0, end: words.length });
  if (only !== undefined && another === undefined) return endOf(words, only.edtf) ?? only.edtf;
  if (only !== undefined) return undefined;
  const lower = words.toLowerCase();
  for (const read of [relative, dayWithoutYear, ofYear]) {
    const edtf = read(lower, from);
    if (edtf !== undefined && parseEdtf(edtf) !== undefined) return edtf;
  }
  return undefined;
}

/** "the end of 2026" is its last month. */
function endOf(words: string, edtf: string): string | undefined {
  return /^\d{4}$/.test(edtf) && /\bend of\b/i.test(words) ? `${edtf}-12` : undefined;
}

function relative(words: string, from: Day): string | undefined {
  const { year, month } = calendarOf(from);
  const day = DAYS.get(words);
  if (day !== undefined) return formatDay(from + day);
  const [, which = '', unit] =
    /\b(this|the|current|last|previous|past|next|coming|following)\s+(year|month|quarter)\b/.exec(
      words,
    ) ?? [];
  const step = /last|previous|past/.test(which) ? -1 : /next|coming|following/.test(which) ? 1 : 0;
  if (unit === 'year') return /\bend of\b/.test(words) ? `${year + step}-12` : `${year + step}`;
  if (unit === 'month') return monthAt(year, month + step);
  if (unit !== 'quarter') return undefined;
  const quarter = Math.floor((month - 1) / 3) + step;
  return `${year + Math.floor(quarter / 4)}-${33 + (((quarter % 4) + 4) % 4)}`;
}

const DAYS: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['yesterday', -1],
  ['tomorrow', 1],
]);

function monthAt(year: number, month: number): string {
  const index = month - 1;
  const number = String((((index % 12) + 12) % 12) + 1).padStart(2, '0');
  return `${year + Math.floor(index / 12)}-${number}`;
}

/** "31 October", "October 31", "in October": of the year of the brief. */
function dayWithoutYear(words: string, from: Day): string | undefined {
  const months = MONTHS.map((month) => month.toLowerCase());
  const found = new RegExp(
    `^(?:on |in |by |early |late |mid-)?(?:the )?(?:(\\d{1,2})(?:st|nd|rd|th)? (?:of )?)?(${months.join('|')})(?: (\\d{1,2})(?:st|nd|rd|th)?)?$`,
  ).exec(words);
  if (found === null) return undefined;
  const { year } = calendarOf(from);
  const month = months.indexOf(found[2] ?? '') + 1;
  const day = found[1] ?? found[3];
  const edtf = monthAt(year, month);
  if (day === undefined) return edtf;
  return Number(day) > lastDayOfMonth(year, month) ? undefined : `${edtf}-${day.padStart(2, '0')}`;
}

/** "the year", "year's end". */
function ofYear(words: string, from: Day): string | undefined {
  const { year } = calendarOf(from);
  if (/^(?:by |before )?(?:the )?year[- ]?end$|^(?:by )?year['’]s end$/.test(words))
    return `${year}-12`;
  return words === 'the year' ? String(year) : undefined;
}

/** A deadline "before 2026" ends with the day before it, or the year if a year is named. */
export function dayBefore(edtf: string): string | undefined {
  const date = parseEdtf(edtf);
  if (date === undefined || !Number.isFinite(date.range.first)) return undefined;
  const { year, month } = calendarOf(date.range.first);
  if (date.precision === 'year') return String(year - 1).padStart(4, '0');
  if (date.precision === 'month') return monthAt(year, month - 1);
  return formatDay(dayOf(year, month, calendarOf(date.range.first).day) - 1);
}
