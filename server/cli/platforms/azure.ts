import { join } from 'node:path';
import { azureCommand, checkAzure } from '../formats/check-azure.js';
import { markdownReport } from '../formats/check-markdown.js';
import { note, type Platform, SUMMARY_BYTES } from '../report/report-outputs.js';
import { writeReport } from '../report/write-report.js';
import { writeAll } from '../terminal/write-all.js';

export const azure: Platform = {
  async notify(io, run, { display }) {
    await writeAll(io.stdout, checkAzure.write(run, display));
    const folder = io.env.AGENT_TEMPDIRECTORY;
    if (!folder) return;
    // The agent takes it up some time later, and empties the folder after the job.
    const path = join(folder, `rapporteur-${process.pid}.md`);
    const fault = writeReport({ path, shown: path }, markdownReport(run, SUMMARY_BYTES));
    if (fault === undefined) io.stdout.write(azureCommand('task.uploadsummary', {}, path));
    else note(io, fault);
  },
};
