import { faultRule } from './fault-rule.js';
import type { Rule } from './rule.js';
import { sentence } from './wording.js';

export const invalidYaml: Rule = faultRule({
  name: 'invalid-yaml',
  summary: 'A registry, or a part of it, cannot be read as YAML.',
  reason:
    'A registry is YAML: names, colons, values, and indentation that shows what belongs together. After a mistake the entries cannot be read, and every mention of them would be reported too.',
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
