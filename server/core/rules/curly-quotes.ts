import { faultRule } from './fault-rule.js';
import type { Rule } from './rule.js';

export const curlyQuotes: Rule = faultRule({
  name: 'curly-quotes',
  summary: 'Curly quotes stand where a tag needs straight ones.',
  reason:
    'Word processors turn straight quotes into curly ones. In prose they are welcome; around the value of an attribute they are ordinary characters, so the value would be cut at its first space.',
  level: 'error',
  fix: 'Use straight quotes',
  message: ({ detail }) =>
    `The value${detail.attribute === undefined ? '' : ` of '${detail.attribute}'`} stands in curly quotes, as a word processor writes them; a tag reads only straight ones. Use "…" instead.`,
  examples: {
    bad: [
      {
        brief: ':place[Delhi]{#delhi description=“the capital”}\n',
        fixed: ':place[Delhi]{#delhi description="the capital"}\n',
      },
    ],
    good: [{ brief: ':place[Delhi]{#delhi description="the “old” capital"} is “old”.\n' }],
  },
});
