import { FAIL_LEVELS, type Settings } from '../../core/index.js';
import type { LintedWorkspace } from '../engine/job.js';
import { fails } from '../formats/fail-level.js';
import type { ExitStatus, Invocation, Option } from '../invocation/command.js';
import { textOf } from '../invocation/shared-options.js';
import { Failure } from '../terminal/failure.js';

/** Options about what makes a check fail. */
export const verdictOptions: readonly Option[] = [
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

/**
 * Of what is open; `--quiet` hides findings and forgives none.
 * @param onReason called with the reason, where the report does not show it
 */
export function verdictOn(
  linted: readonly Pick<LintedWorkspace, 'files' | 'settings'>[],
  strictness: FailCriteria,
  onReason: (reason: string) => void = () => undefined,
): ExitStatus {
  const tooMany = tooManyWarnings(linted, strictness);
  for (const reason of tooMany) onReason(reason);
  if (strictness.findings === 'never-fail') return 0;
  return tooMany.length > 0 || linted.some((one) => hasFailing(one, strictness)) ? 1 : 0;
}

type Checked = Pick<LintedWorkspace, 'files' | 'settings'>;

function hasFailing({ files, settings }: Checked, strictness: FailCriteria): boolean {
  const failOn = strictness.failOn ?? settings.failOn;
  return files.some(({ findings }) =>
    findings.some((found) => found.state === 'open' && fails(found, { failOn })),
  );
}

/** The option is about everything together, a configuration about its own workspace. */
function tooManyWarnings(linted: readonly Checked[], { maxWarnings }: FailCriteria): string[] {
  const counts = linted.map((one) => ({ count: warningsIn(one), most: one.settings.maxWarnings }));
  if (maxWarnings !== undefined) {
    const all = counts.reduce((sum, { count }) => sum + count, 0);
    return inWords(all, maxWarnings, '--max-warnings');
  }
  return counts.flatMap(({ count, most }) =>
    most === undefined ? [] : inWords(count, most, 'maxWarnings in rapporteur.yaml'),
  );
}

function warningsIn({ files }: Checked): number {
  let count = 0;
  for (const { findings } of files) {
    for (const { state, severity } of findings) {
      if (state === 'open' && severity === 'warning') count += 1;
    }
  }
  return count;
}

function inWords(count: number, most: number, who: string): string[] {
  if (count <= most) return [];
  const found = count === 1 ? '1 warning is' : `${count} warnings are`;
  return [`${found} more than ${who} allows (${most}).`];
}
