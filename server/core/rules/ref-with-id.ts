import { faultRule } from './fault-rule.js';
import type { Rule } from './rule.js';

export const refWithId: Rule = faultRule({
  name: 'ref-with-id',
  summary: "A tag has both '#id' and 'ref'.",
  reason:
    "'#id' says that the thing is defined here, 'ref' that it is defined elsewhere. A tag that says both says neither.",
  level: 'error',
  message: () =>
    `#id defines a thing here, and ref points to one defined elsewhere; this tag does both. Remove one of them.`,
  examples: {
    bad: [
      {
        brief: 'In :place[Delhi]{#delhi ref=new-delhi}.\n',
        registry: `place:
  new-delhi: { name: New Delhi }
`,
      },
    ],
    good: [{ brief: 'In :place[Delhi]{#delhi}. :place[The city]{ref=delhi} is old.\n' }],
  },
});
