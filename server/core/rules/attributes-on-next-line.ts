import { faultRule } from './fault-rule.js';
import type { Rule } from './rule.js';

export const attributesOnNextLine: Rule = faultRule({
  name: 'attributes-on-next-line',
  summary: 'The attributes of a record are on the line after it.',
  reason:
    "The '{…}' of a record must follow its ']' directly. On the next line it is read as a separate paragraph: the record has no attributes, and readers see the braces.",
  level: 'error',
  fix: 'Move them up',
  message: ({ detail }) =>
    `These attributes are on the line after their ::${detail.kind ?? 'kind'} record, so they are ignored. Move them directly after its ']'; a line break inside the braces is fine.`,
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
