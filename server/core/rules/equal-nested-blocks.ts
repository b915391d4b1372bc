import { DATED, PARTIES } from './example-parts.js';
import { faultRule } from './fault-rule.js';
import type { Rule } from './rule.js';

export const equalNestedBlocks: Rule = faultRule({
  name: 'equal-nested-blocks',
  summary: 'A block stands in a block with as many colons.',
  reason:
    'A line of colons closes the innermost block that has no more of them, so with equal numbers it cannot be told by eye, nor by other tools, which block a line closes. Give the outer block more colons than the inner one.',
  level: 'error',
  message: ({ detail, written }) =>
    `This block stands in another that has as many colons, so which of them a line of colons closes is unclear. Give the outer block more than ${/^:+/.exec(detail.found ?? written)?.[0] ?? ':::'}.`,
  examples: {
    bad: [
      {
        brief: `${DATED}:::commitment{by=united-states to=india due=2026-03}
The sales will be finalized.

:::commitment{by=india to=united-states due=2026-03}
The bill will be paid.
:::
:::
`,
        registry: PARTIES,
      },
    ],
    good: [
      {
        brief: `${DATED}::::commitment{by=united-states to=india due=2026-03}
The sales will be finalized.

:::commitment{by=india to=united-states due=2026-03}
The bill will be paid.
:::
::::
`,
        registry: PARTIES,
      },
    ],
  },
});
