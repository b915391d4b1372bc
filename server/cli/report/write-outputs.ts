import type { LintRun } from '../formats/lint-run.js';
import { escapePath } from '../terminal/escape-controls.js';
import type { Io } from '../terminal/io.js';
import { writeAll } from '../terminal/write-all.js';
import type { ReportOutput, ReportOutputs } from './report-outputs.js';

/**
 * Writes every report: the files first, so that they are there whoever stops reading. One that cannot
 * be written is reported on the standard error and keeps none of the others back.
 * @param sourceAt what lies in a report's place and must stay, in words
 */
export async function writeOutputs(
  io: Io,
  run: LintRun,
  { reports, platform, display }: ReportOutputs,
  sourceAt: (path: string) => string | undefined = () => undefined,
): Promise<'written' | 'failed'> {
  const [onStdout, ...others] = reports;
  let result: 'written' | 'failed' = 'written';
  const textOf = ({ format }: ReportOutput): Iterable<string> => format.write(run, display);
  for (const output of others) {
    if (output.file === undefined) continue;
    const { writeReport } = await import('./write-report.js');
    const source = sourceAt(output.file.path);
    const fault =
      source === undefined
        ? writeReport(output.file, textOf(output))
        : `the report was not written into ${escapePath(output.file.shown)}: that is ${source}. Name another file.`;
    if (fault === undefined) continue;
    io.stderr.write(`rapporteur: ${fault}\n`);
    result = 'failed';
  }
  await writeAll(io.stdout, textOf(onStdout));
  await platform?.notify(io, run, { reports, display });
  return result;
}
