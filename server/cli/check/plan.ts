import type { Invocation } from '../command.js';
import type { LintJob } from '../engine/job.js';
import { type BaselineChoice, baselinesOf } from './baselines.js';
import { cachingOf } from './caching.js';
import { type Fixing, fixingOf } from './fixing.js';
import { commentsOf } from './levels.js';
import { needsOf } from './needs.js';
import { type Outputs, outputsOf } from './outputs.js';
import { selectionOf } from './selection.js';
import { sinceOf } from './since.js';
import { clockingOf, type Telling, tellingOf } from './telling.js';
import { threadsOf } from './threads.js';
import { type Strictness, strictnessOf } from './verdict.js';

/** All that a check was asked to do; every option is read before anything else is. */
export interface Plan {
  readonly job: LintJob;
  readonly strictness: Strictness;
  readonly outputs: Outputs;
  /** The commit or branch since which files changed that are of interest. */
  readonly since: string | undefined;
  readonly baselines: BaselineChoice;
  readonly telling: Telling;
  /** How far to mend what is found; without it, nothing is changed. */
  readonly fixing: Fixing | undefined;
}

/** @throws Failure for what cannot be done as it was asked. */
export async function planOf(invocation: Invocation): Promise<Plan> {
  const outputs = outputsOf(invocation);
  return {
    job: {
      question: await selectionOf(invocation),
      comments: commentsOf(invocation),
      ...cachingOf(invocation),
      ...clockingOf(invocation),
      ...needsOf(outputs),
      ...threadsOf(invocation),
    },
    strictness: strictnessOf(invocation),
    outputs,
    since: sinceOf(invocation),
    baselines: baselinesOf(invocation),
    telling: tellingOf(invocation),
    fixing: fixingOf(invocation),
  };
}
