import type { LintJob } from '../engine/job.js';
import type { Invocation, Option } from '../invocation/command.js';

/** Options about what a check says of its own work. */
export const statsOptions: readonly Option[] = [
  {
    syntax: '--stats',
    summary:
      'print on the standard error how much was read, and the number of findings of each rule',
  },
  {
    syntax: '--timing',
    summary: 'print on the standard error how long each step took, and the slowest rules',
  },
];

export interface StatsChoice {
  readonly stats: boolean;
  readonly timing: boolean;
}

export function statsChoiceOf({ options }: Invocation): StatsChoice {
  return { stats: options.stats === true, timing: options.timing === true };
}

/** Taking each rule's time costs some itself. */
export function timingOf({ options }: Invocation): Pick<LintJob, 'clocked'> {
  return options.timing === true ? { clocked: 'rules' } : {};
}
