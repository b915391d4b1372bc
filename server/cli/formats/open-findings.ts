import { SEVERITIES } from '../../core/index.js';
import type { CheckedFile, LintRun } from './lint-run.js';
import type { LocatedFinding } from './located-finding.js';

/** What is to be fixed in a file: neither suppressed nor known; with `--quiet` errors only. */
export function openFindings(
  { findings }: CheckedFile,
  { quiet }: Pick<LintRun, 'quiet'>,
): readonly LocatedFinding[] {
  return findings.filter(
    ({ state, severity }) => state === 'open' && (!quiet || severity === 'error'),
  );
}

/** The open findings, errors first; otherwise in the order of the report. */
export function worstFirst(run: LintRun): readonly LocatedFinding[] {
  const open = run.files.flatMap((file) => openFindings(file, run));
  return SEVERITIES.flatMap((level) => open.filter(({ severity }) => severity === level));
}

/** Whether a finding reaches the level at which the check fails: what a test report calls a failure. */
export function fails(
  { severity }: Pick<LocatedFinding, 'severity'>,
  { failOn = 'error' }: Pick<CheckedFile, 'failOn'>,
): boolean {
  return failOn !== 'never' && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn);
}
