import type { LintJob } from '../engine/job.js';
import type { Invocation } from '../invocation/command.js';
import type { ReportOutputs } from '../report/report-outputs.js';
import { type BaselineChoice, baselineChoiceOf } from './baseline-options.js';
import { cacheOf } from './cache-options.js';
import { type FailCriteria, failCriteriaOf } from './fail-options.js';
import { type FixChoice, fixChoiceOf } from './fix-options.js';
import { commentsOf } from './level-options.js';
import { outputsOf } from './output-options.js';
import { selectionOf } from './selection-options.js';
import { sinceOf } from './since-options.js';
import { type StatsChoice, statsChoiceOf, timingOf } from './stats-options.js';
import { threadsOf } from './thread-options.js';

/** All that a check was asked to do; every option is read before anything else is. */
export interface Plan {
  readonly job: LintJob;
  readonly criteria: FailCriteria;
  readonly outputs: ReportOutputs;
  /** The commit or branch since which files changed that are of interest. */
  readonly since: string | undefined;
  readonly baselines: BaselineChoice;
  readonly stats: StatsChoice;
  /** How far to fix what is found; without it, nothing is changed. */
  readonly fix: FixChoice | undefined;
}

/** @throws Failure for what cannot be done as it was asked. */
export async function planOf(invocation: Invocation): Promise<Plan> {
  const outputs = await outputsOf(invocation);
  return {
    job: {
      request: await selectionOf(invocation),
      comments: commentsOf(invocation),
      ...(await cacheOf(invocation)),
      ...timingOf(invocation),
      ...needsOf(outputs),
      ...threadsOf(invocation),
    },
    criteria: failCriteriaOf(invocation),
    outputs,
    since: sinceOf(invocation),
    baselines: baselineChoiceOf(invocation),
    stats: statsChoiceOf(invocation),
    fix: fixChoiceOf(invocation),
  };
}

/** What the formats that were asked for need the engine to work out. */
function needsOf({ reports }: ReportOutputs): Pick<LintJob, 'lineHashes'> {
  const needy = reports.some(({ format }) => format.needs === 'line-hashes');
  return needy ? { lineHashes: 'wanted' } : {};
}
