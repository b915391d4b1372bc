import type { Invocation } from '../command.js';
import type { LintJob } from '../engine/job.js';
import { CHECK_FORMATS } from '../formats/check-formats.js';

/** What the formats that were asked for need the engine to work out. */
export function needsOf({ options }: Invocation): Pick<LintJob, 'lineHashes'> {
  const asked = new Set([options.format].flat().map((format) => String(format).split('=')[0]));
  const needy = CHECK_FORMATS.some(({ name, needs }) => needs === 'line-hashes' && asked.has(name));
  return needy ? { lineHashes: 'wanted' } : {};
}
