import type { Found } from '../report/found.js';
import type { CheckedFile, LintRun } from './lint-run.js';

/** What is to be mended in a file: neither suppressed nor known; with `--quiet` errors only. */
export function openFindings({ findings }: CheckedFile, { quiet }: LintRun): readonly Found[] {
  return findings.filter(
    ({ state, severity }) => state === 'open' && (!quiet || severity === 'error'),
  );
}
