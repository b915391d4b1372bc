import { reportView } from '../../report/index.js';
import type { Command, ExitStatus, Invocation } from '../invocation/command.js';
import {
  colorOption,
  configOption,
  stdinOption,
  todayOption,
} from '../invocation/shared-options.js';
import { checkParties, choiceOf, choiceOptions } from '../reports/report-choice.js';
import { targetOptions, targetsOf } from '../reports/report-targets.js';
import { writeTargets } from '../reports/write-targets.js';
import { readRequestOf } from '../workspace/read-request.js';
import { loadAll, reportProblems } from '../workspace/session.js';

export const report: Command = {
  name: 'report',
  arguments: [{ syntax: '[paths...]', summary: "briefs or folders; '-' reads standard input" }],
  summary: 'write commitments as a page, a Word file, tables, a calendar or a diagram',
  description:
    'Writes the commitments of the workspace as a report, the most pressing first. The paths choose whose commitments are in it, --party, --status and --period which of them; without these it is the whole workspace. It says on the standard error what a format has no place for.',
  options: [
    todayOption,
    ...targetOptions,
    ...choiceOptions,
    configOption,
    colorOption,
    stdinOption,
  ],
  examples: [
    { line: 'rapporteur report', summary: 'a timeline of all deadlines, for a Markdown page' },
    {
      line: 'rapporteur report briefs --format mermaid --view graph',
      summary: 'who owes whom, by the briefs of one folder',
    },
    { line: 'rapporteur report --format md', summary: 'a table, for a pull request' },
    { line: 'rapporteur report --format ics --output deadlines.ics', summary: 'for a calendar' },
    {
      line: 'rapporteur report --format html --output report.html --party india --status overdue',
      summary: 'a page of what India owes or is owed and is overdue',
    },
  ],
  run: runReport,
};

async function runReport(invocation: Invocation): Promise<ExitStatus> {
  const { io } = invocation;
  const targets = await targetsOf(invocation);
  const choice = choiceOf(invocation);
  const request = await readRequestOf(invocation, invocation.words);
  const loaded = await loadAll(io, request);
  const undone = reportProblems(io, loaded);
  const sources = loaded.map(({ workspace, requested, places }) => ({
    workspace,
    pages: requested.map(({ id }) => id),
    fileOf: places.fileOf,
  }));
  const view = reportView(sources, loaded[0]?.workspace.today ?? request.today, choice);
  checkParties(view, choice, loaded);
  const written = await writeTargets(io, view, { targets, loaded });
  return undone || written === 'failed' ? 2 : 0;
}
