import type { Invocation, Option } from '../invocation/command.js';
import { Failure } from '../terminal/failure.js';

/** Options about going on. */
export const watchOptions: readonly Option[] = [
  { syntax: '--watch', summary: 'check again whenever something changes, until Ctrl+C' },
];

/** @throws Failure for what cannot be gone on with. */
export function watchChoiceOf({ options, words }: Invocation): 'once' | 'again' {
  if (options.watch !== true) return 'once';
  if (options.fix === true || options.fixSuggestions === true || options.diff === true) {
    throw new Failure(
      '--watch changes no file under the hands of whoever writes it. Leave --fix and --diff out.',
    );
  }
  if (options.updateBaseline === true || options.pruneBaseline === true) {
    throw new Failure('--watch would change the baseline again and again. Leave one of them out.');
  }
  if (words.includes('-')) throw new Failure("--watch cannot read '-' again. Name a file.");
  return 'again';
}
