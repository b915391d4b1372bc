import { faultRule } from './fault-rule.js';
import type { Rule } from './rule.js';

export const spaceInTag: Rule = faultRule({
  name: 'space-in-tag',
  summary: 'A space splits a tag.',
  reason:
    "The colon, the kind, '[…]' and '{…}' of a tag must follow each other without spaces. Everything after a space is plain text, so readers of the brief would see the brackets.",
  level: 'error',
  fix: 'Remove the space',
  message: ({ detail }) =>
    `A space splits ${detail.kind === undefined ? 'this tag' : `the :${detail.kind} tag`}, so it is read as plain text from there on. Remove the space.`,
  examples: {
    bad: [
      {
        brief: 'It was signed in :date [October 2025].\n',
        fixed: 'It was signed in :date[October 2025].\n',
      },
      {
        brief: 'It was signed :date[last month] {edtf=2025-10}.\n',
        fixed: 'It was signed :date[last month]{edtf=2025-10}.\n',
      },
    ],
    good: [
      { brief: 'It was signed in :date[October 2025].\n' },
      { brief: 'By date: [the list](https://example.org/list).\n' },
    ],
  },
});
