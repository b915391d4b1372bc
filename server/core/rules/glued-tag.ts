import { faultRule } from './fault-rule.js';
import type { Rule } from './rule.js';

export const gluedTag: Rule = faultRule({
  name: 'glued-tag',
  summary: 'A letter or a digit touches a tag.',
  reason:
    "Where a letter or a digit stands right before the colon, the colon belongs to the text, as in 'U.S.:India' or '10:30', so a tag that touches a word is not read. A space, or any sign that is no letter, in front of it makes it one. If no tag is meant, write \\: for the colon.",
  level: 'error',
  fix: 'Put a space before it',
  message: ({ detail }) =>
    `A letter, a digit or a colon touches this :${detail.kind ?? 'kind'} tag, so it is read as plain text. Put a space before its colon, or write \\: if no tag is meant.`,
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
