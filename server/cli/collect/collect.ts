import { resolve } from 'node:path';
import type { Collected } from '../baseline/apply-baseline.js';
import { baselineInUse } from '../baseline/baseline-place.js';
import type { FileSink, LintedWorkspace } from '../engine/job.js';
import { lintAll } from '../engine/lint-all.js';
import type { Plan } from '../plan/plan.js';
import { shownPath } from '../report/places.js';
import type { ReportStream } from '../report/report-stream.js';
import { escapePath } from '../terminal/escape-controls.js';
import { Failure } from '../terminal/failure.js';
import type { Io } from '../terminal/io.js';
import type { ReadRequest } from '../workspace/session.js';
import { matchesTarget } from '../workspace/targets.js';

/**
 * Lints everything once.
 * @param overlay contents that stand in for those of files, while fixes are tried
 * @param stream takes what is found at once, where nothing that is found later can change it
 */
export async function collect(
  io: Io,
  plan: Plan,
  overlay: NonNullable<ReadRequest['overlay']>,
  stream?: ReportStream,
): Promise<Collected> {
  const request = { ...plan.job.request, overlay };
  const sink = stream && plan.since === undefined ? sinkFor(io, plan, stream) : undefined;
  const all = await lintAll(io, { ...plan.job, request, ...(sink && { sink }) });
  if (plan.job.shard === undefined) refuseEmptyTargets(request, all, io.cwd);
  const narrowed = plan.since === undefined ? all : await changedOnly(io, plan, all, plan.since);
  const collected = await withBaselines(io, plan, all, narrowed);
  const notes = [...all.flatMap((one) => one.notes), ...collected.notes];
  return { ...collected, notes: [...new Set(notes)] };
}

/** One workspace, of which all was read and nothing is known before. */
function sinkFor(io: Io, { job, baselines }: Plan, stream: ReportStream): FileSink {
  return {
    async begin(workspace, files) {
      const { problems, nested } = workspace;
      const isWhole = problems.length === 0 && nested.length === 0 && !stream.hasBegun();
      if (!isWhole || baselineInUse(workspace, baselines, io.cwd) !== undefined) return false;
      const named = files.map((file) => ({ file }));
      if (job.shard === undefined)
        refuseEmptyTargets(job.request, [{ files: named, problems }], io.cwd);
      await stream.begin();
      return true;
    },
    take: stream.take,
  };
}

/** Baselines are read where there are any. */
async function withBaselines(
  io: Io,
  plan: Plan,
  all: readonly LintedWorkspace[],
  linted: readonly LintedWorkspace[],
): Promise<Collected> {
  const isUsed = all.some((one) => baselineInUse(one, plan.baselines, io.cwd) !== undefined);
  if (!isUsed) return { linted, baselines: [], notes: [] };
  const { applyBaselines } = await import('../baseline/apply-baseline.js');
  return applyBaselines(io, plan, all, linted);
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
  const { onlyChanged } = await import('./changed-since.js');
  return onlyChanged(now, { since, baselines, targets }, io.cwd, (overlay) =>
    lintAll(io, { ...whole, request: { ...job.request, overlay } }),
  );
}

/**
 * A check of nothing passes, so a folder or a pattern where nothing is to be checked is a slip. A file
 * that holds no tag is none: hooks name every file that changed.
 * @throws Failure
 */
function refuseEmptyTargets(
  { targets, empty }: ReadRequest,
  linted: readonly {
    readonly files: readonly { readonly file: string }[];
    readonly problems: LintedWorkspace['problems'];
  }[],
  cwd: string,
): void {
  // What could not be read is reported, and fails the check already.
  const isUndone = linted.some(({ problems }) => problems.some(({ grave }) => grave));
  const wide = targets.filter(({ type }) => type === 'folder');
  if (wide.length === 0 || isUndone || empty === 'allowed') return;
  const files = linted.flatMap((one) => one.files.map(({ file }) => resolve(cwd, file)));
  const bare = wide.find((target) => !files.some(matchesTarget(target)));
  if (bare === undefined) return;
  const { path, glob, written } = bare;
  const shown = escapePath(written ?? shownPath(path, cwd));
  const what =
    glob === undefined
      ? `there is no brief or registry in ${shown}`
      : `no brief or registry matches '${shown}'`;
  const words = `${what}, so nothing was checked. A brief is a Markdown file with a tag. If this is intended, add --allow-empty.`;
  const notes = linted.flatMap(({ problems }) => problems.map(({ message }) => message));
  throw new Failure([words, ...notes].join('\nrapporteur: '));
}
