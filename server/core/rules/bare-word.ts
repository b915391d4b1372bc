import { faultRule } from './fault-rule.js';
import type { Rule } from './rule.js';

export const bareWord: Rule = faultRule({
  name: 'bare-word',
  summary: "A word stands in '{…}' that is no attribute.",
  reason:
    'Everything in the braces is #id or name=value. A word alone, or a class such as .big, says nothing to Rapporteur, and is most often a value with a space in it and no quotes.',
  level: 'error',
  message: ({ written }) =>
    `'${written}' stands alone; only #id and name=value have a meaning here. If it belongs to the value before it, put that value in quotes; else remove it.`,
  examples: {
    bad: [
      { brief: ':place[Delhi]{#delhi description=the capital}\n' },
      { brief: ':place[Delhi]{#delhi .big}\n' },
    ],
    good: [{ brief: ':place[Delhi]{#delhi description="the capital"}\n' }],
  },
});
