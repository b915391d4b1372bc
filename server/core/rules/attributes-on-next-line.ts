import { faultRule } from './fault-rule.js';
import type { Rule } from './rule.js';

export const attributesOnNextLine: Rule = faultRule({
  name: 'attributes-on-next-line',
  summary: 'The attributes of a record stand on the line after it.',
  reason:
    "The '{…}' of a record follows its ']' at once. On the next line it is a paragraph of its own: the record stays without its attributes, and a reader sees the braces.",
  level: 'error',
  fix: 'Move them up',
  message: ({ detail }) =>
    `These attributes stand on the line after their ::${detail.kind ?? 'kind'} record, so they do not count. Move them right behind its ']'; a line break inside the braces is fine.`,
  examples: {
    bad: [
      {
        brief: `::place[Delhi]
{#delhi}

We met in :place[Delhi].
`,
        fixed: `::place[Delhi]{#delhi}

We met in :place[Delhi].
`,
      },
    ],
    good: [
      {
        brief: `::place[Delhi]{#delhi
  classification=city}

We met in :place[Delhi].
`,
      },
    ],
  },
});
