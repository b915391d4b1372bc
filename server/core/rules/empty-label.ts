import { faultRule } from './fault-rule.js';
import type { Rule } from './rule.js';
import { thisTag } from './wording.js';

export const emptyLabel: Rule = faultRule({
  name: 'empty-label',
  summary: 'A tag marks no words.',
  reason:
    'A tag marks the words between its brackets: that is what it is found by, what readers see and what strip leaves. Without words there is nothing to mark; for a thing that is not in the text, write a record on its own line.',
  level: 'error',
  fix: 'Remove the empty brackets',
  message: ({ detail }) =>
    `${thisTag(detail)} marks no words. Write them between the brackets, or remove the tag.`,
  examples: {
    bad: [{ brief: 'We met in :place[].\n' }],
    good: [{ brief: 'We met in :place[Delhi]{#delhi}.\n' }],
  },
});
