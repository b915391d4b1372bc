import { DATED, PARTIES } from './example-parts.js';
import { faultRule } from './fault-rule.js';
import type { Rule } from './rule.js';

export const unclosedBlock: Rule = faultRule({
  name: 'unclosed-block',
  summary: "A block has no closing line ':::'.",
  reason:
    'A block holds everything between its opening line and a line with the same number of colons. If that line is missing, the block ends at the next heading, or at the end of the quote or list that it is in. The rest of the brief still works, but the end of the block is only a guess.',
  level: 'error',
  message: ({ detail, written }) =>
    `This block is never closed, so its end is only a guess. Write ${/^:+/.exec(detail.found ?? written)?.[0] ?? ':::'} on its own line after the last words of the block.`,
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
