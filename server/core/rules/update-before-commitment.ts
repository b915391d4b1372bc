import { scalar, type Tag } from '../brief/index.js';
import { describeDate } from '../dates/index.js';
import {
  commitmentOf,
  dateOfPage,
  isOverBefore,
  type Page,
  type Workspace,
} from '../workspace/index.js';
import { datesAfterMade, whereMade } from './dates-after-made.js';
import { DATED, PARTIES } from './example-parts.js';
import type { Finding, Rule } from './rule.js';
import { placeOf, soundTags } from './sound-tags.js';

const PROMISE = `${DATED}The :place[U.S.] told :place[India] it will :commitment[deliver the aircraft]{#c-aircraft by=united-states to=india due=2030}.\n\n`;

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
  *check(page, workspace) {
    for (const tag of soundTags(page, 'update')) {
      yield* findings(page, workspace, tag);
    }
  },
};

function* findings(page: Page, workspace: Workspace, tag: Tag): Iterable<Finding> {
  const commitment = commitmentOf(workspace, scalar(tag.attributes, 'of')?.text ?? '');
  const made = commitment?.made;
  if (commitment === undefined || made === undefined) return;
  const promise = `'${commitment.id}' was made (${describeDate(made)})`;
  const related = [{ ...whereMade(commitment), message: 'The commitment is here.' }];
  const on = dateOf(page, tag);
  if (on !== undefined && isOverBefore(on, made))
    return yield {
      span: placeOf(tag, 'on'),
      message: `This update is dated ${describeDate(on)}, before ${promise}. ${step(tag)}, or say with made= when it was promised.`,
      related,
      ...datesAfterMade(page, workspace, tag, { name: 'on', written: on, made }),
    };
  const due = scalar(tag.attributes, 'due')?.text;
  if (due !== undefined && isOverBefore(due, made))
    yield {
      span: placeOf(tag, 'due'),
      message: `The new deadline, ${describeDate(due)}, is before ${promise}. Correct due=, or say with made= when it was promised.`,
      related,
      ...datesAfterMade(page, workspace, tag, { name: 'due', written: due, made }),
    };
}

function step(tag: Tag): string {
  return scalar(tag.attributes, 'on') === undefined
    ? 'Say with on= when it happened'
    : 'Correct on=';
}

function dateOf(page: Page, tag: Tag): string | undefined {
  const own = scalar(tag.attributes, 'on')?.text;
  return own ?? dateOfPage(page)?.text;
}
