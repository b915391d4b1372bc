import { datesBeforeMade, type FollowUpDates } from './dates-before-made.js';
import { DATED, PARTIES } from './example-parts.js';
import type { Rule } from './rule.js';

const PROMISE = `${DATED}The :place[U.S.] told :place[India] it will :commitment[deliver the aircraft]{#c-aircraft by=united-states to=india due=2030}.\n\n`;

const DATES: FollowUpDates = {
  role: 'assessment',
  day: 'it was assessed',
  other: {
    name: 'period',
    message: (date, promise) =>
      `This assessment is about ${date}, which was over before ${promise}.`,
  },
};

export const assessmentBeforeCommitment: Rule = {
  name: 'assessment-before-commitment',
  summary: 'An assessment is dated, or is about a time, before its commitment was made.',
  reason:
    'Nobody can assess a promise before it is made, so one of the two dates is wrong. The date of an assessment is on=, or else the date of its brief; period= is the time that it is about. The date of a commitment is made=, or else the date of its event, or else the date of its brief. A brief often reports a promise that was made long before: then give that day with made=.',
  level: 'warning',
  examples: {
    bad: [
      {
        registry: PARTIES,
        brief: `${PROMISE}::assessment{of=c-aircraft by=india score=limited on=2025-09}\n`,
      },
      {
        registry: PARTIES,
        brief: `${PROMISE}::assessment{of=c-aircraft by=india score=limited on=2026-06 period=2024}\n`,
        today: '2026-12-01',
      },
    ],
    good: [
      {
        registry: PARTIES,
        brief: `${PROMISE}::assessment{of=c-aircraft by=india score=limited on=2026-06 period=2026}\n`,
        today: '2026-12-01',
      },
      {
        registry: PARTIES,
        brief: `${PROMISE.replace('due=2030', 'due=2030 made=2025-06')}::assessment{of=c-aircraft by=india score=limited on=2025-09}\n`,
      },
    ],
  },
  sees: 'block',
  check: (page, workspace) => datesBeforeMade(page, workspace, DATES),
};
