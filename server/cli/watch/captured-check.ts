import { resolve } from 'node:path';
import { DEFAULT_SETTINGS } from '../../core/index.js';
import { placeOfBaseline } from '../baseline/baseline-place.js';
import { checkOnce } from '../check/check-once.js';
import type { LintedWorkspace } from '../engine/job.js';
import type { Invocation } from '../invocation/command.js';
import type { Plan } from '../plan/plan.js';
import { planOf } from '../plan/plan.js';
import { Failure } from '../terminal/failure.js';
import { openConfiguration } from '../workspace/configuration.js';
import { rootFor } from '../workspace/session.js';
import { folderOf } from '../workspace/targets.js';
import type { CapturedOutput } from './screen.js';
import type { WatchSet } from './watch-set.js';

/** One check, and what it depended on. */
export interface CapturedCheck extends CapturedOutput {
  /** `undefined` when it could not be done: then nobody knows more than before. */
  readonly watchSet: WatchSet | undefined;
}

/** Checks once. What is wrong with the configuration or a path is shown: it may be corrected next. */
export async function captureCheck(invocation: Invocation): Promise<CapturedCheck> {
  const { io } = invocation;
  const out: string[] = [];
  const err: string[] = [];
  const held: Invocation = {
    ...invocation,
    io: {
      ...io,
      stdout: { ...io.stdout, write: (text) => void out.push(text) },
      stderr: { ...io.stderr, isTTY: false, write: (text) => void err.push(text) },
    },
  };
  let watchSet: WatchSet | undefined;
  try {
    const plan = await planOf(held);
    const keeping: Plan = { ...plan, job: { ...plan.job, keeps: 'links' } };
    await checkOnce(held, keeping, ({ linted }) => {
      watchSet = watchSetOf(keeping, linted, io.cwd);
    });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    err.push(`rapporteur: ${error.message.trimEnd()}\n`);
  }
  return { stdout: out.join(''), stderr: err.join(''), watchSet };
}

function watchSetOf(plan: Plan, linted: readonly LintedWorkspace[], cwd: string): WatchSet {
  const { request } = plan.job;
  const files = new Set(request.targets.flatMap(({ type, path }) => (type === 'file' ? path : [])));
  if (request.config !== undefined) files.add(resolve(cwd, request.config));
  for (const { root, settings, configs = [], links = [] } of linted) {
    for (const config of configs) files.add(config);
    const baseline = placeOfBaseline({ root, settings }, plan.baselines, cwd);
    if (baseline !== undefined) files.add(baseline.path);
    for (const link of links) files.add(link);
  }
  return { ...emptyWatchSet(plan), workspaces: linted, files };
}

function emptyWatchSet({ job, outputs }: Plan): WatchSet {
  const written = outputs.reports.flatMap(({ file }) => file?.path ?? []);
  return {
    workspaces: [],
    ignoring: job.request.ignoring === 'ignored' ? 'ignored' : 'respected',
    files: new Set(),
    written: new Set(written),
  };
}

/** Where to wait for a configuration that can be read: for it, and for what it extends. */
export function provisionalWatchSet({ io }: Invocation, plan: Plan): WatchSet {
  const { request } = plan.job;
  const { targets } = request;
  const folders = targets.length === 0 ? [io.cwd] : targets.map(folderOf);
  const roots = folders.map((folder) => rootFor(io, folder, request));
  const { display, levels } = request;
  const options = { cwd: io.cwd, display, ...(levels === undefined ? {} : { levels }) };
  const files = roots.flatMap((root) => openConfiguration(root, options).files);
  return {
    ...emptyWatchSet(plan),
    workspaces: roots.map((root) => ({ root, settings: DEFAULT_SETTINGS })),
    files: new Set(files),
  };
}

/** What was watched stays so, with what a configuration that cannot be read leads to. */
export function withConfigFiles(watchSet: WatchSet, invocation: Invocation, plan: Plan): WatchSet {
  try {
    const { files } = provisionalWatchSet(invocation, plan);
    return { ...watchSet, files: new Set([...watchSet.files, ...files]) };
  } catch (error) {
    if (error instanceof Failure) return watchSet;
    throw error;
  }
}
