import { faultRule } from './fault-rule.js';
import type { Rule } from './rule.js';

export const duplicateAttribute: Rule = faultRule({
  name: 'duplicate-attribute',
  summary: 'A tag has one attribute twice.',
  reason:
    'Only one of the two can be meant, and a reader cannot know which. Two values for one attribute are a list, with a comma and no space between.',
  level: 'error',
  message: ({ detail }) =>
    `'${detail.attribute ?? 'This attribute'}' stands twice in this tag, and only the first counts. Remove one, or make one list of both: a,b.`,
  examples: {
    bad: [{ brief: ':date[last month]{edtf=2025-10 edtf=2025-11}\n' }],
    good: [{ brief: ':date[last month]{edtf=2025-10}\n' }],
  },
});
