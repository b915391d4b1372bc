import { SEVERITIES } from '../../core/index.js';
import type { LintRun } from './lint-run.js';
import type { LocatedFinding } from './located-finding.js';
import { openFindings } from './open-findings.js';

/** The open findings, errors first; otherwise in the order of the report. */
export function worstFirst(run: LintRun): readonly LocatedFinding[] {
  const open = run.files.flatMap((file) => openFindings(file, run));
  return SEVERITIES.flatMap((level) => open.filter(({ severity }) => severity === level));
}
