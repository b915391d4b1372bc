import { faultRule } from './fault-rule.js';
import { recordOffers } from './record-offers.js';
import type { Rule } from './rule.js';

export const textBesideRecord: Rule = faultRule({
  name: 'text-beside-record',
  summary: 'There is other text on the line of a record.',
  reason:
    'A record, such as ::person[…]{#id}, must be alone on its line, because the line is not part of the text: strip and the preview remove the whole line. Other text on it would be removed too, so such a line is read as text instead.',
  level: 'error',
  message: ({ detail }) =>
    `A ::${detail.kind ?? 'kind'} record must be alone on its line. Move the rest to another line, or write the tag with one colon if it belongs to the sentence.`,
  offers: recordOffers,
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
