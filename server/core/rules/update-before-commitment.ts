import { datesBeforeMade, type FollowUpDates } from './dates-before-made.js';
import { DATED, PARTIES } from './example-parts.js';
import type { Rule } from './rule.js';

const PROMISE = `${DATED}The :place[U.S.] told :place[India] it will :commitment[deliver the aircraft]{#c-aircraft by=united-states to=india due=2030}.\n\n`;

const DATES: FollowUpDates = {
  role: 'update',
  day: 'it happened',
  other: {
    name: 'due',
    message: (date, promise) => `The new deadline, ${date}, is before ${promise}.`,
  },
};

export const updateBeforeCommitment: Rule = {
  name: 'update-before-commitment',
  summary: 'An update is dated, or sets a deadline, before its commitment was made.',
  reason:
    'Nothing can happen to a promise before it is made, so one of the two dates is wrong. The date of an update is on=, or else the date of its brief. The date of a commitment is made=, or else the date of its event, or else the date of its brief. A brief often reports a promise that was made long before: then give that day with made=. A new deadline, due=, cannot be before that day either.',
  level: 'warning',
  examples: {
    bad: [
      {
        registry: PARTIES,
        brief: `${PROMISE}::update[Work began]{of=c-aircraft status=in-progress on=2025-09}\n`,
      },
      {
        registry: PARTIES,
        brief: `${PROMISE}::update[Brought forward]{of=c-aircraft due=2024}\n`,
      },
    ],
    good: [
      {
        registry: PARTIES,
        brief: `${PROMISE}::update[Work began]{of=c-aircraft status=in-progress on=2025-10}\n`,
      },
      {
        registry: PARTIES,
        brief: `${PROMISE.replace('due=2030', 'due=2030 made=2025-06')}::update[Work began]{of=c-aircraft status=in-progress on=2025-09}\n`,
      },
    ],
  },
  sees: 'block',
  check: (page, workspace) => datesBeforeMade(page, workspace, DATES),
};
