import type { YearSpan } from '../language.js';

const ONES =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

const NUMBERS: ReadonlyMap<string, number> = new Map([
  ...ONES.map((word, index): [string, number] => [word, index + 1]),
  ...TENS.map((word, index): [string, number] => [word, (index + 2) * 10]),
  ['hundred', 100],
]);

const DASH = '[-\u2010-\u2015]';
const WORD = [...NUMBERS.keys()].sort((a, b) => b.length - a.length).join('|');
const N_YEAR = new RegExp(
  `(?<![\\p{L}\\p{N}.,])(\\d{1,3}|(?:${WORD})(?:${DASH}(?:${WORD}))?)(?:${DASH}|[ \u00a0])year(?!\\p{L})`,
  'giu',
);

/** Every "N-year" in the words, in digits or English number words; "in ten years" is none. */
export function yearSpansIn(words: string): readonly YearSpan[] {
  return [...words.matchAll(N_YEAR)].flatMap(({ 0: text, 1: number = '' }) => {
    const count = /^\d/.test(number) ? Number(number) : spelt(number.toLowerCase());
    return count === undefined ? [] : [{ count, text }];
  });
}

/** `twenty-five`, `ten`, `one-hundred`. */
function spelt(number: string): number | undefined {
  const parts = number.split(/[^a-z]/).map((word) => NUMBERS.get(word));
  const [first, second] = parts;
  if (first === undefined || parts.length === 1) return first;
  if (second === 100) return first * 100;
  return second !== undefined && first >= 20 && second < 10 ? first + second : undefined;
}
