import { faultRule } from './fault-rule.js';
import type { Rule } from './rule.js';

export const fullWidthSign: Rule = faultRule({
  name: 'full-width-sign',
  summary: 'A tag is written with full-width signs.',
  reason:
    'Chinese and Japanese keyboards write signs that look like those of a tag and are others. A colon, a bracket, a brace, an equals sign or a hash of full width begins and ends no tag, so readers would see it as it is written.',
  level: 'error',
  fix: 'Use the signs of a tag',
  message: ({ detail, written }) =>
    `${seenAs(written)}. A ${detail.kind === undefined ? 'tag' : `:${detail.kind} tag`} needs the ASCII signs : [ ] { } # and =.`,
  examples: {
    bad: [
      {
        brief: ':place[德里]{#delhi}，：place［他的首都］｛ref＝delhi｝。\n',
        fixed: ':place[德里]{#delhi}，:place[他的首都]{ref=delhi}。\n',
      },
    ],
    good: [{ brief: '会议在:place[德里【首都】]{#delhi description="他说：［好］"}：很好。\n' }],
  },
});

/** Signs of other scripts that look like a colon are not of full width. */
function seenAs(written: string): string {
  return /^[˸ː׃։꞉]+$/.test(written)
    ? `'${written}' only looks like a colon`
    : `'${written}' is a full-width sign, as a Chinese or Japanese keyboard writes it`;
}
