import {
  formatDay,
  isMarkdownPath,
  lint,
  type Report,
  SEVERITIES,
  type Severity,
} from '../../core/index.js';
import type { Command, ExitStatus, Invocation } from '../command.js';
import { CHECK_FORMATS } from '../formats/check-formats.js';
import type { CheckedFile, LintRun } from '../formats/lint-run.js';
import type { Loaded } from '../load.js';
import { colorOption, configOption, stdinOption, textOf, todayOption } from '../options.js';
import { questionOf } from '../question.js';
import { loadAll, tellProblems } from '../session.js';
import type { Target } from '../targets.js';
import { VERSION } from '../version.js';
import { writeAll } from '../write.js';

export const check: Command = {
  name: 'check',
  arguments: [
    { syntax: '[paths...]', summary: "briefs, registries or folders; '-' reads standard input" },
  ],
  summary: 'say what does not hold together',
  description:
    'Reads the briefs and registries of the workspace and reports what is unknown, ambiguous, overdue, unsourced or contradictory. The paths choose whose findings are reported; without any it is the whole workspace.',
  options: [
    todayOption,
    {
      syntax: '--format <format>',
      summary: 'how to write the report',
      choices: CHECK_FORMATS.map(({ name }) => name),
      initial: 'text',
    },
    {
      syntax: '--fail-on <level>',
      summary: 'exit with 1 from this level on (default: failOn of rapporteur.yaml, else error)',
      choices: [...SEVERITIES, 'never'],
    },
    { syntax: '--quiet', summary: 'report errors only' },
    configOption,
    colorOption,
    stdinOption,
  ],
  examples: [
    { line: 'rapporteur check', summary: 'the whole workspace' },
    { line: 'rapporteur check briefs/2025-10-31.md', summary: 'one brief, with all it refers to' },
    { line: 'rapporteur check --today 2026-01-15', summary: 'what is overdue on that day' },
    { line: 'rapporteur check --format json', summary: 'for programs' },
  ],
  run: runCheck,
};

async function runCheck(invocation: Invocation): Promise<ExitStatus> {
  const { io, words, options } = invocation;
  const question = await questionOf(invocation, words);
  const loaded = await loadAll(io, question);
  const undone = tellProblems(io, loaded);
  const failing = { found: false };
  const files = loaded.flatMap((one) => {
    const failOn = textOf(invocation, 'failOn') ?? one.workspace.settings.failOn;
    return one.asked.map((page): CheckedFile => {
      const reports = lint(one.workspace, page.id, one.workspace.settings.levels);
      failing.found ||= reports.some(({ severity }) => fails(severity, failOn));
      return checked(one, page.id, page.facts.role, options.quiet ? onlyErrors(reports) : reports);
    });
  });
  const run: LintRun = {
    version: VERSION,
    today: formatDay(question.today),
    files: files.sort((a, b) => (a.file < b.file ? -1 : 1)),
    paths: words,
    briefs: briefsAsked(question.targets, loaded),
    quiet: options.quiet === true,
  };
  const format = CHECK_FORMATS.find(({ name }) => name === options.format) ?? CHECK_FORMATS[0];
  writeAll(io.stdout, format?.write(run, question.look) ?? []);
  return undone ? 2 : failing.found ? 1 : 0;
}

function checked(
  { places }: Loaded,
  page: string,
  role: CheckedFile['role'],
  reports: readonly Report[],
): CheckedFile {
  return { file: places.fileOf(page), page, role, places, reports };
}

function briefsAsked(targets: readonly Target[], loaded: readonly Loaded[]): LintRun['briefs'] {
  const asked = targets.filter(({ type, path }) => type === 'folder' || isMarkdownPath(path));
  if (targets.length > 0 && asked.length === 0) return 'not-asked';
  if (asked.some(({ nameless }) => nameless)) return 'tagged';
  const isNamed = loaded.some(({ workspace }) => workspace.settings.briefs !== undefined);
  return isNamed ? 'named' : 'tagged';
}

function onlyErrors(reports: readonly Report[]): readonly Report[] {
  return reports.filter(({ severity }) => severity === 'error');
}

function fails(severity: Severity, failOn: string): boolean {
  return (
    failOn !== 'never' && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn as Severity)
  );
}
