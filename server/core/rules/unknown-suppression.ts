import { faultRule } from './fault-rule.js';
import type { Rule } from './rule.js';

export const unknownSuppression: Rule = faultRule({
  name: 'unknown-suppression',
  summary: 'A comment is meant to suppress, and names no rule or one there is not.',
  reason:
    'A comment says which rules it silences, so that it cannot hide more than was meant. With a slip in a name it silences nothing, and looks as if it did.',
  level: 'warning',
  // The names of rules are for `lint` to judge, see stale-suppressions.ts; here, comments of an unknown form.
  message: ({ detail, written }) => {
    const wrong = `'${detail.found ?? written}' is no instruction, so nothing is suppressed.`;
    if (detail.wanted !== undefined) return `${wrong} Did you mean '${detail.wanted}'?`;
    return `${wrong} There are rapporteur-disable-next-line, rapporteur-disable, rapporteur-enable and rapporteur-disable-file.`;
  },
  examples: {
    bad: [
      { brief: '<!-- rapporteur-disable-file -->\nSigned in :date[2025].\n' },
      { brief: '<!-- rapporteur-disable-file duplicate-ids -->\nSigned in :date[2025].\n' },
    ],
    good: [
      {
        brief: `<!-- rapporteur-disable-file unreadable-date -->
It was signed :date[last spring].
`,
      },
    ],
  },
});
