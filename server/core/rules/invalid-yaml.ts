import { faultRule } from './fault-rule.js';
import type { Rule } from './rule.js';
import { sentence } from './wording.js';

export const invalidYaml: Rule = faultRule({
  name: 'invalid-yaml',
  summary: 'A registry cannot be read as YAML, or only in part.',
  reason:
    'A registry is YAML: names, a colon, values, and indentation that says what belongs to what. Where that breaks, the entries after it are unknown, and every mention of them would be reported elsewhere.',
  level: 'error',
  message: ({ detail }) => sentence(detail.reason ?? 'This cannot be read as YAML'),
  examples: {
    bad: [
      {
        brief: 'It was signed in :place[Delhi].\n',
        registry: `place:
  delhi: { name: Delhi
`,
      },
    ],
    good: [
      {
        brief: 'It was signed in :place[Delhi].\n',
        registry: `place:
  delhi: { name: Delhi }
`,
      },
    ],
  },
});
