import type { Invocation, Option } from '../command.js';
import { configOption, stdinOption } from '../options.js';
import { questionOf } from '../question.js';
import type { Question } from '../session.js';
import { levelsOf } from './levels.js';

/** Options about what is read and whose findings are told. */
export const selectionOptions: readonly Option[] = [
  configOption,
  stdinOption,
  {
    syntax: '--no-ignore',
    summary: "read what .gitignore and 'ignore' leave out of the paths as well",
  },
  {
    syntax: '--allow-empty',
    summary: 'do not fail where a path or a pattern names nothing to check',
  },
];

/** @throws Failure for a path that is not there. */
export async function selectionOf(invocation: Invocation): Promise<Question> {
  const { options, words } = invocation;
  return questionOf(invocation, words, {
    levels: levelsOf(invocation),
    ignoring: options.ignore === false ? 'unheeded' : 'heeded',
    ...(options.allowEmpty === true ? { empty: 'borne' } : {}),
  });
}
