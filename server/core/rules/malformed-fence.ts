import { DATED, PARTIES } from './example-parts.js';
import { faultRule } from './fault-rule.js';
import type { Rule } from './rule.js';

export const malformedFence: Rule = faultRule({
  name: 'malformed-fence',
  summary: 'The opening line of a commitment block has the wrong form.',
  reason:
    "A block opens with three or more colons, and its kind follows directly: ':::commitment{…}'. Pandoc's '::: {.commitment}', or a space after the colons, looks similar but does not open a commitment block here.",
  level: 'error',
  fix: 'Write it as a block',
  message: ({ written, detail }) =>
    `'${written}${written.includes('{') ? '…}' : ''}' does not open a ${detail.kind ?? 'commitment'} block. Write :::${detail.kind ?? 'commitment'}{…} on its own line, with the kind directly after the colons.`,
  examples: {
    bad: [
      {
        brief: `${DATED}::: commitment{by=united-states to=india due=2026-03}
:place[India] and the :place[United States] will end the talks.
:::
`,
        fixed: `${DATED}:::commitment{by=united-states to=india due=2026-03}
:place[India] and the :place[United States] will end the talks.
:::
`,
        registry: PARTIES,
      },
      {
        brief: `${DATED}:::{.commitment by=united-states to=india due=2026-03}
:place[India] and the :place[United States] will end the talks.
:::
`,
        fixed: `${DATED}:::commitment{by=united-states to=india due=2026-03}
:place[India] and the :place[United States] will end the talks.
:::
`,
        registry: PARTIES,
      },
    ],
    good: [
      {
        brief: `${DATED}:::commitment{by=united-states to=india due=2026-03}
:place[India] and the :place[United States] will end the talks.
:::
`,
        registry: PARTIES,
      },
    ],
  },
});
