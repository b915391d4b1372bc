import { faultRule } from './fault-rule.js';
import type { Rule } from './rule.js';

export const gluedTag: Rule = faultRule({
  name: 'glued-tag',
  summary: 'A letter or a digit is directly before a tag.',
  reason:
    "If a letter or a digit is directly before the colon, the colon belongs to the text, as in 'U.S.:India' or '10:30', and no tag is read there. Put a space, or another character that is not a letter or a digit, before the tag. If it is not a tag, write \\: for the colon.",
  level: 'error',
  fix: 'Put a space before it',
  message: ({ detail }) =>
    `A letter, a digit or a colon is directly before this :${detail.kind ?? 'kind'} tag, so it is read as plain text. Put a space before its colon, or write \\: if it is not a tag.`,
  examples: {
    bad: [
      {
        brief: 'It was signed in:date[October 2025].\n',
        fixed: 'It was signed in :date[October 2025].\n',
      },
    ],
    good: [
      { brief: 'It was signed in :date[October 2025] (:date[2025]).\n' },
      { brief: ':date[2025], but in\\:date[October 2025].\n' },
    ],
  },
});
