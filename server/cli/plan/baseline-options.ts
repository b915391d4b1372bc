import type { Invocation, Option } from '../invocation/command.js';
import { textOf } from '../invocation/shared-options.js';
import { Failure } from '../terminal/failure.js';

/** Options about findings that are known and do not fail the check. */
export const baselineOptions: readonly Option[] = [
  {
    syntax: '--baseline <file>',
    summary:
      'a file of known findings, which do not fail the check (default: baseline in rapporteur.yaml, or else rapporteur-baseline.json at the top of the workspace)',
  },
  { syntax: '--no-baseline', summary: 'report known findings like any other' },
  {
    syntax: '--update-baseline',
    summary: 'write all findings into the baseline, so that only new ones fail',
  },
  {
    syntax: '--prune-baseline',
    summary: 'remove findings from the baseline that no longer occur; add nothing',
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
      '--update-baseline also removes what is no longer found. Remove --prune-baseline.',
    );
  }
  if ((isUpdated || isPruned) && baseline === false) {
    throw new Failure(
      `${given} writes the baseline, and --no-baseline ignores it. Use only one of them.`,
    );
  }
  if ((isUpdated || isPruned) && diff === true) {
    throw new Failure(`--diff changes nothing. Remove ${given} or --diff.`);
  }
  if (isUpdated && invocation.words.includes('-') && stdinFilename === undefined) {
    throw new Failure(
      '--update-baseline needs file names, and text from the standard input has none. Add one with --stdin-filename.',
    );
  }
  const writing = isUpdated ? 'renewed' : isPruned ? 'pruned' : undefined;
  return { file: baseline === false ? 'none' : file, writing };
}
