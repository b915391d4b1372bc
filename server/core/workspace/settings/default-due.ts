import { parseDuration } from '../../dates/index.js';
import type { Setting } from './setting.js';
import { wordOf } from './values.js';

const WANTED = 'Write a time such as P3M (three months), P90D (90 days), P6W or P1Y.';

/** By when a promise is assumed to be due that says nothing of it. */
export const defaultDue: Setting<'defaultDue', string | undefined> = {
  key: 'defaultDue',
  description:
    'The deadline of commitments without `due`, `due-text` and `period`, as a time after the day they were made: `P3M` is three months, `P90D` 90 days. It is always shown as assumed.',
  default: undefined,
  read(value, { report }) {
    const word = wordOf(value, WANTED, report);
    if (word === undefined || parseDuration(word.text) !== undefined) return word?.text;
    const meant = durationMeant(word.text);
    const next = meant === undefined ? WANTED : `Did you mean '${meant}'?`;
    report(word.span, `'${word.text}' is not a length of time. ${next}`);
    return undefined;
  },
  schema: () => ({
    type: 'string',
    pattern: '^P(?=[0-9])([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?$',
  }),
  otherNames: ['defaultdeadline', 'assumeddue'],
};

/** `3 months`, `3M`, `p3m`. */
function durationMeant(text: string): string | undefined {
  const [, count, unit] = /^p?\s*(\d{1,4})\s*-?\s*([ymwd])[a-z]*\.?$/i.exec(text) ?? [];
  const meant = count === undefined ? '' : `P${count}${unit?.toUpperCase()}`;
  return parseDuration(meant) && meant;
}
