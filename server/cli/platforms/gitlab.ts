import { join } from 'node:path';
import { checkGitlab } from '../formats/check-gitlab.js';
import { note, type Platform } from '../report/report-outputs.js';
import { writeReport } from '../report/write-report.js';

/** GitLab reads nothing from a log; what it shows beside the code it takes from a file. */
export const gitlab: Platform = {
  async notify(io, run, { reports, display }) {
    if (reports.some(({ format }) => format.name === checkGitlab.name)) return;
    const path = join(io.env.CI_PROJECT_DIR ?? io.cwd, CODE_QUALITY);
    const fault = writeReport({ path, shown: CODE_QUALITY }, checkGitlab.write(run, display));
    note(io, fault ?? `wrote ${CODE_QUALITY}; name it under artifacts:reports:codequality.`);
  },
};

const CODE_QUALITY = 'gl-code-quality-report.json';
