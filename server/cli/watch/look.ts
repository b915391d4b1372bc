import { resolve } from 'node:path';
import { DEFAULT_SETTINGS } from '../../core/index.js';
import { placeOfBaseline } from '../baseline/place.js';
import { checkOnce } from '../check/check-once.js';
import type { Plan } from '../check/plan.js';
import { planOf } from '../check/plan.js';
import type { Invocation } from '../command.js';
import { openConfiguration } from '../config.js';
import type { Linted } from '../engine/job.js';
import { Failure } from '../failure.js';
import { rootFor } from '../session.js';
import { folderOf } from '../targets.js';
import type { Ground } from './ground.js';
import type { Shown } from './screen.js';

/** One check, and what it depended on. */
export interface Look extends Shown {
  /** `undefined` when it could not be done: then nobody knows more than before. */
  readonly ground: Ground | undefined;
}

/** Checks once. What is wrong with the configuration or a path is shown: it may be mended next. */
export async function lookOnce(invocation: Invocation): Promise<Look> {
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
  let ground: Ground | undefined;
  try {
    const plan = await planOf(held);
    const keeping: Plan = { ...plan, job: { ...plan.job, keeps: 'links' } };
    await checkOnce(held, keeping, ({ linted }) => {
      ground = groundOf(keeping, linted, io.cwd);
    });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    err.push(`rapporteur: ${error.message.trimEnd()}\n`);
  }
  return { stdout: out.join(''), stderr: err.join(''), ground };
}

function groundOf(plan: Plan, linted: readonly Linted[], cwd: string): Ground {
  const { question } = plan.job;
  const files = new Set(
    question.targets.flatMap(({ type, path }) => (type === 'file' ? path : [])),
  );
  if (question.config !== undefined) files.add(resolve(cwd, question.config));
  for (const { root, settings, configs = [], links = [] } of linted) {
    for (const config of configs) files.add(config);
    const baseline = placeOfBaseline({ root, settings }, plan.baselines, cwd);
    if (baseline !== undefined) files.add(baseline.path);
    for (const link of links) files.add(link);
  }
  return { ...emptyGround(plan), workspaces: linted, files };
}

function emptyGround({ job, outputs }: Plan): Ground {
  const written = outputs.reports.flatMap(({ file }) => file?.path ?? []);
  return {
    workspaces: [],
    ignoring: job.question.ignoring === 'unheeded' ? 'unheeded' : 'heeded',
    files: new Set(),
    written: new Set(written),
  };
}

/** Where to wait for a configuration that can be read: for it, and for what it extends. */
export function groundInDoubt({ io }: Invocation, plan: Plan): Ground {
  const { question } = plan.job;
  const { targets } = question;
  const folders = targets.length === 0 ? [io.cwd] : targets.map(folderOf);
  const roots = folders.map((folder) => rootFor(io, folder, question));
  const { look, levels } = question;
  const options = { cwd: io.cwd, look, ...(levels === undefined ? {} : { levels }) };
  const files = roots.flatMap((root) => openConfiguration(root, options).files);
  return {
    ...emptyGround(plan),
    workspaces: roots.map((root) => ({ root, settings: DEFAULT_SETTINGS })),
    files: new Set(files),
  };
}

/** What was watched stays so, with what a configuration that cannot be read leads to. */
export function joined(ground: Ground, invocation: Invocation, plan: Plan): Ground {
  try {
    const { files } = groundInDoubt(invocation, plan);
    return { ...ground, files: new Set([...ground.files, ...files]) };
  } catch (error) {
    if (error instanceof Failure) return ground;
    throw error;
  }
}
