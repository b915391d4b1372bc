import { type Borne, bear } from '../baseline/bear.js';
import type { Linted } from '../engine/job.js';
import { lintAll } from '../engine/lint-all.js';
import type { Io } from '../io.js';
import type { Question } from '../session.js';
import { refuseNothing } from './nothing.js';
import type { Plan } from './plan.js';
import { narrowed } from './since.js';

/** What was found, judged: narrowed to what was asked about, each finding in its state. */
export interface Judged {
  readonly linted: readonly Linted[];
  /** The baselines that some of it is known by. */
  readonly borne: readonly Borne[];
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
  const all = await lintAll(io, { ...plan.job, question });
  if (plan.job.shard === undefined) refuseNothing(question, all, io.cwd);
  const narrowed = plan.since === undefined ? all : await changedOnly(io, plan, all, plan.since);
  const { linted, borne, notes } = bear(io, plan, all, narrowed);
  return { linted, borne, notes: [...new Set([...all.flatMap((one) => one.notes), ...notes])] };
}

/** All is read again as it was: the whole of it, as a part of it would be another part then. */
async function changedOnly(
  io: Io,
  { job, baselines }: Plan,
  now: readonly Linted[],
  since: string,
): Promise<readonly Linted[]> {
  const { shard: _, ...whole } = job;
  const { targets } = job.question;
  return narrowed(now, { since, baselines, targets }, io.cwd, (overlay) =>
    lintAll(io, { ...whole, question: { ...job.question, overlay } }),
  );
}
