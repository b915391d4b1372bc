import { scalar } from '../brief/index.js';
import { dueAsOf } from '../workspace/index.js';
import { DATED, PARTIES } from './example-parts.js';
import type { Rule } from './rule.js';
import { soundCommitments } from './sound-tags.js';
import { quoted } from './wording.js';

const PROMISE = `${DATED}The :place[U.S.] told :place[India] it will :commitment[deliver the aircraft]{#c-aircraft by=united-states to=india due-text="in the near term"}.\n`;

export const vagueDeadline: Rule = {
  name: 'vague-deadline',
  summary: 'A deadline is given only in words that name no day.',
  reason:
    'Words such as "soon" or "in the near term" are worth keeping as they were said, but the commitment can then never be overdue. If you find a date in the source, add it with due= and keep due-text=. If there are only words, suppress the finding and say so in its reason.',
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
  sees: 'block',
  names: 'exact',
  *check(page, workspace) {
    for (const commitment of soundCommitments(workspace, page)) {
      const words = scalar(commitment.at.tag.attributes, 'due_text');
      // A later update may have named the day.
      if (words === undefined || dueAsOf(commitment, workspace.today) !== undefined) continue;
      yield {
        span: words.span,
        message: `${quoted(words.text)} names no day, so this commitment can never be overdue. Add due= with a date if you know one.`,
      };
    }
  },
};
