import { appendFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { writeFaultOf } from '../../host/index.js';
import { azureCommand, checkAzure } from '../formats/check-azure.js';
import { checkGithub } from '../formats/check-github.js';
import { checkGitlab } from '../formats/check-gitlab.js';
import { markdownReport } from '../formats/check-markdown.js';
import type { LintRun } from '../formats/lint-run.js';
import type { Io } from '../io.js';
import { writeAll } from '../write.js';
import type { Outputs } from './outputs.js';
import type { Platform } from './platform.js';
import { writeReport } from './write-report.js';

type Way = (io: Io, run: LintRun, outputs: Asked) => Promise<void> | void;
type Asked = Pick<Outputs, 'reports' | 'platform' | 'look'>;

/** Tells the platform of the findings in its own way. Nobody asked for that: a fault is but a note. */
export async function annotate(io: Io, run: LintRun, outputs: Asked): Promise<void> {
  if (outputs.platform !== undefined) await WAYS[outputs.platform](io, run, outputs);
}

const WAYS: Readonly<Record<Platform, Way>> = {
  async github(io, run, { look }) {
    await writeAll(io.stdout, checkGithub.write(run, look));
    addToSummary(io, run);
  },
  // GitLab reads nothing from a log; what it shows beside the code it takes from this file.
  gitlab(io, run, { reports, look }) {
    if (reports.some(({ format }) => format === checkGitlab)) return;
    const path = join(io.env.CI_PROJECT_DIR ?? io.cwd, CODE_QUALITY);
    const fault = writeReport({ path, shown: CODE_QUALITY }, checkGitlab.write(run, look));
    note(io, fault ?? `wrote ${CODE_QUALITY}; name it under artifacts:reports:codequality.`);
  },
  async azure(io, run, { look }) {
    await writeAll(io.stdout, checkAzure.write(run, look));
    const folder = io.env.AGENT_TEMPDIRECTORY;
    if (!folder) return;
    // The agent takes it up some time later, and empties the folder after the job.
    const path = join(folder, `rapporteur-${process.pid}.md`);
    const fault = writeReport({ path, shown: path }, markdownReport(run, SUMMARY_BYTES));
    if (fault === undefined) io.stdout.write(azureCommand('task.uploadsummary', {}, path));
    else note(io, fault);
  },
};

const CODE_QUALITY = 'gl-code-quality-report.json';

/** GitHub drops the whole summary of a step that is larger than 1 MiB. */
const SUMMARY_BYTES = 1024 * 1024;

function addToSummary(io: Io, run: LintRun): void {
  const path = io.env.GITHUB_STEP_SUMMARY;
  if (!path) return;
  try {
    const before = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    const start = before > 0 ? '\n' : '';
    const room = SUMMARY_BYTES - before - start.length;
    const text = start + [...markdownReport(run, room)].join('');
    if (Buffer.byteLength(text) <= SUMMARY_BYTES - before) appendFileSync(path, text);
    else note(io, 'the summary of this step is full; the table of findings was left out.');
  } catch (error) {
    const reason = writeFaultOf(error as NodeJS.ErrnoException);
    note(io, `the summary of this step could not be written: ${reason}.`);
  }
}

function note(io: Io, words: string): void {
  io.stderr.write(`rapporteur: ${words}\n`);
}
