import type { Reach } from '../formats/choose-fix.js';
import type { Invocation, Option } from '../invocation/command.js';
import { listOf } from '../invocation/shared-options.js';
import { Failure } from '../terminal/failure.js';

/** Options about fixing what was found. */
export const fixOptions: readonly Option[] = [
  { syntax: '--fix', summary: 'change the files: apply all certain fixes' },
  {
    syntax: '--fix-suggestions',
    summary: 'apply these, and also likely fixes if there is only one to choose',
  },
  {
    syntax: '--diff',
    summary: 'change nothing; write the changes as a diff instead of the report',
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
    throw new Failure('--diff writes a diff instead of the report. Remove --format.');
  }
  const reach = fixSuggestions === true ? 'offered' : 'certain';
  return { reach, to: diff === true ? 'diff' : 'files' };
}
