import { DATED, PARTIES } from './example-parts.js';
import { faultRule } from './fault-rule.js';
import type { Rule } from './rule.js';

export const equalNestedBlocks: Rule = faultRule({
  name: 'equal-nested-blocks',
  summary: 'A block is inside a block with the same number of colons.',
  reason:
    'A line of colons closes the innermost block that has at most that many colons. If both blocks have the same number, readers and other tools cannot see which block a line closes. Give the outer block more colons than the inner one.',
  level: 'error',
  message: ({ detail, written }) =>
    `This block is inside another one with the same number of colons, so it is not clear which of them a line of colons closes. Give the outer block more than ${/^:+/.exec(detail.found ?? written)?.[0] ?? ':::'}.`,
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
