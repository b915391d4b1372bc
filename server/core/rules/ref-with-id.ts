import { faultRule } from './fault-rule.js';
import type { Rule } from './rule.js';

export const refWithId: Rule = faultRule({
  name: 'ref-with-id',
  summary: "A tag has both '#id' and 'ref'.",
  reason:
    "'#id' defines something here, and 'ref' refers to something that is defined elsewhere. A tag cannot do both.",
  level: 'error',
  message: () =>
    `#id defines something here, and ref refers to something defined elsewhere. This tag has both. Remove one of them.`,
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
