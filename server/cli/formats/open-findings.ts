import type { LocatedFinding } from '../report/located-finding.js';
import type { CheckedFile, LintRun } from './lint-run.js';

/** What is to be fixed in a file: neither suppressed nor known; with `--quiet` errors only. */
export function openFindings(
  { findings }: CheckedFile,
  { quiet }: LintRun,
): readonly LocatedFinding[] {
  return findings.filter(
    ({ state, severity }) => state === 'open' && (!quiet || severity === 'error'),
  );
}
