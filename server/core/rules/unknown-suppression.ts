import { faultRule } from './fault-rule.js';
import type { Rule } from './rule.js';

export const unknownSuppression: Rule = faultRule({
  name: 'unknown-suppression',
  summary: 'A comment that should suppress findings names no rule, or an unknown one.',
  reason:
    'A comment must name the rules that it suppresses, so that it does not hide more than you mean. With a spelling mistake in a name it suppresses nothing, although it looks as if it did.',
  level: 'warning',
  // The names of rules are for `lint` to judge, see stale-suppressions.ts; here, comments of an unknown form.
  message: ({ detail, written }) => {
    const wrong = `'${detail.found ?? written}' is not an instruction, so nothing is suppressed.`;
    if (detail.wanted !== undefined) return `${wrong} Did you mean '${detail.wanted}'?`;
    return `${wrong} Use rapporteur-disable-next-line, rapporteur-disable, rapporteur-enable or rapporteur-disable-file.`;
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
