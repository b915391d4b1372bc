import { SEVERITIES } from '../../core/index.js';
import type { CheckedFile } from './lint-run.js';
import type { LocatedFinding } from './located-finding.js';

/** Whether a finding reaches the level at which the check fails: what a test report calls a failure. */
export function fails(
  { severity }: Pick<LocatedFinding, 'severity'>,
  { failOn = 'error' }: Pick<CheckedFile, 'failOn'>,
): boolean {
  return failOn !== 'never' && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn);
}
