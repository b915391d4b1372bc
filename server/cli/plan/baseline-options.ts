import type { Invocation, Option } from '../invocation/command.js';
import { textOf } from '../invocation/shared-options.js';
import { Failure } from '../terminal/failure.js';

/** Options about findings that are known and do not fail the check. */
export const baselineOptions: readonly Option[] = [
  {
    syntax: '--baseline <file>',
    summary:
      'a file of known findings, which fail nothing (default: baseline of rapporteur.yaml, else rapporteur-baseline.json where the workspace begins)',
  },
  { syntax: '--no-baseline', summary: 'report known findings like any other' },
  {
    syntax: '--update-baseline',
    summary: 'write all that is found into the baseline, so that only what comes later fails',
  },
  {
    syntax: '--prune-baseline',
    summary: 'take out of the baseline what is no longer found; add nothing',
  },
];

export interface BaselineChoice {
  /** As it was named; `none`: no baseline is used. */
  readonly file: string | 'none' | undefined;
  readonly writing: 'renewed' | 'pruned' | undefined;
}

/** @throws Failure for options that contradict each other. */
export function baselineChoiceOf(invocation: Invocation): BaselineChoice {
  const { baseline, updateBaseline, pruneBaseline, diff, stdinFilename } = invocation.options;
  const file = textOf(invocation, 'baseline');
  if (file?.trim() === '') throw new Failure('--baseline: name a file.');
  const isUpdated = updateBaseline === true;
  const isPruned = pruneBaseline === true;
  const given = isUpdated ? '--update-baseline' : '--prune-baseline';
  if (isUpdated && isPruned) {
    throw new Failure(
      '--update-baseline takes out what is no longer found as well. Leave --prune-baseline out.',
    );
  }
  if ((isUpdated || isPruned) && baseline === false) {
    throw new Failure(`${given} writes the baseline, and --no-baseline leaves it aside. Take one.`);
  }
  if ((isUpdated || isPruned) && diff === true) {
    throw new Failure(`--diff changes nothing. Leave ${given} out, or --diff.`);
  }
  if (isUpdated && invocation.words.includes('-') && stdinFilename === undefined) {
    throw new Failure(
      '--update-baseline names files, and a text from the standard input has no name. Give it one with --stdin-filename.',
    );
  }
  const writing = isUpdated ? 'renewed' : isPruned ? 'pruned' : undefined;
  return { file: baseline === false ? 'none' : file, writing };
}
