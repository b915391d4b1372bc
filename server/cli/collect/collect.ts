import { applyBaselines, type Collected } from '../baseline/apply-baseline.js';
import type { LintedWorkspace } from '../engine/job.js';
import { lintAll } from '../engine/lint-all.js';
import type { Plan } from '../plan/plan.js';
import type { Io } from '../terminal/io.js';
import type { ReadRequest } from '../workspace/session.js';
import { onlyChanged } from './changed-since.js';
import { refuseEmptyTargets } from './refuse-empty.js';

/**
 * Lints everything once.
 * @param overlay contents that stand in for those of files, while fixes are tried
 */
export async function collect(
  io: Io,
  plan: Plan,
  overlay: NonNullable<ReadRequest['overlay']>,
): Promise<Collected> {
  const request = { ...plan.job.request, overlay };
  const all = await lintAll(io, { ...plan.job, request });
  if (plan.job.shard === undefined) refuseEmptyTargets(request, all, io.cwd);
  const narrowed = plan.since === undefined ? all : await changedOnly(io, plan, all, plan.since);
  const collected = applyBaselines(io, plan, all, narrowed);
  const notes = [...all.flatMap((one) => one.notes), ...collected.notes];
  return { ...collected, notes: [...new Set(notes)] };
}

/** All is read again as it was: the whole of it, as a part of it would be another part then. */
async function changedOnly(
  io: Io,
  { job, baselines }: Plan,
  now: readonly LintedWorkspace[],
  since: string,
): Promise<readonly LintedWorkspace[]> {
  const { shard: _, ...whole } = job;
  const { targets } = job.request;
  return onlyChanged(now, { since, baselines, targets }, io.cwd, (overlay) =>
    lintAll(io, { ...whole, request: { ...job.request, overlay } }),
  );
}
