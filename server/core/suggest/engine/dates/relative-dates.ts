import { calendarOf, type Day, formatDay } from '../../../dates/index.js';
import type { Language } from '../../../language/index.js';
import type { Span } from '../../../text/index.js';
import { unitAt } from './around-day.js';

/** Words that count from the day of the brief, as the language knows them: `cette année`, `demain`. Offsets of the text. */
export function relativeDatesIn(
  text: string,
  { relativeDates: { days, spans } }: Language,
  today: Day | undefined,
): readonly (Span & { readonly edtf: string })[] {
  if (today === undefined || !Number.isFinite(today)) return [];
  const lower = text.toLowerCase().replaceAll('’', "'");
  // Where small letters are longer than capitals, offsets say nothing.
  if (lower.length !== text.length) return [];
  const found: (Span & { readonly edtf: string })[] = [];
  for (const { words, unit, step } of spans)
    for (const { index, 0: said } of lower.matchAll(new RegExp(words, 'gu')))
      found.push({
        start: index,
        end: index + said.length,
        edtf: unitAt(unit, step, calendarOf(today), today),
      });
  for (const [words, step] of days)
    for (let at = lower.indexOf(words); at >= 0; at = lower.indexOf(words, at + words.length))
      if (!isLetter(lower[at - 1]) && !isLetter(lower[at + words.length]))
        found.push({ start: at, end: at + words.length, edtf: formatDay(today + step) });
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}-]/u.test(character);
}
