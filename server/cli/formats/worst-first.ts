import { SEVERITIES } from '../../core/index.js';
import type { Found } from '../report/found.js';
import type { LintRun } from './lint-run.js';
import { openFindings } from './open.js';

/** What is to be mended, errors first; otherwise in the order of the report. */
export function worstFirst(run: LintRun): readonly Found[] {
  const open = run.files.flatMap((file) => openFindings(file, run));
  return SEVERITIES.flatMap((level) => open.filter(({ severity }) => severity === level));
}
