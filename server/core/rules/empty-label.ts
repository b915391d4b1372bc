import { faultRule } from './fault-rule.js';
import type { Rule } from './rule.js';
import { thisTag } from './wording.js';

export const emptyLabel: Rule = faultRule({
  name: 'empty-label',
  summary: 'A tag has no words between its brackets.',
  reason:
    'A tag marks the words between its brackets: they say what is meant, readers see them, and strip keeps them. Without words there is nothing to mark. If the text does not name something, write a record on its own line instead.',
  level: 'error',
  fix: 'Remove the empty brackets',
  message: ({ detail }) =>
    `${thisTag(detail)} has no words. Write them between the brackets, or remove the tag.`,
  examples: {
    bad: [{ brief: 'We met in :place[].\n' }],
    good: [{ brief: 'We met in :place[Delhi]{#delhi}.\n' }],
  },
});
