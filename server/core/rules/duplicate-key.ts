import { faultRule } from './fault-rule.js';
import type { Rule } from './rule.js';

export const duplicateKey: Rule = faultRule({
  name: 'duplicate-key',
  summary: 'A key stands twice in one mapping of a registry.',
  reason:
    'Of two equal keys one would silently win, and an entity, or half of what is said of it, would be lost.',
  level: 'error',
  message: ({ detail, written }) => worded(detail.found ?? written),
  examples: {
    bad: [
      {
        brief: 'It was signed in :place[Delhi].\n',
        registry: `place:
  delhi: { name: Delhi }
  delhi: { name: Delhi, iso: DL }
`,
      },
    ],
    good: [
      {
        brief: 'It was signed in :place[Delhi].\n',
        registry: `place:
  delhi: { name: Delhi, iso: DL }
`,
      },
    ],
  },
});

function worded(key: string): string {
  return `'${key}' stands twice here, and only the first is read. Join the two, or give one another name.`;
}
