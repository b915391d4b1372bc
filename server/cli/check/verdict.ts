import { SEVERITIES, type Severity } from '../../core/index.js';
import type { ExitStatus, Invocation, Option } from '../command.js';
import type { Linted } from '../engine/job.js';
import { textOf } from '../options.js';

/** Options about what makes a check fail. */
export const verdictOptions: readonly Option[] = [
  {
    syntax: '--fail-on <level>',
    summary: 'exit with 1 from this level on (default: failOn of rapporteur.yaml, else error)',
    choices: [...SEVERITIES, 'never'],
  },
];

/** What `--fail-on` and its like ask for. */
export interface Strictness {
  readonly failOn: string | undefined;
}

export function strictnessOf(invocation: Invocation): Strictness {
  return { failOn: textOf(invocation, 'failOn') };
}

/** Of what is open; `--quiet` hides findings and forgives none. */
export function verdictOn(linted: readonly Linted[], strictness: Strictness): ExitStatus {
  const fails = linted.some(({ files, settings }) => {
    const failOn = strictness.failOn ?? settings.failOn;
    return files.some(({ findings }) =>
      findings.some(({ state, severity }) => state === 'open' && isAtLeast(severity, failOn)),
    );
  });
  return fails ? 1 : 0;
}

function isAtLeast(severity: Severity, level: string): boolean {
  return level !== 'never' && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(level as Severity);
}
