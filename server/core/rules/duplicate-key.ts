import { faultRule } from './fault-rule.js';
import { repeatedKeyOffers } from './repeated-key-offers.js';
import type { Rule } from './rule.js';

export const duplicateKey: Rule = faultRule({
  name: 'duplicate-key',
  summary: 'A mapping in a registry has the same key twice.',
  reason:
    'Only one of two equal keys can be read, so an entity, or half of its values, would be lost without notice.',
  level: 'error',
  message: ({ detail, written }) => worded(detail.found ?? written),
  offers: (page, _, fault) => repeatedKeyOffers(page.text, fault.span),
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
  return `'${key}' is here twice, and only the first one is read. Join the two, or rename one.`;
}
