import type { Reach } from '../formats/choose-fix.js';
import type { Invocation, Option } from '../invocation/command.js';
import { listOf } from '../invocation/shared-options.js';
import { Failure } from '../terminal/failure.js';

/** Options about fixing what was found. */
export const fixOptions: readonly Option[] = [
  { syntax: '--fix', summary: 'change the files: apply the fixes that are certain' },
  {
    syntax: '--fix-suggestions',
    summary: 'apply these and each fix that is only likely, where it is the only one offered',
  },
  {
    syntax: '--diff',
    summary: 'change nothing; write what would be changed as a diff, in place of the report',
  },
];

export interface FixChoice {
  readonly reach: Reach;
  readonly to: 'files' | 'diff';
}

/** @throws Failure when a report is asked for where the diff goes. */
export function fixChoiceOf(invocation: Invocation): FixChoice | undefined {
  const { fix, fixSuggestions, diff } = invocation.options;
  if (fix !== true && fixSuggestions !== true && diff !== true) return undefined;
  if (diff === true && listOf(invocation, 'format').length > 0) {
    throw new Failure('--diff writes a diff in place of the report. Leave --format out.');
  }
  const reach = fixSuggestions === true ? 'offered' : 'certain';
  return { reach, to: diff === true ? 'diff' : 'files' };
}
