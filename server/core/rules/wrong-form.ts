import { type FaultText, faultRule } from './fault-rule.js';
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
});

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
