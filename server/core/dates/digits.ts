import { parseEdtf } from './edtf.js';

/** Which of two numbers comes first where both may be the month: it depends on the country. */
export type DigitOrder = 'day-first' | 'month-first' | 'either';

/**
 * The days (or months) in EDTF that digits may say: `31.10.2025` one, `05/06/2025` two unless the language decides,
 * `10/2025` a month. Empty for what is no date, or a year of two digits, as nobody knows which number that is.
 */
export function readingsOfDigits(text: string, order: DigitOrder = 'either'): readonly string[] {
  const yearFirst = /^(\d{4})([./])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (yearFirst !== null) return possible([edtf(yearFirst[1], yearFirst[3], yearFirst[4])]);
  const month = /^(\d{1,2})[./](\d{4})$/.exec(text);
  if (month !== null) return possible([edtf(month[2], month[1])]);
  const [, one, , other, year] = /^(\d{1,2})([./-]) ?(\d{1,2})\2 ?(\d{4})\.?$/.exec(text) ?? [];
  if (year === undefined) return [];
  const dayFirst = possible([edtf(year, other, one)]);
  const monthFirst = possible([edtf(year, one, other)]);
  if (order === 'day-first' && dayFirst.length > 0) return dayFirst;
  if (order === 'month-first' && monthFirst.length > 0) return monthFirst;
  return [...new Set([...dayFirst, ...monthFirst])];
}

/**
 * The days that digits with a year of two digits may say: `31/10/25`. Years are taken from 1950 to 2049 and,
 * where that would be long ago, in this century as well.
 */
export function readingsOfShortYear(text: string, order: DigitOrder = 'either'): readonly string[] {
  const [, one = '', sign, other = '', last = ''] =
    /^(\d{1,2})([./-]) ?(\d{1,2})\2 ?'?(\d\d)\.?$/.exec(text) ?? [];
  if (sign === undefined) return [];
  const years = Number(last) < 50 ? [`20${last}`] : [`19${last}`, `20${last}`];
  const readings = years.flatMap((year) =>
    readingsOfDigits(`${one}${sign}${other}${sign}${year}`, order),
  );
  // Year first is what ISO 8601 once allowed, with hyphens.
  const yearFirst = possible([edtf(`20${one}`, other, last)]);
  if (readings.length === 0 || sign === '-') return [...new Set([...readings, ...yearFirst])];
  return readings;
}

function edtf(...parts: readonly (string | undefined)[]): string {
  return parts.map((part = '') => part.padStart(2, '0')).join('-');
}

/** Months alone are 01 to 12: the other codes are nothing that anybody writes so. */
function possible(dates: readonly string[]): readonly string[] {
  return dates.filter(
    (date) => /^\d{4}-(?:0[1-9]|1[0-2])/.test(date) && parseEdtf(date) !== undefined,
  );
}
