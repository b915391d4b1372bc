import type { LintRun } from '../formats/lint-run.js';
import type { Io } from '../io.js';
import { writeAll } from '../write.js';
import { annotate } from './annotate.js';
import type { Output, Outputs } from './outputs.js';
import { writeReport } from './write-report.js';

/**
 * Writes every report: the files first, so that they are there whoever stops reading. One that cannot
 * be written is told of on the standard error and keeps none of the others back.
 */
export async function writeOutputs(
  io: Io,
  run: LintRun,
  { reports, platform, look }: Outputs,
): Promise<'written' | 'failed'> {
  const [onStdout, ...others] = reports;
  let result: 'written' | 'failed' = 'written';
  const textOf = ({ format }: Output): Iterable<string> => format.write(run, look);
  for (const output of others) {
    if (output.file === undefined) continue;
    const fault = writeReport(output.file, textOf(output));
    if (fault === undefined) continue;
    io.stderr.write(`rapporteur: ${fault}\n`);
    result = 'failed';
  }
  await writeAll(io.stdout, textOf(onStdout));
  if (platform !== undefined) await annotate(io, run, { reports, platform, look });
  return result;
}
