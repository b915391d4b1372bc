import type { Invocation, Option } from '../invocation/command.js';
import { textOf } from '../invocation/shared-options.js';
import { Failure } from '../terminal/failure.js';

/** Options about what changed. */
export const sinceOptions: readonly Option[] = [
  {
    syntax: '--since <commit>',
    summary:
      'report only on files that changed since this commit, or since your branch left this branch (such as main), and on files whose findings changed with them',
  },
];

export function sinceOf(invocation: Invocation): string | undefined {
  const since = textOf(invocation, 'since');
  if (since?.trim() !== '') return since;
  throw new Failure('--since: name a commit or a branch, such as origin/main.');
}
