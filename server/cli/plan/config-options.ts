import type { Invocation, Option } from '../invocation/command.js';

/** Options that ask about settings, and check nothing. */
export const configOptions: readonly Option[] = [
  {
    syntax: '--print-config [file]',
    summary: 'print the settings that apply to a file or to the workspace, and check nothing',
  },
];

/** Whether settings are asked about: for a file, for `all`, or not at all. */
export function configAsked({ options }: Invocation): string | true | undefined {
  const { printConfig } = options;
  return typeof printConfig === 'string' || printConfig === true ? printConfig : undefined;
}
