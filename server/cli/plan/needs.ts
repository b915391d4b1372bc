import type { LintJob } from '../engine/job.js';
import type { ReportOutputs } from './output-options.js';

/** What the formats that were asked for need the engine to work out. */
export function needsOf({ reports }: ReportOutputs): Pick<LintJob, 'lineHashes'> {
  const needy = reports.some(({ format }) => format.needs === 'line-hashes');
  return needy ? { lineHashes: 'wanted' } : {};
}
