import { scalar } from '../brief/index.js';
import { dueAsOf } from '../workspace/index.js';
import { DATED, PARTIES } from './example-parts.js';
import type { Rule } from './rule.js';
import { soundCommitments } from './sound-tags.js';
import { quoted } from './wording.js';

const PROMISE = `${DATED}The :place[U.S.] told :place[India] it will :commitment[deliver the aircraft]{#c-aircraft by=united-states to=india due-text="in the near term"}.\n`;

export const vagueDeadline: Rule = {
  name: 'vague-deadline',
  summary: 'A deadline is kept in words that name no day.',
  reason:
    'Words such as "soon" or "in the near term" are worth keeping as they were said, but no one can be held to them: the commitment is never overdue. If a date can be found in the source or agreed on, add it with due=, beside due-text=. If the words are all there is, the finding says so to the reader; suppress it with a reason.',
  level: 'warning',
  examples: {
    bad: [{ registry: PARTIES, brief: PROMISE }],
    good: [
      {
        registry: PARTIES,
        brief: PROMISE.replace('due-text=', 'due=2026 due-text='),
      },
    ],
  },
  *check(page, workspace) {
    for (const commitment of soundCommitments(workspace, page)) {
      const words = scalar(commitment.at.tag.attributes, 'due_text');
      // A later update may have named the day.
      if (words === undefined || dueAsOf(commitment, workspace.today) !== undefined) continue;
      yield {
        span: words.span,
        message: `${quoted(words.text)} names no day, so this commitment can never be overdue. Add due= with a date if one is known.`,
      };
    }
  },
};
