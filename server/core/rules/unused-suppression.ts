import type { Rule } from './rule.js';

export const unusedSuppression: Rule = {
  name: 'unused-suppression',
  summary: 'A comment suppresses a finding that does not exist.',
  reason:
    'A comment suppresses a finding that you decided to keep. When the text has changed and the finding is gone, the comment could hide a new finding in the same place. Remove the comment.',
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
