import type { Fault } from '../brief/index.js';
import { likelyDate } from '../suggest/index.js';
import { dateOfPage, languageOfPage, type Page, type Workspace } from '../workspace/index.js';
import { changeTo, type FaultText, faultRule, type Offer } from './fault-rule.js';
import type { Rule } from './rule.js';
import { because, listOf } from './wording.js';

export const unreadableDate: Rule = faultRule({
  name: 'unreadable-date',
  summary: 'The words of a date do not say which date it is.',
  reason:
    "Dates are put in order, so it must be clear which date is meant. Words such as 'October 31, 2025', '2025–2035' or 'Q1 2026' are clear; 'last spring' needs edtf=, with a date in the form 2025-10-31, 2025-10 or 2025.",
  level: 'error',
  message: ({ detail, written }) => worded(detail, written),
  offer: behindTheWords,
  examples: {
    bad: [
      { brief: 'It was signed :date[last spring].\n' },
      {
        brief: `---
date: last spring
---
It was signed :date[2025].
`,
      },
    ],
    good: [
      { brief: 'It was signed :date[last spring]{edtf=2025-21}.\n' },
      { brief: 'Signed on :date[October 31, 2025], for :date[2025–2035], from :date[Q1 2026].\n' },
      {
        brief: `---
date: 31 October 2025
---
It was signed :date[2025].
`,
      },
    ],
  },
  offers: countedOffers,
});

/** What the words mean in a brief of its day: `this year`, `next month`. */
function* countedOffers(page: Page, workspace: Workspace, fault: Fault): Iterable<Offer> {
  const { attribute, wanted, choices } = fault.detail;
  const day = dateOfPage(page)?.range.first;
  if (attribute === 'date' || wanted !== undefined || choices !== undefined) return;
  if (day === undefined || fault.span.end - fault.span.start > MAX_WORDS) return;
  const words = page.text.slice(fault.span.start, fault.span.end);
  const meant = likelyDate(words.trim(), day, languageOfPage(workspace, page));
  const offer = meant === undefined ? undefined : behindTheWords(page.text, fault, meant);
  if (offer === undefined) return;
  yield { ...offer, title: `${offer.title}, by the date of the brief` };
}

const MAX_WORDS = 80;

function worded(detail: FaultText['detail'], written: string): string {
  const { attribute, found = written, wanted, reason, choices } = detail;
  const wrong = because(`'${found}' does not say which date it is`, reason);
  if (choices !== undefined) {
    const all = listOf(choices.split(' '), 'or');
    return attribute === 'date'
      ? `${wrong} Write ${all}.`
      : `${wrong} Add the one that is meant after the words: {edtf=…} with ${all}.`;
  }
  if (attribute === 'date')
    return `${wrong} Write ${wanted ?? 'the day (2025-10-31), or the month (2025-10)'}.`;
  return wanted === undefined
    ? `${wrong} Add it after the words, as precisely as you know it, for example {edtf=2025-10}.`
    : `${wrong} Add it after the words: {edtf=${wanted}}.`;
}

/** The words of a date stay; its value goes into braces behind them. */
function behindTheWords(text: string, { detail, span }: Fault, wanted: string): Offer | undefined {
  if (detail.attribute === 'date') return changeTo(span, wanted);
  const at = span.end + 1;
  if (text[span.end] !== ']') return undefined;
  const edit =
    text[at] === '{'
      ? { span: { start: at + 1, end: at + 1 }, text: `edtf=${wanted} ` }
      : { span: { start: at, end: at }, text: `{edtf=${wanted}}` };
  return { title: `Add edtf=${wanted}`, edits: [edit] };
}
