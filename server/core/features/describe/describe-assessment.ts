import { scalar, type Tag } from '../../brief/index.js';
import {
  type Assessment,
  commitmentOf,
  stepOfScore,
  type Workspace,
} from '../../workspace/index.js';
import { assessmentLine, guidelineLine } from './assessment-lines.js';
import { commitmentState } from './card.js';
import { partyLine, stateLine } from './describe-commitment.js';
import { type DescribeContext, describeMissing } from './describe-id.js';
import { nameOfCommitment } from './describe-names.js';
import { joined, type Line, lines, MAX_SHORT, type RichText, truncate } from './rich-text.js';

/** How well which commitment was kept, on which scale, and what others say of it. */
export function describeAssessment(asking: DescribeContext, tag: Tag): RichText | undefined {
  const { workspace, page } = asking;
  const id = scalar(tag.attributes, 'of')?.text;
  if (id === undefined) return undefined;
  const commitment = commitmentOf(workspace, id);
  if (commitment === undefined) return describeMissing(asking, id, ['commitment']);
  const state = commitmentState(workspace, commitment);
  const here = commitment.assessments.find(
    ({ place }) => place.page === page.id && place.span.start === tag.span.start,
  );
  const others = state.assessments.filter((one) => one !== here);
  return [
    ...lines(['Assessment: ', nameOfCommitment(commitment)], partyLine(workspace, commitment)),
    ...lines(
      here && assessmentLine(workspace, here),
      here && scaleLine(workspace, here),
      guidelineLine(commitment.guideline),
      ...others.map((one): Line => ['Also: ', ...assessmentLine(workspace, one)]),
    ),
    ...lines(['Now: ', ...stateLine(state)]),
  ];
}

/** `Scale: Completion, of the Open Government Partnership (not-started, limited, substantial, complete)`. */
function scaleLine({ settings }: Workspace, assessment: Assessment): Line {
  const scale = stepOfScore(settings, assessment)?.scale;
  if (scale === undefined)
    return [`No scale has the step ${truncate(assessment.score, MAX_SHORT)}`];
  const steps = scale.steps.map(({ value }) => value).join(', ');
  return joined([`Scale: ${truncate(scale.title, MAX_SHORT)}`, truncate(steps, MAX_SHORT)]);
}
