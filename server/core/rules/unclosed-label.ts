import { faultRule } from './fault-rule.js';
import type { Rule } from './rule.js';
import { thisTag } from './wording.js';

export const unclosedLabel: Rule = faultRule({
  name: 'unclosed-label',
  summary: "The '[' of a tag has no ']'.",
  reason:
    "The words of a tag run from '[' to the matching ']'. Without it the tag cannot tell where its words end, and nothing in it is read. A blank line always ends the attempt, so the rest of the brief still works. Write ']' after the last word; a bracket that belongs to the words is written '\\[' or '\\]'.",
  level: 'error',
  message: ({ detail }) =>
    `${thisTag(detail)} opens '[' and never closes it, so its words have no end. Write ']' after the last of them.`,
  examples: {
    bad: [{ brief: 'The pact of :date[October 2025 was signed in Delhi.\n' }],
    good: [
      { brief: 'The pact of :date[October 2025] was signed in Delhi.\n' },
      { brief: 'The pact [as amended] of :date[October 2025].\n' },
    ],
  },
});
