import {
  type Commitment,
  dueAsOf,
  isEndState,
  statusAsOf,
  type Workspace,
} from '../workspace/index.js';
import { DATED, PARTIES } from './example-parts.js';
import type { Rule } from './rule.js';
import { soundCommitments } from './sound-tags.js';

const PROMISE = `${DATED}The :place[U.S.] told :place[India] it will :commitment[deliver the aircraft]{#c-aircraft by=united-states to=india due=2026}.\n`;

export const commitmentWithoutDeadline: Rule = {
  name: 'commitment-without-deadline',
  summary: 'A commitment has no deadline and no period.',
  reason:
    'A promise without a date can never be late. Often the source gives no date, so this is only information. If it gives one, add due= (a date), due-text= (the words that were used, such as "soon") or period= (the time in which the promise applies).',
  level: 'info',
  examples: {
    bad: [{ registry: PARTIES, brief: PROMISE.replace(' due=2026', '') }],
    good: [
      { registry: PARTIES, brief: PROMISE },
      { registry: PARTIES, brief: PROMISE.replace('due=2026', 'period=2025/2035') },
      { registry: PARTIES, brief: PROMISE.replace('due=2026', 'status=fulfilled') },
    ],
  },
  sees: 'block',
  names: 'exact',
  *check(page, workspace) {
    for (const commitment of soundCommitments(workspace, page)) {
      if (hasTime(commitment, workspace) || hasEnded(commitment, workspace)) continue;
      yield {
        span: commitment.at.tag.head,
        message:
          'This commitment has no deadline, so it can never be overdue. Add due=, due-text= or period= if the source gives one.',
      };
    }
  },
};

function hasTime(commitment: Commitment, { today }: Workspace): boolean {
  const { due, dueText, period } = commitment;
  return [due, dueText, period, dueAsOf(commitment, today)].some((said) => said !== undefined);
}

/** Of a brief dated after today, what it says itself is what there is. */
function hasEnded(commitment: Commitment, { today }: Workspace): boolean {
  const status = statusAsOf(commitment, today) ?? commitment.history[0]?.status;
  return status !== undefined && isEndState(status);
}
