import { faultRule } from './fault-rule.js';
import type { Rule } from './rule.js';

export const textBesideRecord: Rule = faultRule({
  name: 'text-beside-record',
  summary: 'Text stands on the line of a record.',
  reason:
    'A record, such as ::person[…]{#id}, stands alone on its line, because the line is not part of the text: strip and the preview take it out whole. Text beside it would vanish with it, so such a line is read as text instead.',
  level: 'error',
  message: ({ detail }) =>
    `A ::${detail.kind ?? 'kind'} record stands alone on its line. Move the rest to a line of its own, or write the tag with one colon if it belongs to the sentence.`,
  examples: {
    bad: [{ brief: '::place[Delhi]{#delhi} is old.\n\nWe met in :place[Delhi].\n' }],
    good: [
      {
        brief: `::place[Delhi]{#delhi}

:place[Delhi] is old.
`,
      },
      { brief: ':place[Delhi]{#delhi} is old.\n' },
    ],
  },
});
