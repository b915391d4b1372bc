import { scalar, scalars } from '../brief/index.js';
import type { Day } from '../dates/index.js';
import { assessmentTagsOf } from './definitions.js';
import { firstDay, readable } from './effective-dates.js';
import { dayOfFollowUp, sourcesOf } from './history.js';
import type { Assessment, Commitment, TagAt, Workspace } from './model.js';
import { type Scale, type Settings, type Step, scaleNamed, scalesOf } from './settings/index.js';

/** The assessments of a commitment by the first day of `on`, ties by path and place. Those without a score are none. */
export function assessmentsOf(workspace: Workspace, id: string): readonly Assessment[] {
  const found = assessmentTagsOf(workspace, id).flatMap((at) => assessmentAt(workspace, at) ?? []);
  // Stable; no day is the beginning of time, from which nothing is subtracted.
  return found.sort((a, b) => (a.from === b.from ? 0 : a.from - b.from));
}

function assessmentAt(workspace: Workspace, { page: id, tag }: TagAt): Assessment | undefined {
  const page = workspace.pages.get(id);
  const score = scalar(tag.attributes, 'score')?.text;
  if (page === undefined || score === undefined || score === '') return undefined;
  const on = dayOfFollowUp(page, tag);
  return {
    by: scalars(tag.attributes, 'by').map(({ text }) => text),
    score,
    scale: scalar(tag.attributes, 'scale')?.text,
    party: scalars(tag.attributes, 'party').map(({ text }) => text),
    on,
    from: firstDay(on),
    period: readable(scalar(tag.attributes, 'period')?.text),
    source: sourcesOf(workspace, page, tag),
    place: { page: id, span: tag.span },
    words: tag.words,
  };
}

/** The last word of each assessor on each party by a day, the newest first. */
export function latestAssessments({ assessments }: Commitment, day: Day): readonly Assessment[] {
  const latest = new Map<string, Assessment>();
  for (const one of assessments) {
    if (one.from > day) continue;
    const key = [...one.by, '', ...one.party].join('\0');
    // Put in anew, so that the newest is the last.
    latest.delete(key);
    latest.set(key, one);
  }
  return [...latest.values()].reverse();
}

/** The scales that a score may be on: that which is named, else all that have the step. */
export function scalesWith(
  settings: Settings,
  { score, scale }: Pick<Assessment, 'score' | 'scale'>,
): readonly Scale[] {
  const named = scale === undefined ? undefined : scaleNamed(settings, scale);
  const asked = scale === undefined ? scalesOf(settings) : named === undefined ? [] : [named];
  return asked.filter(({ steps }) => steps.some(({ value }) => value === score));
}

/** The step that a score is, with its scale; of several scales the first. */
export function stepOfScore(
  settings: Settings,
  assessment: Pick<Assessment, 'score' | 'scale'>,
): { readonly scale: Scale; readonly step: Step } | undefined {
  const [scale] = scalesWith(settings, assessment);
  const step = scale?.steps.find(({ value }) => value === assessment.score);
  return scale && step && { scale, step };
}
