import { foldName } from '../text/index.js';
import { parseDay } from './day.js';
import { parseEdtf } from './edtf.js';

/** English, in full; a tag may also write the first three letters. */
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/**
 * The EDTF of words that say a date by themselves (LANGUAGE.md, section 5): `2025`, `February 2025`,
 * `31 October 2025`, `October 31, 2025`, `2025–2035`, `Q1 2026`. `undefined` for any other words,
 * and for a day or an interval that cannot be.
 */
export function edtfOfWords(words: string): string | undefined {
  const folded = foldName(words); // white space and dashes in one form
  for (const read of READERS) {
    const edtf = read(folded);
    if (edtf !== undefined) return parseEdtf(edtf) === undefined ? undefined : edtf;
  }
  return undefined;
}

/**
 * The date of a front matter: EDTF, or plain words, or a date-time as other tools write it
 * (`2025-10-31 10:00:00 +05:30`), which is cut to its day.
 */
export function dateOfFrontMatter(text: string): string | undefined {
  const trimmed = text.trim();
  const day = /^(\d{4}-\d\d-\d\d)(?:[Tt]|[ \t]+)\d{1,2}:\d\d[\d:.,Zz+\- \t]*$/.exec(trimmed)?.[1];
  if (day !== undefined) return parseDay(day) === undefined ? undefined : day;
  return parseEdtf(trimmed) === undefined ? edtfOfWords(trimmed) : trimmed;
}

const READERS: readonly ((words: string) => string | undefined)[] = [
  (words) => /^\d{4}$/.exec(words)?.[0],
  (words) => {
    const [, from, to] = /^(\d{4})-(\d{4})$/.exec(words) ?? [];
    return from && `${from}/${to}`;
  },
  (words) => {
    const [, quarter, year] = /^Q([1-4]) (\d{4})$/i.exec(words) ?? [];
    return quarter && `${year}-${32 + Number(quarter)}`;
  },
  (words) => {
    const [, month, year] = /^([a-z]{3,9}) (\d{4})$/i.exec(words) ?? [];
    return joined(year, month);
  },
  (words) => {
    const [, day, month, year] = /^(\d{1,2}) ([a-z]{3,9}) (\d{4})$/i.exec(words) ?? [];
    return joined(year, month, day);
  },
  (words) => {
    const [, month, day, year] = /^([a-z]{3,9}) (\d{1,2}), (\d{4})$/i.exec(words) ?? [];
    return joined(year, month, day);
  },
];

function joined(
  year: string | undefined,
  monthName: string | undefined,
  day?: string,
): string | undefined {
  const month = monthName === undefined ? 0 : monthNumber(monthName);
  if (year === undefined || month === 0) return undefined;
  const yearAndMonth = `${year}-${String(month).padStart(2, '0')}`;
  return day === undefined ? yearAndMonth : `${yearAndMonth}-${day.padStart(2, '0')}`;
}

/** From 1; 0 for what is no English month. */
function monthNumber(name: string): number {
  const lower = name.toLowerCase();
  return (
    MONTHS.findIndex((month) => {
      const full = month.toLowerCase();
      return full === lower || full.slice(0, 3) === lower;
    }) + 1
  );
}
