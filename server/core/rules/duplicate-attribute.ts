import { duplicateOffers } from './duplicate-offers.js';
import { faultRule } from './fault-rule.js';
import type { Rule } from './rule.js';

export const duplicateAttribute: Rule = faultRule({
  name: 'duplicate-attribute',
  summary: 'A tag has the same attribute twice.',
  reason:
    'Only one of the two can be right, and a reader cannot know which. If an attribute has two values, write them as a list, with a comma and no space between them.',
  level: 'error',
  fix: 'Remove the repetition',
  message: ({ detail }) =>
    `'${detail.attribute ?? 'This attribute'}' is in this tag twice, and only the first one counts. Remove one, or join both in a list: a,b.`,
  examples: {
    bad: [{ brief: ':date[last month]{edtf=2025-10 edtf=2025-11}\n' }],
    good: [{ brief: ':date[last month]{edtf=2025-10}\n' }],
  },
  offers: duplicateOffers,
});
