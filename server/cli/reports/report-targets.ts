import { join, resolve, sep } from 'node:path';
import { CHART_VIEWS, type ChartView, nearestWord } from '../../core/index.js';
import { loadReportFormat, REPORT_FORMATS, type ReportFormat } from '../../report/index.js';
import type { Invocation, Option } from '../invocation/command.js';
import { listOf, textOf } from '../invocation/shared-options.js';
import type { ReportFile } from '../report/report-outputs.js';
import { Failure } from '../terminal/failure.js';

/** Options about how a report is written, and where to. */
export const targetOptions: readonly Option[] = [
  {
    syntax: '--format <name[=file]>',
    summary: `how to write the report (default: ${REPORT_FORMATS[0]}); with =FILE, write it to that file, several tables to that folder; can be repeated`,
    choices: REPORT_FORMATS,
    many: true,
  },
  {
    syntax: '--output <file>',
    summary: 'write to this file or folder instead of the standard output',
  },
  {
    syntax: '--view <view>',
    summary: 'what to draw: deadlines in time, or who owes whom',
    choices: [...CHART_VIEWS],
  },
];

/** One report to be written. */
export interface ReportTarget {
  readonly format: ReportFormat;
  readonly view: ChartView;
  /** A file, or a folder for several; `undefined`: the standard output. */
  readonly to: (ReportFile & { readonly type: 'file' | 'folder' }) | undefined;
}

/** @throws Failure for a format that is not there, and for what cannot be written to where it is to go. */
export async function targetsOf(invocation: Invocation): Promise<readonly ReportTarget[]> {
  const { io, options } = invocation;
  const words = [...new Set(listOf(invocation, 'format'))];
  const output = textOf(invocation, 'output');
  const view = CHART_VIEWS.find((each) => each === options.view);
  const asked = words.length === 0 ? [REPORT_FORMATS[0] ?? ''] : words;
  const targets = await Promise.all(
    asked.map((word) => targetOf(word, { cwd: io.cwd, output, view })),
  );
  const drawing = targets.filter(({ format }) => format.views.length > 0);
  const [first] = targets;
  if (view !== undefined && drawing.length === 0 && first !== undefined)
    throw new Failure(`--format ${first.format.name} draws no ${view}. Leave out --view.`);
  refuseTwoOnStdout(targets);
  refuseSamePlace(targets);
  if (output !== undefined && words.length > 0 && words.every((word) => word.includes('=')))
    throw new Failure(`no report is left for --output ${output}. Leave it out.`);
  for (const { format, to } of targets) if (to === undefined) refuseStdout(format, io.stdout.isTTY);
  return targets;
}

interface Asked {
  readonly cwd: string;
  readonly output: string | undefined;
  readonly view: ChartView | undefined;
}

async function targetOf(word: string, { cwd, output, view }: Asked): Promise<ReportTarget> {
  const at = word.indexOf('=');
  const name = at < 0 ? word : word.slice(0, at);
  const format = await loadReportFormat(name);
  if (format === undefined) throw new Failure(unknown(name));
  const drawn = view !== undefined && format.views.includes(view) ? view : format.views[0];
  const shown = at < 0 ? output : word.slice(at + 1);
  const whole = { format, view: drawn ?? CHART_VIEWS[0] };
  if (shown === undefined || shown === '-') return { ...whole, to: undefined };
  const type = placeFor(format, shown);
  if (type === undefined) {
    const named = at < 0 ? `--output ${shown}` : `--format ${word}`;
    throw new Failure(`${named} names no file. Write it as ${shown}report.${format.extension}.`);
  }
  return { ...whole, to: { path: resolve(cwd, shown), shown, type } };
}

/** Of what can be either, what ends as its files do is a file. */
function placeFor(format: ReportFormat, shown: string): 'file' | 'folder' | undefined {
  const namesFile = shown !== '' && !shown.endsWith('/') && !shown.endsWith(sep);
  if (format.files !== undefined && shown !== '') {
    const isFile = namesFile && shown.toLowerCase().endsWith(`.${format.extension}`);
    return format.write !== undefined && isFile ? 'file' : 'folder';
  }
  return namesFile ? 'file' : undefined;
}

function unknown(name: string): string {
  const near = nearestWord(name, REPORT_FORMATS);
  const next =
    near === undefined
      ? `The formats are ${REPORT_FORMATS.join(', ')}.`
      : `Did you mean '${near}'?`;
  return `there is no format '${name}'. ${next}`;
}

function refuseTwoOnStdout(targets: readonly ReportTarget[]): void {
  const [one, other] = targets.filter(({ to }) => to === undefined);
  if (one === undefined || other === undefined) return;
  throw new Failure(
    `only one report can go to the standard output, and two were asked for: ${one.format.name} and ${other.format.name}. Write one of them to a file: --format ${other.format.name}=FILE.`,
  );
}

function refuseSamePlace(targets: readonly ReportTarget[]): void {
  const seen = new Map<string, string>();
  for (const { format, to } of targets) {
    if (to === undefined) continue;
    const other = seen.get(to.path);
    if (other !== undefined)
      throw new Failure(`'${to.shown}' cannot hold two reports: ${other} and ${format.name}.`);
    seen.set(to.path, format.name);
  }
}

function refuseStdout({ name, extension, write, isBinary }: ReportFormat, isTty: boolean): void {
  if (write === undefined)
    throw new Failure(
      `--format ${name} is several files. Name a folder for them: --format ${name}=FOLDER.`,
    );
  if (isBinary && isTty)
    throw new Failure(
      `--format ${name} is not text that a terminal could show. Name a file: --output report.${extension}.`,
    );
}

/** The file in a folder, as {@link ReportFile} has it. */
export function fileIn({ path, shown }: ReportFile, name: string): ReportFile {
  return { path: join(path, name), shown: `${shown.replace(/[\\/]+$/, '')}/${name}` };
}
