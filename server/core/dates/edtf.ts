import { type Parsed, parse } from 'edtf';
import { remembered } from '../text/index.js';
import { type DayRange, dayOf, lastDayOfMonth } from './day.js';

/** From the finest to the coarsest. A season is coarser than a quarter: its days are not fixed. */
export const PRECISIONS = ['day', 'month', 'quarter', 'season', 'year'] as const;

export type Precision = (typeof PRECISIONS)[number];

/** A date as LANGUAGE.md, section 5 allows it: a subset of EDTF (ISO 8601-2). */
export interface EdtfDate {
  /** As written. */
  readonly text: string;
  /** From its first day to its last; an open end is infinite. */
  readonly range: DayRange;
  /** Written with a `/`. */
  readonly interval: boolean;
  /** An interval with `..` for an end. */
  readonly open: boolean;
  /** Of an interval, that of its coarser end. */
  readonly precision: Precision;
}

/** One end of an interval, or a date that is none. */
export interface EdtfPart {
  readonly range: DayRange;
  readonly precision: Precision;
  /** `2025` or `2025-10`; of a season or a quarter with its code. */
  readonly year: number;
  /** 1–12, or 21–24 (seasons), or 33–36 (quarters). */
  readonly month: number | undefined;
  readonly day: number | undefined;
  readonly qualifier: '~' | '?' | undefined;
}

/** `undefined` when the text is no date that the language allows; {@link edtfFault} says why. */
export function parseEdtf(text: string): EdtfDate | undefined {
  return text.length > MOST_REMEMBERED ? read(text) : rememberedDates(text);
}

/** A longer text is a part of a page that would be kept along with it. */
const MOST_REMEMBERED = 12;

/** The same few days and months stand in many places, and each is asked about several times. */
const rememberedDates = remembered(read, 5000);

function read(text: string): EdtfDate | undefined {
  const slash = text.indexOf('/');
  if (slash >= 0) return intervalOf(text, slash);
  const part = parsePart(text);
  if (part === undefined) return undefined;
  const { range, precision } = part;
  return { text, range, interval: false, open: false, precision };
}

function intervalOf(text: string, slash: number): EdtfDate | undefined {
  const [from, to] = [endOf(text.slice(0, slash)), endOf(text.slice(slash + 1))];
  if (from === undefined || to === undefined || (from === 'open' && to === 'open')) {
    return undefined;
  }
  const first = from === 'open' ? Number.NEGATIVE_INFINITY : from.range.first;
  const last = to === 'open' ? Number.POSITIVE_INFINITY : to.range.last;
  if (last < first) return undefined;
  const ends = [from, to].filter((end) => end !== 'open');
  const coarsest = Math.max(...ends.map((end) => PRECISIONS.indexOf(end.precision)));
  return {
    text,
    range: { first, last },
    interval: true,
    open: ends.length < 2,
    precision: PRECISIONS[coarsest] ?? 'year',
  };
}

function endOf(text: string): EdtfPart | 'open' | undefined {
  return text === '..' ? 'open' : parsePart(text);
}

/** A date without a `/`. */
export function parsePart(text: string): EdtfPart | undefined {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?])?$/.exec(text);
  if (match === null) return dateTimePart(text);
  const [year, month, day] = [match[1], match[2], match[3]].map((digits) =>
    digits === undefined ? undefined : Number(digits),
  );
  if (year === undefined) return undefined;
  const range = rangeOf(year, month, day);
  if (range === undefined) return undefined;
  const qualifier = match[4] as '~' | '?' | undefined;
  return { range, precision: precisionOf(month, day), year, month, day, qualifier };
}

function dateTimePart(text: string): EdtfPart | undefined {
  const calendar = calendarOfDateTime(text);
  if (calendar === undefined) return undefined;
  const [year, month, day] = calendar;
  const range = rangeOf(year, month, day);
  return range && { range, precision: 'day', year, month, day, qualifier: undefined };
}

function precisionOf(month: number | undefined, day: number | undefined): Precision {
  if (day !== undefined) return 'day';
  if (month === undefined) return 'year';
  if (month <= 12) return 'month';
  return month <= 24 ? 'season' : 'quarter';
}

function rangeOf(
  year: number,
  month: number | undefined,
  day: number | undefined,
): DayRange | undefined {
  if (month === undefined) return { first: dayOf(year, 1, 1), last: dayOf(year, 12, 31) };
  if (day !== undefined) return dayRangeOf(year, month, day);
  if (month >= 1 && month <= 12) return monthsOf(year, month, month);
  if (month >= 21 && month <= 24) return seasonOf(year, month);
  if (month >= 33 && month <= 36) return monthsOf(year, (month - 33) * 3 + 1, (month - 33) * 3 + 3);
  return undefined;
}

function dayRangeOf(year: number, month: number, day: number): DayRange | undefined {
  if (month < 1 || month > 12 || day < 1 || day > lastDayOfMonth(year, month)) return undefined;
  const at = dayOf(year, month, day);
  return { first: at, last: at };
}

function monthsOf(year: number, from: number, to: number): DayRange {
  return { first: dayOf(year, from, 1), last: dayOf(year, to, lastDayOfMonth(year, to)) };
}

/**
 * EDTF gives a season no days: they are other ones north and south of the equator, and the winter of
 * a year may be at either end of it. The range holds all that may be meant, so that a rule which
 * asks what is certain stays silent where it is not: spring and autumn lie in their year, summer
 * (of the south) and winter (of the north) may run on to March.
 */
function seasonOf(year: number, code: number): DayRange {
  const runsOn = code === 22 || code === 24;
  return {
    first: dayOf(year, 1, 1),
    last: runsOn ? dayOf(year + 1, 3, 31) : dayOf(year, 12, 31),
  };
}

/** The time of day behind a day, as a pattern: `T10:00:00Z`. Of the JSON Schema of registries too. */
export const TIME_PATTERN: string = [
  'T(?:(?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d{1,9})?)?|24:00(?::00)?)',
  '(?:Z|\\+(?:(?:0\\d|1[0-3])(?::?[0-5]\\d)?|14(?::?00)?)',
  '|-(?:(?:0[1-9]|1[01])(?::?[0-5]\\d)?|00:?(?:0[1-9]|[1-5]\\d)|12(?::?00)?))?',
].join('');

const DATE_TIME = new RegExp(`^\\d{4}-\\d\\d-\\d\\d${TIME_PATTERN}$`);

/**
 * A date-time of EDTF level 0 (`2025-10-31T10:00:00Z`), as its calendar date in its own time zone.
 * The grammar is the library's. It is not asked about anything else: its Earley parser takes some
 * 100 µs for each expression, and a registry may hold a hundred thousand plain dates.
 */
function calendarOfDateTime(
  text: string,
): readonly [year: number, month: number, day: number] | undefined {
  if (!DATE_TIME.test(text)) return undefined;
  const parsed = parsedByLibrary(text);
  if (parsed?.type !== 'Date' || parsed.level !== 0) return undefined;
  const [year, month, day] = parsed.values;
  if (typeof year !== 'number' || typeof month !== 'number' || typeof day !== 'number') {
    return undefined;
  }
  return [year, month + 1, day];
}

function parsedByLibrary(text: string): Parsed | undefined {
  try {
    return parse(text);
  } catch {
    return undefined; // its way to say "no EDTF"
  }
}
