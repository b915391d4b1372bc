import { scalar, type Tag } from '../../brief/index.js';
import {
  type Assessment,
  commitmentOf,
  stepOfScore,
  type Workspace,
} from '../../workspace/index.js';
import { assessmentFacts } from './assessment-words.js';
import { commitmentState } from './card.js';
import { partyLine, sourcesIn, stateLine } from './describe-commitment.js';
import { type DescribeContext, describeMissing } from './describe-id.js';
import { nameOfCommitment } from './describe-names.js';
import {
  joined,
  type Line,
  lines,
  MAX_LONG,
  MAX_SHORT,
  placed,
  type RichText,
  truncate,
} from './rich-text.js';

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

/** `+1 (full compliance) by G20 Research Group, 30 June 2026: Deliveries began (Report of 2026)`. */
export function assessmentLine(workspace: Workspace, assessment: Assessment): Line {
  const sources = sourcesIn(workspace, assessment.source);
  const words = truncate(assessment.words, MAX_SHORT);
  return [
    placed(truncate(assessmentFacts(workspace, assessment), MAX_SHORT), assessment.place),
    ...(words === '' ? [] : [`: ${words}`]),
    ...(sources.length === 0 ? [] : [' (', ...sources, ')']),
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

export function guidelineLine(guideline: string | undefined): Line {
  return guideline === undefined ? [] : [`How to assess it: ${truncate(guideline, MAX_LONG)}`];
}
