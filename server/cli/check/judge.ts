import type { Linted } from '../engine/job.js';
import { lintAll } from '../engine/lint-all.js';
import type { Io } from '../io.js';
import type { Question } from '../session.js';
import type { Plan } from './plan.js';

/** What was found, judged: narrowed to what was asked about, each finding in its state. */
export interface Judged {
  readonly linted: readonly Linted[];
  /** For the standard error; none of them fails the check. */
  readonly notes: readonly string[];
}

/**
 * One look at everything.
 * @param overlay contents that stand in for those of files, while fixes are tried
 */
export async function judge(
  io: Io,
  plan: Plan,
  overlay: NonNullable<Question['overlay']>,
): Promise<Judged> {
  const question = { ...plan.job.question, overlay };
  const linted = await lintAll(io, { ...plan.job, question });
  return { linted, notes: [] };
}
