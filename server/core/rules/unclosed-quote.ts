import { faultRule } from './fault-rule.js';
import type { Rule } from './rule.js';

export const unclosedQuote: Rule = faultRule({
  name: 'unclosed-quote',
  summary: 'A value begins with a quote but does not end with one.',
  reason:
    'A value with spaces must be in quotes. With only the first quote it is not clear where the value ends, so the attributes are ignored.',
  level: 'error',
  fix: 'Close the quote',
  message: ({ detail }) =>
    `The value${detail.attribute === undefined ? '' : ` of '${detail.attribute}'`} begins with a quote that is never closed. Write the same quote again after its last word.`,
  examples: {
    bad: [
      {
        brief: ':place[Delhi]{#delhi description="the capital}\n',
        fixed: ':place[Delhi]{#delhi description="the capital"}\n',
      },
    ],
    good: [{ brief: ':place[Delhi]{#delhi description="the capital"}\n' }],
  },
});
