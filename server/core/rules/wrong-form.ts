import type { Fault } from '../brief/index.js';
import { firstAtLeast } from '../text/index.js';
import type { Page } from '../workspace/index.js';
import { type FaultText, faultRule, type Offer } from './fault-rule.js';
import type { Rule } from './rule.js';
import { sentence } from './wording.js';

export const wrongForm: Rule = faultRule({
  name: 'wrong-form',
  summary: 'A tag is written in a form that its kind does not have.',
  reason:
    'One colon tags words in a sentence, two make a record on its own line, three open a block. Not every kind has all three forms: a date is always words, an update is always a record, and only a commitment can be a block.',
  level: 'error',
  message: ({ detail }) => worded(detail),
  examples: {
    bad: [
      {
        brief: `::date[2025]

We met in :date[2025].
`,
      },
      { brief: 'We met in :date[2025], :update[then left]{of=c-x}.\n' },
    ],
    good: [{ brief: 'We met in :date[2025].\n' }],
  },
  offers: formOffers,
});

/** As words of a sentence, or the words left there and a record behind the paragraph. */
function* formOffers(page: Page, _: unknown, { detail, span }: Fault): Iterable<Offer> {
  const { text, facts } = page;
  const colon = { start: span.start, end: span.start + 1 };
  if (detail.found === 'record') {
    yield { title: 'Write it with one colon, in a sentence', edits: [{ span: colon, text: '' }] };
    return;
  }
  const tag = facts.tags[firstAtLeast(facts.tags, span.start, (each) => each.span.start)];
  if (detail.found !== 'text' || tag?.span.start !== span.start || tag.label === undefined) return;
  const lineBreak = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
  const rest = text.slice(tag.span.end, tag.span.end + MAX_LENGTH);
  const end = rest.search(/(?:\r\n|\r|\n)[ \t>]*(?:\r|\n)|\s*$/);
  const at = tag.span.end + Math.max(0, end);
  const record = `:${text.slice(tag.span.start, tag.span.end)}`;
  if (/[\r\n]/.test(record)) return;
  const words = text.slice(tag.label.start, tag.label.end);
  yield {
    title: 'Leave the words, and write the record below',
    edits: [
      { span: tag.span, text: words },
      { span: { start: at, end: at }, text: lineBreak + lineBreak + record },
    ],
  };
}

const MAX_LENGTH = 4000;

const FORMS: ReadonlyMap<string, string> = new Map([
  ['text', 'be a tag in a sentence'],
  ['record', 'be a record on its own line'],
  ['block', 'be a block'],
  ['label', 'have a label on its opening line'],
  ['registry', 'be in a registry'],
]);

function worded({ kind = 'kind', found = '', wanted, reason }: FaultText['detail']): string {
  const subject = found === 'label' ? `A :::${kind} block` : `'${kind}'`;
  const wrong = `${subject} cannot ${FORMS.get(found) ?? 'be here'}.`;
  const why = reason === undefined ? '' : ` ${sentence(reason)}`;
  return wanted === undefined ? wrong + why : `${wrong}${why} Write ${wanted}.`;
}
