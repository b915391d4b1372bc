import { DATED, PARTIES } from './example-parts.js';
import { faultRule } from './fault-rule.js';
import type { Rule } from './rule.js';

export const malformedFence: Rule = faultRule({
  name: 'malformed-fence',
  summary: 'The opening line of a commitment block is not written as one.',
  reason:
    "A block opens with three colons or more, and its kind right after them: ':::commitment{…}'. Pandoc's '::: {.commitment}' and a space after the colons look alike, but open a block of no kind here.",
  level: 'error',
  fix: 'Write it as a block',
  message: ({ written, detail }) =>
    `'${written}${written.includes('{') ? '…}' : ''}' opens no ${detail.kind ?? 'commitment'} block. Write :::${detail.kind ?? 'commitment'}{…}, the kind right after the colons, on a line of its own.`,
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
