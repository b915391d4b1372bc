import { scalar, type Tag } from '../brief/index.js';
import { describeDate } from '../dates/index.js';
import {
  commitmentOf,
  dayOfAssessment,
  isOverBefore,
  type Page,
  type Workspace,
} from '../workspace/index.js';
import { datesAfterMade, whereMade } from './dates-after-made.js';
import { DATED, PARTIES } from './example-parts.js';
import type { Finding, Rule } from './rule.js';
import { placeOf, soundTags } from './sound-tags.js';

const PROMISE = `${DATED}The :place[U.S.] told :place[India] it will :commitment[deliver the aircraft]{#c-aircraft by=united-states to=india due=2030}.\n\n`;

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
  *check(page, workspace) {
    for (const tag of soundTags(page, 'assessment')) yield* findings(page, workspace, tag);
  },
};

function* findings(page: Page, workspace: Workspace, tag: Tag): Iterable<Finding> {
  const commitment = commitmentOf(workspace, scalar(tag.attributes, 'of')?.text ?? '');
  const made = commitment?.made;
  if (commitment === undefined || made === undefined) return;
  const promise = `'${commitment.id}' was made (${describeDate(made)})`;
  const related = [{ ...whereMade(commitment), message: 'The commitment is here.' }];
  const on = dayOfAssessment(page, tag);
  if (on !== undefined && isOverBefore(on, made))
    return yield {
      span: placeOf(tag, 'on'),
      message: `This assessment is dated ${describeDate(on)}, before ${promise}. ${step(tag)}, or say with made= when it was promised.`,
      related,
      ...datesAfterMade(page, workspace, tag, { name: 'on', written: on, made }),
    };
  const period = scalar(tag.attributes, 'period')?.text;
  if (period !== undefined && isOverBefore(period, made))
    yield {
      span: placeOf(tag, 'period'),
      message: `This assessment is about ${describeDate(period)}, which was over before ${promise}. Correct period=, or say with made= when it was promised.`,
      related,
      ...datesAfterMade(page, workspace, tag, { name: 'period', written: period, made }),
    };
}

function step(tag: Tag): string {
  return scalar(tag.attributes, 'on') === undefined
    ? 'Say with on= when it was assessed'
    : 'Correct on=';
}
