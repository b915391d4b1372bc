import type { Invocation, Option } from '../command.js';
import { CHECK_FORMATS } from '../formats/check-formats.js';
import type { LintRun, Look } from '../formats/lint-run.js';
import type { Io } from '../io.js';
import { colorOption, lookOf } from '../options.js';
import { writeAll } from '../write.js';

/** Options about how the report is written, and where to. */
export const outputOptions: readonly Option[] = [
  {
    syntax: '--format <format>',
    summary: 'how to write the report',
    choices: CHECK_FORMATS.map(({ name }) => name),
    initial: 'text',
  },
  { syntax: '--quiet', summary: 'report errors only' },
  colorOption,
];

export interface Outputs {
  readonly format: string;
  readonly quiet: boolean;
  readonly look: Look;
}

export function outputsOf(invocation: Invocation): Outputs {
  const { format, quiet } = invocation.options;
  return { format: String(format), quiet: quiet === true, look: lookOf(invocation) };
}

export function writeOutputs(io: Io, run: LintRun, { format, look }: Outputs): void {
  const chosen = CHECK_FORMATS.find(({ name }) => name === format) ?? CHECK_FORMATS[0];
  writeAll(io.stdout, chosen?.write(run, look) ?? []);
}
