import { bareWordOffers } from './bare-word-meant.js';
import { faultRule } from './fault-rule.js';
import type { Rule } from './rule.js';

export const bareWord: Rule = faultRule({
  name: 'bare-word',
  summary: "A word in '{…}' is not an attribute.",
  reason:
    'Everything in the braces must be #id or name=value. A single word, or a class such as .big, has no meaning here. Usually it is part of a value that has a space in it and no quotes.',
  level: 'error',
  message: ({ written }) =>
    `'${written}' is not an attribute: only #id and name=value have a meaning here. If it belongs to the value before it, put that value in quotes. Otherwise remove it.`,
  offers: bareWordOffers,
  examples: {
    bad: [
      { brief: ':place[Delhi]{#delhi description=the capital}\n' },
      { brief: ':place[Delhi]{#delhi .big}\n' },
    ],
    good: [{ brief: ':place[Delhi]{#delhi description="the capital"}\n' }],
  },
});
