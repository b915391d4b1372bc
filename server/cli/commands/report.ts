import { CHART_VIEWS, chartRow, commitmentIndex } from '../../core/index.js';
import type { Command, ExitStatus, Invocation } from '../invocation/command.js';
import {
  colorOption,
  configOption,
  stdinOption,
  todayOption,
} from '../invocation/shared-options.js';
import { REPORT_FORMATS } from '../reports/report-formats.js';
import { Failure } from '../terminal/failure.js';
import { writeAll } from '../terminal/write-all.js';
import { readRequestOf } from '../workspace/read-request.js';
import { loadAll, reportProblems } from '../workspace/session.js';

export const report: Command = {
  name: 'report',
  arguments: [{ syntax: '[paths...]', summary: "briefs or folders; '-' reads standard input" }],
  summary: 'write commitments as a diagram, a table or a calendar',
  description:
    'Writes the commitments of the workspace as a report, the most pressing first. The paths choose whose commitments are in it; without paths it is the whole workspace.',
  options: [
    todayOption,
    {
      syntax: '--format <format>',
      summary: 'how to write the report',
      choices: REPORT_FORMATS.map(({ name }) => name),
      initial: 'mermaid',
    },
    {
      syntax: '--view <view>',
      summary: 'what to draw: deadlines in time, or who owes whom',
      choices: [...CHART_VIEWS],
    },
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
    { line: 'rapporteur report --format ics > deadlines.ics', summary: 'for a calendar' },
  ],
  run: runReport,
};

async function runReport(invocation: Invocation): Promise<ExitStatus> {
  const { io, options } = invocation;
  const format = REPORT_FORMATS.find(({ name }) => name === options.format);
  if (format === undefined) return 2;
  const asked = CHART_VIEWS.find((each) => each === options.view);
  if (asked !== undefined && !format.views.includes(asked))
    throw new Failure(`--format ${format.name} draws no ${asked}. Leave out --view.`);
  const view = asked ?? format.views[0] ?? CHART_VIEWS[0];
  const request = await readRequestOf(invocation, invocation.words);
  const loaded = await loadAll(io, request);
  const undone = reportProblems(io, loaded);
  const rows = loaded
    .flatMap(({ workspace, requested }) => {
      const wanted = new Set(requested.map(({ id }) => id));
      const all = commitmentIndex(workspace).rows.filter(({ page }) => wanted.has(page));
      return all.map((row) => ({ press: row.press, row: chartRow(workspace, row) }));
    })
    .sort((a, b) => a.press - b.press);
  const today = loaded[0]?.workspace.today ?? request.today;
  await writeAll(
    io.stdout,
    format.write(
      rows.map(({ row }) => row),
      { view, today },
    ),
  );
  return undone ? 2 : 0;
}
