import type { DateLexicon } from '../../../language/lexicon/index.js';
import { perObject } from '../../../text/index.js';
import type { Paragraph } from '../reading/paragraph.js';

/** What a text holds of which dates are made. */
export const SIGNS = {
  digit: 1,
  year: 2,
  month: 4,
  weekday: 8,
  end: 16,
  part: 32,
  season: 64,
  unit: 128,
  decade: 256,
  day: 512,
} as const;

const WORD_SIGNS: Readonly<Record<string, number>> = {
  end: SIGNS.end,
  half: SIGNS.part,
  quarter: SIGNS.part | SIGNS.unit,
  spring: SIGNS.season,
  summer: SIGNS.season,
  autumn: SIGNS.season,
  fall: SIGNS.season,
  winter: SIGNS.season,
  year: SIGNS.unit,
  month: SIGNS.unit,
  week: SIGNS.unit,
  decade: SIGNS.decade,
  today: SIGNS.day,
  yesterday: SIGNS.day,
  tomorrow: SIGNS.day,
};

/** The signs of dates, by words in small letters. */
const wordSigns = perObject(({ months, weekdays }: DateLexicon): ReadonlyMap<string, number> => {
  return new Map([
    ...Object.entries(WORD_SIGNS),
    ...months.flat().map((name) => [name, SIGNS.month] as const),
    ...weekdays.map((name) => [name, SIGNS.weekday] as const),
  ]);
});

/** The {@link SIGNS} of a text. */
export function signsIn(
  { text, tokens }: Pick<Paragraph, 'text' | 'tokens'>,
  dates: DateLexicon,
): number {
  const byWord = wordSigns(dates);
  let signs = /\d/.test(text) ? SIGNS.digit | (/\d{4}/.test(text) ? SIGNS.year : 0) : 0;
  for (const { lower } of tokens) signs |= byWord.get(lower) ?? 0;
  return signs;
}
