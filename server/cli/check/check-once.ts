import { relative, sep } from 'node:path';
import { formatDay, isMarkdownPath } from '../../core/index.js';
import { isWithin } from '../../host/index.js';
import { settle } from '../baseline/settle.js';
import type { ExitStatus, Invocation } from '../command.js';
import type { Linted, Shard } from '../engine/job.js';
import { judgeAndFix } from '../fix/judge-and-fix.js';
import type { Outcome } from '../fix/outcome.js';
import { writeDiff } from '../fix/write-diff.js';
import type { LintRun, ShardOf } from '../formats/lint-run.js';
import { tellProblems } from '../session.js';
import type { Target } from '../targets.js';
import { VERSION } from '../version.js';
import type { Judged } from './judge.js';
import type { Plan } from './plan.js';
import { sourceInPlace } from './source-in-place.js';
import { tellWork } from './telling.js';
import { verdictOn } from './verdict.js';
import { writeOutputs } from './write-outputs.js';

/**
 * Checks, writes the reports, and says how it went.
 * @param seen told of what was found, before it is reported
 */
export async function checkOnce(
  invocation: Invocation,
  plan: Plan,
  seen: (judged: Judged) => void = () => undefined,
): Promise<ExitStatus> {
  const { io } = invocation;
  const mended = await judgeAndFix(io, plan);
  const { failures } = mended;
  const undone = tellProblems(io, mended.judged.linted) || failures.length > 0;
  const judged = settle(io, plan.baselines, mended.judged, undone ? 'undone' : 'done');
  const outcome = { ...mended, judged };
  seen(judged);
  for (const note of [...judged.notes, ...failures]) io.stderr.write(`rapporteur: ${note}\n`);
  const reasons: string[] = [];
  const verdict = verdictOn(judged.linted, plan.strictness, (reason) => reasons.push(reason));
  const status =
    outcome.diff === undefined ? verdict : await writeDiff(io, outcome, verdict, plan.strictness);
  const written = outcome.diff === undefined ? await report(invocation, plan, outcome) : 'written';
  for (const reason of reasons) io.stderr.write(`rapporteur: ${reason}\n`);
  tellWork(io, judged.linted, plan.telling);
  return undone || written === 'failed' ? 2 : status;
}

/** The fixed text of what came by the standard input goes where the report would, and that aside. */
async function report(
  invocation: Invocation,
  plan: Plan,
  { judged, fixed, text }: Outcome,
): Promise<'written' | 'failed'> {
  const { io } = invocation;
  const run = runOf(invocation, plan, judged);
  const reportTo = text === undefined ? io : { ...io, stdout: io.stderr };
  const told = fixed === undefined ? run : { ...run, fixed };
  // Where the text goes no platform listens: its commands would only be noise.
  const outputs = text === undefined ? plan.outputs : { ...plan.outputs, platform: undefined };
  const result = await writeOutputs(reportTo, told, outputs, (path) =>
    sourceInPlace(path, judged.linted, plan.baselines, io.cwd),
  );
  if (text !== undefined) io.stdout.write(text);
  return result;
}

function runOf({ io, words }: Invocation, plan: Plan, { linted }: Judged): LintRun {
  const { job, outputs, since } = plan;
  const files = linted.flatMap(({ settings, files: some }) => {
    const failOn = plan.strictness.failOn ?? settings.failOn;
    return some.map(({ text: _, ...file }) => ({ ...file, failOn }));
  });
  const changed = files.length === 0 ? 'unchanged' : 'not-asked';
  return {
    version: VERSION,
    today: formatDay(job.question.today),
    files: files.sort((a, b) => (a.file < b.file ? -1 : 1)),
    paths: words,
    briefs: since === undefined ? briefsAsked(job.question.targets, linted) : changed,
    quiet: outputs.quiet,
    silenced: outputs.silenced,
    problems: linted.flatMap(({ problems }) => problems),
    prefix: prefixOf(linted, io.cwd),
    ...(job.shard === undefined ? {} : { shard: shardOf(job.shard, linted, io.cwd) }),
  };
}

function shardOf(shard: Shard, linted: readonly Linted[], cwd: string): ShardOf {
  const workspaces = linted.map(({ root, settings: { maxWarnings }, files }) => ({
    folder: relative(cwd, root.folder),
    ...(maxWarnings === undefined ? {} : { maxWarnings }),
    files: files.map(({ file }) => file),
  }));
  return { ...shard, workspaces };
}

function briefsAsked(targets: readonly Target[], linted: readonly Linted[]): LintRun['briefs'] {
  const asked = targets.filter(({ type, path }) => type === 'folder' || isMarkdownPath(path));
  if (targets.length > 0 && asked.length === 0) return 'not-asked';
  if (asked.some(({ nameless }) => nameless)) return 'tagged';
  return linted.some(({ settings }) => settings.briefs !== undefined) ? 'named' : 'tagged';
}

function prefixOf(linted: readonly Linted[], cwd: string): string {
  const top = linted.flatMap(({ root }) => root.repository ?? []).find((at) => isWithin(cwd, at));
  const below = top === undefined ? '' : relative(top, cwd).replaceAll(sep, '/');
  return below === '' ? '' : `${below}/`;
}
