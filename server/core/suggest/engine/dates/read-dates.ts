import { type Day, parseEdtf } from '../../../dates/index.js';
import type { Language } from '../../../language/index.js';
import type { DateLexicon } from '../../../language/lexicon/index.js';
import type { Span } from '../../../text/index.js';
import { datesInWords } from '../../dates-in-words.js';
import type { Paragraph } from '../reading/paragraph.js';
import { patternsOf } from './date-patterns.js';
import { signsIn } from './date-signs.js';
import { relativeDatesIn } from './relative-dates.js';

/** Words of a paragraph that say a date, and which. Offsets from the paragraph's start. */
export interface DateFound extends Span {
  readonly edtf: string;
  readonly confidence: number;
  readonly reason: string;
}

const NO_DATES: readonly DateFound[] = [];

/**
 * The dates in a paragraph: those that say all by themselves, and, where the day of the brief is known, those
 * that count from it. In order, apart.
 */
export function readDates(
  paragraph: Paragraph,
  {
    language,
    words,
    today,
  }: {
    readonly language: Language;
    /** Of a language whose dates are written as in English. */
    readonly words: DateLexicon | undefined;
    readonly today: Day | undefined;
  },
): readonly DateFound[] {
  const { text } = paragraph;
  // Most paragraphs of most texts hold neither a digit nor a word of the calendar.
  const signs = words === undefined ? 0 : signsIn(paragraph, words);
  if (words !== undefined && signs === 0) return NO_DATES;
  const found: DateFound[] = [];
  const taken = new Uint8Array(text.length);
  const add = (one: DateFound): void => {
    if (one.end <= one.start || parseEdtf(one.edtf) === undefined) return;
    if (taken[one.start] === 1 || taken[one.end - 1] === 1) return;
    if (taken.subarray(one.start, one.end).includes(1)) return;
    taken.fill(1, one.start, one.end);
    found.push(one);
  };
  if (words !== undefined)
    for (const { pattern, read, needs } of patternsOf(words)) {
      if ((signs & needs) !== needs) continue;
      pattern.lastIndex = 0;
      for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
        const edtf = read(match.groups ?? {}, {
          today,
          after: text.slice(match.index + match[0].length),
          before: text.slice(Math.max(0, match.index - 200), match.index),
        });
        if (edtf === undefined) continue;
        add({
          start: match.index,
          end: match.index + match[0].length,
          edtf,
          confidence: 0.9,
          reason: /\d{4}/.test(match[0])
            ? 'The words say the date.'
            : 'It counts from the date of the brief.',
        });
      }
    }
  for (const { span, edtf } of datesInWords(text, { start: 0, end: text.length }, language)) {
    if (/^\d{4}$/.test(edtf) && !isYear(text, span)) continue;
    add({ ...span, edtf, confidence: 0.95, reason: 'The words say the date.' });
  }
  if (words === undefined)
    for (const { edtf, ...span } of relativeDatesIn(text, language, today))
      add({ ...span, edtf, confidence: 0.8, reason: 'It counts from the date of the brief.' });
  return found.sort((a, b) => a.start - b.start);
}

/** Four digits that are no number of something, of an instrument, or of a document. */
function isYear(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  const after = text.slice(end, end + 16);
  if (/[$€£¥₹#№/.,:-]\s?$/.test(before) && !/[\p{L})],\s$/u.test(before)) return false;
  if (
    /\b(?:No|nos?|resolution|resolutions|regulation|directive|order|page|pp?|paragraph|about|around|some|over|nearly|almost|approximately|than|least|most|rs|usd|inr|eur|room|flight|document|act|law|number)\.?\s\(?$/i.test(
      before,
    )
  )
    return false;
  if (/\d\s?\($/.test(before) || /^\s?\((?:19|20)\d\d\)/.test(after)) return false;
  if (
    /^(?:[,.]\d|%|\s?(?:percent|per cent|million|billion|km|kg|mw|gw|tonnes|tons|people|troops|soldiers|dollars|euros|men|women|children|hours|meters|metres|words|participants|delegates|jobs|vehicles|miles|staff|personnel|refugees|families|schools|students)\b)/i.test(
      after,
    )
  )
    return false;
  return (
    !/^\s?[-–/]\d/.test(after) &&
    !/^[/-]\p{L}/u.test(after.replace(/^-(?:level|based|era|term|end)/, ''))
  );
}
