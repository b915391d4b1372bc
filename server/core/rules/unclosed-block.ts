import { DATED, PARTIES } from './example-parts.js';
import { faultRule } from './fault-rule.js';
import type { Rule } from './rule.js';

export const unclosedBlock: Rule = faultRule({
  name: 'unclosed-block',
  summary: "A block has no closing line ':::'.",
  reason:
    'A block holds all that stands between its opening line and a line of as many colons. Where that line is missing the block ends at the next heading, or with the quote or list it stands in, so the rest of the brief still works; its words are then a guess.',
  level: 'error',
  message: ({ detail, written }) =>
    `This block is never closed, so where its words end is a guess. Write ${/^:+/.exec(detail.found ?? written)?.[0] ?? ':::'} on a line of its own after them.`,
  examples: {
    bad: [
      {
        brief: `${DATED}:::commitment{by=united-states to=india due=2026-03}
The sales will be finalized.
`,
        registry: PARTIES,
      },
    ],
    good: [
      {
        brief: `${DATED}:::commitment{by=united-states to=india due=2026-03}
The sales will be finalized.
:::
`,
        registry: PARTIES,
      },
    ],
  },
});
