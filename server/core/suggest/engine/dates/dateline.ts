import { type Day, parseEdtf } from '../../../dates/index.js';
import type { ParagraphText } from '../reading/paragraph.js';
import type { DateFound } from './read-dates.js';

/** So many paragraphs say when a text was written, and so many characters a line that says so has. */
const OPENING = 6;
const LINE = 60;

/**
 * The day that a text gives itself above, where nothing else dates it: `31 October 2025` in a line of its own, or
 * `CAIRO – 7 December 2022: The ministers …`. With both, the first.
 * @param datesIn the dates that say it all, offsets from the start of the paragraph
 */
export function datelineDay(
  paragraphs: readonly ParagraphText[],
  datesIn: (paragraph: ParagraphText) => readonly DateFound[],
): Day | undefined {
  for (const paragraph of paragraphs.slice(0, OPENING)) {
    if (paragraph.form === 'cell' || !/\d{4}/.test(paragraph.text.slice(0, 4 * LINE))) continue;
    for (const { start, end, edtf } of datesIn(paragraph)) {
      if (!/^\d{4}-\d\d-\d\d$/.test(edtf) || !isDateline(paragraph, start, end)) continue;
      const { first } = parseEdtf(edtf)?.range ?? {};
      if (first !== undefined && Number.isFinite(first)) return first;
    }
  }
  return undefined;
}

function isDateline({ text, form }: ParagraphText, start: number, end: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', start) + 1, start);
  const behind = /^[^\n]*/.exec(text.slice(end))?.[0] ?? '';
  if (line.length > LINE) return false;
  // A title may be about another day.
  if (form === 'heading') return false;
  const isAlone =
    behind.length < LINE / 2 &&
    !/\p{Ll}{3,}/u.test(line.replace(PLACE, '')) &&
    !/\p{Ll}{3,}/u.test(behind);
  const isAhead =
    /^\)?\s?(?:[–—:]|-\s|--)/.test(behind) && !/\p{Ll}{3,}/u.test(line.replace(PLACE, ''));
  return isAlone || isAhead;
}

/** What may stand before: places, days of the week. */
const PLACE = /\p{Lu}\p{L}+/gu;
