import { appendTo, sizeAt, writeFaultOf } from '../../host/index.js';
import { checkGithub } from '../formats/check-github.js';
import { markdownReport } from '../formats/check-markdown.js';
import type { LintRun } from '../formats/lint-run.js';
import { note, type Platform, SUMMARY_BYTES } from '../report/report-outputs.js';
import type { Io } from '../terminal/io.js';
import { writeAll } from '../terminal/write-all.js';

export const github: Platform = {
  async notify(io, run, { display }) {
    await writeAll(io.stdout, checkGithub.write(run, display));
    addToSummary(io, run);
  },
};

function addToSummary(io: Io, run: LintRun): void {
  const path = io.env.GITHUB_STEP_SUMMARY;
  if (!path) return;
  try {
    const before = sizeAt(path);
    const start = before > 0 ? '\n' : '';
    const room = SUMMARY_BYTES - before - start.length;
    const text = start + [...markdownReport(run, room)].join('');
    if (Buffer.byteLength(text) <= SUMMARY_BYTES - before) appendTo(path, text);
    else note(io, 'the summary of this step is full, so the table of findings was left out.');
  } catch (error) {
    const reason = writeFaultOf(error as NodeJS.ErrnoException);
    note(io, `the summary of this step could not be written: ${reason}.`);
  }
}
