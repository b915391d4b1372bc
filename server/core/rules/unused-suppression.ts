import type { Rule } from './rule.js';

export const unusedSuppression: Rule = {
  name: 'unused-suppression',
  summary: 'A comment suppresses a finding that is not there.',
  reason:
    'A finding that is meant to stay is silenced by a comment. When the text has changed and the finding is gone, the comment would hide the next one that appears at the place. Remove it.',
  level: 'warning',
  // It takes the answers of all other rules: `lint` finds these itself, see stale-suppressions.ts.
  check: () => [],
  examples: {
    bad: [
      {
        brief: `<!-- rapporteur-disable-next-line unreadable-date -->
It was signed in :date[October 2025].
`,
      },
    ],
    good: [
      {
        brief: `<!-- rapporteur-disable-next-line unreadable-date -- the speech says no more -->
It was signed :date[last spring].
`,
      },
    ],
  },
};
