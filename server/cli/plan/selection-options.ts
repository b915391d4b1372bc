import type { Invocation, Option } from '../invocation/command.js';
import { configOption, stdinOption } from '../invocation/shared-options.js';
import { readRequestOf } from '../workspace/read-request.js';
import type { ReadRequest } from '../workspace/session.js';
import { levelsOf, usualLevelsOf } from './level-options.js';

/** Options about what is read and whose findings are reported. */
export const selectionOptions: readonly Option[] = [
  configOption,
  stdinOption,
  {
    syntax: '--no-ignore',
    summary: "also read files that .gitignore and 'ignore' exclude",
  },
  {
    syntax: '--allow-empty',
    summary: 'do not fail if a path or a pattern matches nothing to check',
  },
];

/** @throws Failure for a path that is not there. */
export async function selectionOf(invocation: Invocation): Promise<ReadRequest> {
  const { options, words } = invocation;
  return readRequestOf(invocation, words, {
    levels: levelsOf(invocation),
    usualLevels: usualLevelsOf(invocation),
    ignoring: options.ignore === false ? 'ignored' : 'respected',
    ...(options.allowEmpty === true ? { empty: 'allowed' } : {}),
  });
}
