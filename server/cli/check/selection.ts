import type { Invocation, Option } from '../command.js';
import { configOption, stdinOption } from '../options.js';
import { questionOf } from '../question.js';
import type { Question } from '../session.js';

/** Options about what is read and whose findings are told. */
export const selectionOptions: readonly Option[] = [configOption, stdinOption];

/** @throws Failure for a path that is not there. */
export async function selectionOf(invocation: Invocation): Promise<Question> {
  return questionOf(invocation, invocation.words);
}
