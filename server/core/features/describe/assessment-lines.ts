import type { Assessment, Workspace } from '../../workspace/index.js';
import { assessmentFacts } from './assessment-words.js';
import { type Line, MAX_LONG, MAX_SHORT, placed, truncate } from './rich-text.js';
import { sourcesIn } from './source-words.js';

/** `G20 Research Group: +1 (full compliance), 30 June 2026: Deliveries began (Report of 2026)`. */
export function assessmentLine(workspace: Workspace, assessment: Assessment): Line {
  const sources = sourcesIn(workspace, assessment.source);
  const words = truncate(assessment.words, MAX_SHORT);
  return [
    placed(truncate(assessmentFacts(workspace, assessment), MAX_SHORT), assessment.place),
    ...(words === '' ? [] : [`: ${words}`]),
    ...(sources.length === 0 ? [] : [' (', ...sources, ')']),
  ];
}

export function guidelineLine(guideline: string | undefined): Line {
  return guideline === undefined ? [] : [`How to assess it: ${truncate(guideline, MAX_LONG)}`];
}
