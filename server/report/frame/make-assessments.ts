import {
  type Assessment,
  assessmentFacts,
  type Commitment,
  latestAssessments,
  type Step,
  stepOfScore,
} from '../../core/index.js';
import { lineOfPlace } from './place-lines.js';
import type { ReportAssessment } from './report-view.js';
import type { Setting } from './setting.js';

export function assessmentsOf(
  setting: Setting,
  commitment: Commitment,
): readonly ReportAssessment[] {
  const { today } = setting.workspace;
  const latest = new Set(latestAssessments(commitment, today));
  return commitment.assessments.map((each) => ({
    ...assessmentOf(setting, commitment, each),
    isLatest: latest.has(each),
    isKnown: each.from <= today,
  }));
}

function assessmentOf(
  { workspace, refTo, fileOf }: Setting,
  commitment: Commitment,
  assessment: Assessment,
): Omit<ReportAssessment, 'isLatest' | 'isKnown'> {
  const { by, score, party, on, period, source, words, place } = assessment;
  const found = stepOfScore(workspace.settings, assessment);
  const parties = party.length > 0 ? party : commitment.by;
  return {
    ...{ by: by.map(refTo), score, scale: found?.scale.name },
    place: found && placeOn(found.scale.steps, found.step),
    meaning: found?.step.meaning,
    ...{ parties: parties.map(refTo), on, period, sources: source.map(refTo), words },
    said: assessmentFacts(workspace, assessment),
    ...{ file: fileOf(place.page), line: lineOfPlace(workspace, place) },
  };
}

/** Steps that say that nobody knows are no place on the scale. */
function placeOn(steps: readonly Step[], step: Step): number | undefined {
  const known = steps.filter(({ isOpen }) => isOpen !== true);
  const at = known.indexOf(step);
  return at < 0 || known.length < 2 ? undefined : at / (known.length - 1);
}
