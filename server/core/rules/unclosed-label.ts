import { faultRule } from './fault-rule.js';
import type { Rule } from './rule.js';
import { closingOffers } from './unclosed-label-ends.js';
import { thisTag } from './wording.js';

export const unclosedLabel: Rule = faultRule({
  name: 'unclosed-label',
  summary: "The '[' of a tag has no closing ']'.",
  reason:
    "The words of a tag go from '[' to the matching ']'. Without it, it is not clear where the words end, and the tag is not read. The search always stops at a blank line, so the rest of the brief still works. Write ']' after the last word. For a bracket that belongs to the words, write '\\[' or '\\]'.",
  level: 'error',
  message: ({ detail }) =>
    `${thisTag(detail)} opens '[' and never closes it, so the tag is not read. Write ']' after its last word.`,
  offers: closingOffers,
  examples: {
    bad: [{ brief: 'The pact of :date[October 2025 was signed in Delhi.\n' }],
    good: [
      { brief: 'The pact of :date[October 2025] was signed in Delhi.\n' },
      { brief: 'The pact [as amended] of :date[October 2025].\n' },
    ],
  },
});
