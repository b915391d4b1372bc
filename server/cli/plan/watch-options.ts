import type { Invocation, Option } from '../invocation/command.js';
import { Failure } from '../terminal/failure.js';

/** Options about going on. */
export const watchOptions: readonly Option[] = [
  { syntax: '--watch', summary: 'check again after every change, until Ctrl+C' },
];

/** @throws Failure for what cannot be gone on with. */
export function watchChoiceOf({ options, words }: Invocation): 'once' | 'again' {
  if (options.watch !== true) return 'once';
  if (options.fix === true || options.fixSuggestions === true || options.diff === true) {
    throw new Failure(
      '--watch does not change files while you edit them. Remove --fix and --diff.',
    );
  }
  if (options.updateBaseline === true || options.pruneBaseline === true) {
    throw new Failure(
      '--watch would change the baseline again and again. Remove one of the two options.',
    );
  }
  if (words.includes('-')) throw new Failure("--watch cannot read '-' again. Name a file.");
  return 'again';
}
