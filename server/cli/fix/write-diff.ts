import type { FailCriteria } from '../check/verdict.js';
import { counted } from '../formats/summary.js';
import type { ExitStatus } from '../invocation/command.js';
import type { Io } from '../terminal/io.js';
import { writeAll } from '../terminal/write-all.js';
import type { FixOutcome } from './fix-outcome.js';

/**
 * Writes what would change; the exit status says whether anything would.
 * @param remaining the status by what was not fixed
 */
export async function writeDiff(
  io: Io,
  outcome: FixOutcome,
  remaining: ExitStatus,
  { findings }: Pick<FailCriteria, 'findings'>,
): Promise<ExitStatus> {
  const { diff = [], fixed = { findings: 0, files: 0 } } = outcome;
  await writeAll(io.stdout, diff);
  const would = `${counted(fixed.findings, 'fix', 'fixes')} in ${counted(fixed.files, 'file')}`;
  const line = fixed.files > 0 ? `${would} would be applied.` : 'there is nothing to fix.';
  const rest = remaining === 0 ? '' : ' There are other findings: remove --diff to see them.';
  io.stderr.write(`rapporteur: ${line}${rest}\n`);
  return fixed.files > 0 && findings === 'fail' ? 1 : remaining;
}
