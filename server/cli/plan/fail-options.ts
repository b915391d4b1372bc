import { FAIL_LEVELS, type Settings } from '../../core/index.js';
import type { Invocation, Option } from '../invocation/command.js';
import { textOf } from '../invocation/shared-options.js';
import { Failure } from '../terminal/failure.js';

/** Options about what makes a check fail. */
export const failOptions: readonly Option[] = [
  {
    syntax: '--fail-on <level>',
    summary:
      'exit with 1 if there is a finding of this level or a higher one (default: failOn in rapporteur.yaml, or else error)',
    choices: FAIL_LEVELS,
  },
  {
    syntax: '--max-warnings <number>',
    summary:
      'exit with 1 if there are more warnings than this (default: maxWarnings in rapporteur.yaml)',
  },
  {
    syntax: '--exit-zero',
    summary: 'exit with 0 even if there are findings; still with 2 if the check could not be done',
  },
];

/** What `--fail-on` and its like ask for. */
export interface FailCriteria {
  readonly failOn: Settings['failOn'] | undefined;
  /** Of all that was checked together. */
  readonly maxWarnings: number | undefined;
  readonly findings: 'fail' | 'never-fail';
}

/** @throws Failure when `--max-warnings` is no number. */
export function failCriteriaOf(invocation: Invocation): FailCriteria {
  return {
    failOn: FAIL_LEVELS.find((level) => level === invocation.options.failOn),
    maxWarnings: maxWarningsOf(invocation),
    findings: invocation.options.exitZero === true ? 'never-fail' : 'fail',
  };
}

function maxWarningsOf(invocation: Invocation): number | undefined {
  const written = textOf(invocation, 'maxWarnings');
  if (written === undefined) return undefined;
  if (/^\d{1,9}$/.test(written)) return Number(written);
  throw new Failure(
    `--max-warnings: '${written}' is not a number of warnings. Write a whole number such as 0 or 20; leave the option out for no limit.`,
  );
}
