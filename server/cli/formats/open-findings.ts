import type { CheckedFile, LintRun } from './lint-run.js';
import type { LocatedFinding } from './located-finding.js';

/** What is to be fixed in a file: neither suppressed nor known; with `--quiet` errors only. */
export function openFindings(
  { findings }: CheckedFile,
  { quiet }: LintRun,
): readonly LocatedFinding[] {
  return findings.filter(
    ({ state, severity }) => state === 'open' && (!quiet || severity === 'error'),
  );
}
