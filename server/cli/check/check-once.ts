import { relative, sep } from 'node:path';
import { counted, formatDay, isMarkdownPath } from '../../core/index.js';
import { isWithin, VERSION } from '../../host/index.js';
import type { Collected } from '../baseline/apply-baseline.js';
import { collect } from '../collect/collect.js';
import type { LintedWorkspace, Shard } from '../engine/job.js';
import type { FixOutcome } from '../fix/fix.js';
import type { LintRun, ShardOf } from '../formats/lint-run.js';
import type { ExitStatus, Invocation } from '../invocation/command.js';
import type { FailCriteria } from '../plan/fail-options.js';
import type { Plan } from '../plan/plan.js';
import { gatherFindings } from '../report/gather-findings.js';
import { type ReportStream, reportStream } from '../report/report-stream.js';
import { writeOutputs } from '../report/write-outputs.js';
import type { Io } from '../terminal/io.js';
import { writeAll } from '../terminal/write-all.js';
import { reportProblems } from '../workspace/session.js';
import type { Target } from '../workspace/targets.js';
import { sourceInPlace } from './source-in-place.js';
import { verdictOn } from './verdict.js';

/**
 * Checks, writes the reports, and says how it went.
 * @param onCollected called with all that was found before it is reported; without, it may be reported little by little
 */
export async function checkOnce(
  invocation: Invocation,
  plan: Plan,
  onCollected?: (collected: Collected) => void,
): Promise<ExitStatus> {
  const { io } = invocation;
  const stream = onCollected === undefined ? reportStream(io, plan.outputs) : undefined;
  const fixed = await collectAndFix(io, plan, stream);
  const { failures } = fixed;
  const undone = reportProblems(io, fixed.collected.linted) || failures.length > 0;
  const collected = await withBaselines(io, plan, fixed.collected, undone ? 'undone' : 'done');
  onCollected?.(collected);
  const outcome = { ...fixed, collected: asReported(collected) };
  for (const note of [...collected.notes, ...failures]) io.stderr.write(`rapporteur: ${note}\n`);
  const reasons: string[] = [];
  const verdict = verdictOn(outcome.collected.linted, plan.criteria, (reason) =>
    reasons.push(reason),
  );
  const status =
    outcome.diff === undefined ? verdict : await writeDiff(io, outcome, verdict, plan.criteria);
  const written =
    outcome.diff === undefined ? await report(invocation, plan, outcome, stream) : 'written';
  for (const reason of reasons) io.stderr.write(`rapporteur: ${reason}\n`);
  if (plan.stats.stats || plan.stats.timing) {
    const { writeStats } = await import('./stats.js');
    writeStats(io, outcome.collected.linted, plan.stats);
  }
  return undone || written === 'failed' ? 2 : status;
}

function asReported(collected: Collected): Collected {
  const linted = collected.linted.map((one) => ({ ...one, files: one.files.map(gatherFindings) }));
  return { ...collected, linted };
}

/** Fixing is read when something is to be fixed. */
async function collectAndFix(
  io: Io,
  plan: Plan,
  stream: ReportStream | undefined,
): Promise<FixOutcome> {
  if (plan.fix === undefined)
    return { collected: await collect(io, plan, new Map(), stream), failures: [] };
  const { fixCollected } = await import('../fix/fix.js');
  return fixCollected(io, plan, plan.fix);
}

/** Writes the baselines, if that was asked for. */
async function withBaselines(
  io: Io,
  { baselines }: Plan,
  collected: Collected,
  job: 'done' | 'undone',
): Promise<Collected> {
  if (baselines.writing === undefined) return collected;
  const { updateBaselines } = await import('../baseline/update-baseline.js');
  return updateBaselines(io, baselines, collected, job);
}

/**
 * Writes what would change; the exit status says whether anything would.
 * @param remaining the status by what was not fixed
 */
async function writeDiff(
  io: Io,
  outcome: FixOutcome,
  remaining: ExitStatus,
  { findings }: Pick<FailCriteria, 'findings'>,
): Promise<ExitStatus> {
  const { diff = [], fixed = { findings: 0, files: 0 } } = outcome;
  await writeAll(io.stdout, diff);
  const would = `${counted(fixed.findings, 'fix', 'fixes')} in ${counted(fixed.files, 'file')}`;
  const line = fixed.files > 0 ? `${would} would be applied.` : 'there is nothing to fix.';
  const rest = remaining === 0 ? '' : ' There are other findings: remove --diff to see them.';
  io.stderr.write(`rapporteur: ${line}${rest}\n`);
  return fixed.files > 0 && findings === 'fail' ? 1 : remaining;
}

/** The fixed text of what came by the standard input goes where the report would, and that aside. */
async function report(
  invocation: Invocation,
  plan: Plan,
  { collected, fixed, text }: FixOutcome,
  stream: ReportStream | undefined,
): Promise<'written' | 'failed'> {
  const { io } = invocation;
  const run = runOf(invocation, plan, collected);
  if (stream?.hasBegun()) {
    await stream.end(run);
    return 'written';
  }
  const reportTo = text === undefined ? io : { ...io, stdout: io.stderr };
  const told = fixed === undefined ? run : { ...run, fixed };
  // Where the text goes no platform listens: its commands would only be noise.
  const outputs = text === undefined ? plan.outputs : { ...plan.outputs, platform: undefined };
  const result = await writeOutputs(reportTo, told, outputs, (path) =>
    sourceInPlace(path, collected.linted, plan.baselines, io.cwd),
  );
  if (text !== undefined) io.stdout.write(text);
  return result;
}

function runOf({ io, words }: Invocation, plan: Plan, { linted }: Collected): LintRun {
  const { job, outputs, since } = plan;
  const files = linted.flatMap(({ settings, files: some }) => {
    const failOn = plan.criteria.failOn ?? settings.failOn;
    return some.map(({ text: _, ...file }) => ({ ...file, failOn }));
  });
  const changed = files.length === 0 ? 'unchanged' : 'not-asked';
  return {
    version: VERSION,
    today: formatDay(job.request.today),
    files: files.sort((a, b) => (a.file < b.file ? -1 : 1)),
    paths: words,
    briefs: since === undefined ? briefsAsked(job.request.targets, linted) : changed,
    quiet: outputs.quiet,
    silenced: outputs.silenced,
    problems: linted.flatMap(({ problems }) => problems),
    prefix: prefixOf(linted, io.cwd),
    ...(job.shard === undefined ? {} : { shard: shardOf(job.shard, linted, io.cwd) }),
  };
}

function shardOf(shard: Shard, linted: readonly LintedWorkspace[], cwd: string): ShardOf {
  const workspaces = linted.map(({ root, settings: { maxWarnings }, files }) => ({
    folder: relative(cwd, root.folder),
    ...(maxWarnings === undefined ? {} : { maxWarnings }),
    files: files.map(({ file }) => file),
  }));
  return { ...shard, workspaces };
}

function briefsAsked(
  targets: readonly Target[],
  linted: readonly LintedWorkspace[],
): LintRun['briefs'] {
  const asked = targets.filter(({ type, path }) => type === 'folder' || isMarkdownPath(path));
  if (targets.length > 0 && asked.length === 0) return 'not-asked';
  if (asked.some(({ nameless }) => nameless)) return 'tagged';
  return linted.some(({ settings }) => settings.briefs !== undefined) ? 'named' : 'tagged';
}

function prefixOf(linted: readonly LintedWorkspace[], cwd: string): string {
  const top = linted.flatMap(({ root }) => root.repository ?? []).find((at) => isWithin(cwd, at));
  const below = top === undefined ? '' : relative(top, cwd).replaceAll(sep, '/');
  return below === '' ? '' : `${below}/`;
}
