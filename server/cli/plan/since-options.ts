import type { Invocation, Option } from '../invocation/command.js';
import { textOf } from '../invocation/shared-options.js';
import { Failure } from '../terminal/failure.js';

/** Options about what changed. */
export const sinceOptions: readonly Option[] = [
  {
    syntax: '--since <commit>',
    summary:
      'report only on files that changed since your branch left this one (main, for instance) or this commit, and on those whose findings changed with them',
  },
];

export function sinceOf(invocation: Invocation): string | undefined {
  const since = textOf(invocation, 'since');
  if (since?.trim() !== '') return since;
  throw new Failure('--since: name a commit or a branch, such as origin/main.');
}
