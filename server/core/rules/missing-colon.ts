import { faultRule } from './fault-rule.js';
import type { Rule } from './rule.js';

export const missingColon: Rule = faultRule({
  name: 'missing-colon',
  summary: 'The colon of a tag is after its kind, not before it.',
  reason:
    'A tag begins with its colon. If the colon is after the kind, it is plain text, and the mention is not counted.',
  level: 'error',
  fix: 'Move the colon',
  message: ({ detail }) =>
    `The colon of a tag must be before its kind. Write :${detail.kind ?? 'kind'}[…] instead of ${detail.kind ?? 'kind'}:[…].`,
  examples: {
    bad: [
      {
        brief: 'It was signed in date:[October 2025].\n',
        fixed: 'It was signed in :date[October 2025].\n',
      },
    ],
    good: [
      { brief: 'It was signed in :date[October 2025].\n' },
      { brief: ':date[2025] - see also place:[x](https://example.org).\n' },
    ],
  },
});
