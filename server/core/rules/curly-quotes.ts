import { faultRule } from './fault-rule.js';
import type { Rule } from './rule.js';

export const curlyQuotes: Rule = faultRule({
  name: 'curly-quotes',
  summary: 'Curly quotes are used where a tag needs straight ones.',
  reason:
    'Word processors turn straight quotes into curly ones. In prose that is fine. Around the value of an attribute they are ordinary characters, so the value would end at its first space.',
  level: 'error',
  fix: 'Use straight quotes',
  message: ({ detail, written }) => {
    const whose = detail.attribute === undefined ? '' : ` of '${detail.attribute}'`;
    const marks = /[“”„‟‘’‚‛]/.test(written)
      ? 'in curly quotes, as a word processor writes them'
      : 'in quotes that tags do not read';
    return `The value${whose} is ${marks}. Tags need straight quotes: use "…" instead.`;
  },
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
