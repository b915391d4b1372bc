import { resolve, sep } from 'node:path';
import { nearestWord } from '../../core/index.js';
import { DEFAULT_FORMAT, FORMAT_NAMES, loadFormat } from '../formats/check-formats.js';
import type { Invocation, Option } from '../invocation/command.js';
import { colorOption, displayOptionsOf, listOf } from '../invocation/shared-options.js';
import { platformOf } from '../platforms/list.js';
import type { ReportOutput, ReportOutputs } from '../report/report-outputs.js';
import { Failure } from '../terminal/failure.js';

/** Options about how the report is written, and where to. */
export const outputOptions: readonly Option[] = [
  {
    syntax: '--format <name[=file]>',
    summary:
      'how to write the report (default: text); with =FILE, write it to that file; can be repeated',
    choices: FORMAT_NAMES,
    many: true,
  },
  { syntax: '--quiet', summary: 'report errors only' },
  {
    syntax: '--no-suppressed',
    summary:
      'leave suppressed and known findings out of SARIF, because GitHub would show them as open alerts',
  },
  colorOption,
  {
    syntax: '--no-annotations',
    summary: 'do not show findings in GitHub Actions, GitLab CI or Azure Pipelines automatically',
  },
];

/** @throws Failure for a format that is not there, and for two reports in one place. */
export async function outputsOf(invocation: Invocation): Promise<ReportOutputs> {
  const { io, options } = invocation;
  const words = [...new Set(listOf(invocation, 'format'))];
  const asked = await Promise.all(words.map((word) => outputOf(word, io.cwd)));
  const [first, second] = asked.filter(({ file }) => file === undefined);
  if (first !== undefined && second !== undefined) throw new Failure(twoOnStdout(first, second));
  refuseSameFile(asked);
  const onStdout = first ?? (await outputOf(DEFAULT_FORMAT, io.cwd));
  const isForReading = onStdout.format.name === DEFAULT_FORMAT && options.annotations !== false;
  return {
    reports: [onStdout, ...asked.filter((output) => output !== first)],
    platform: isForReading ? await platformOf(io.env) : undefined,
    quiet: options.quiet === true,
    silenced: options.suppressed === false ? 'left-out' : 'shown',
    display: displayOptionsOf(invocation),
  };
}

async function outputOf(word: string, cwd: string): Promise<ReportOutput> {
  const at = word.indexOf('=');
  const name = at < 0 ? word : word.slice(0, at);
  const format = await loadFormat(name);
  if (format === undefined) throw new Failure(unknown(name));
  if (at < 0) return { format };
  const shown = word.slice(at + 1);
  if (shown === '' || shown.endsWith('/') || shown.endsWith(sep)) {
    throw new Failure(
      `--format ${word} names no file. Write --format ${name}=${shown}report.txt, or remove the =.`,
    );
  }
  return shown === '-' ? { format } : { format, file: { path: resolve(cwd, shown), shown } };
}

function unknown(name: string): string {
  const near = nearestWord(name, FORMAT_NAMES);
  const next =
    near === undefined ? `The formats are ${FORMAT_NAMES.join(', ')}.` : `Did you mean '${near}'?`;
  return `there is no format '${name}'. ${next}`;
}

function twoOnStdout({ format: one }: ReportOutput, { format: other }: ReportOutput): string {
  return `only one report can go to the standard output, and two were asked for: ${one.name} and ${other.name}. Write one of them to a file: --format ${other.name}=FILE.`;
}

function refuseSameFile(outputs: readonly ReportOutput[]): void {
  const seen = new Map<string, string>();
  for (const { format, file } of outputs) {
    if (file === undefined) continue;
    const other = seen.get(file.path);
    if (other !== undefined) {
      throw new Failure(`'${file.shown}' cannot hold two reports: ${other} and ${format.name}.`);
    }
    seen.set(file.path, format.name);
  }
}
