/** A calendar day as days since 1970-01-01, so that days compare and subtract as numbers. */
export type Day = number;

/** An interval of days, both ends in it; an open or unknown end is infinite. */
export interface DayRange {
  readonly first: Day;
  readonly last: Day;
}

/**
 * The day of a date in the Gregorian calendar, `month` from 1. Month and day must exist
 * ({@link lastDayOfMonth}). Counted by hand (Howard Hinnant, "days from civil"), since the
 * `Date` of the language reads the years 0 to 99 as 1900 to 1999.
 */
export function dayOf(year: number, month: number, day: number): Day {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** How many days a month has; `month` from 1. */
export function lastDayOfMonth(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** Reads `YYYY-MM-DD`, nothing else; `undefined` for a day that no calendar has. */
export function parseDay(text: string): Day | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number);
  if (month < 1 || month > 12 || day < 1 || day > lastDayOfMonth(year, month)) return undefined;
  return dayOf(year, month, day);
}

export interface CalendarDate {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
}

/** The reverse of {@link dayOf}; the day must be finite. */
export function calendarOf(at: Day): CalendarDate {
  const shifted = at + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const march = Math.floor((5 * dayOfYear + 2) / 153);
  const month = march < 10 ? march + 3 : march - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * march + 2) / 5) + 1,
  };
}

/** `YYYY-MM-DD`; an infinite day is `..`, as in EDTF. */
export function formatDay(at: Day): string {
  if (!Number.isFinite(at)) return '..';
  const { year, month, day } = calendarOf(at);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

function pad(number: number, digits: number): string {
  return String(number).padStart(digits, '0');
}

/** Whether `a` is over before `b` begins: certain, whatever days in them are meant. */
export function isBefore(a: DayRange, b: DayRange): boolean {
  return a.last < b.first;
}

/** The same day of a later month; of a shorter month the last. */
export function monthsAfter(from: Day, months: number): Day {
  const { year, month, day } = calendarOf(from);
  const later = month - 1 + months;
  const [thenYear, thenMonth] = [year + Math.floor(later / 12), (later % 12) + 1];
  return dayOf(thenYear, thenMonth, Math.min(day, lastDayOfMonth(thenYear, thenMonth)));
}
