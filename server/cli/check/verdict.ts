import type { LintedWorkspace } from '../engine/job.js';
import { fails } from '../formats/open-findings.js';
import type { ExitStatus } from '../invocation/command.js';
import type { FailCriteria } from '../plan/fail-options.js';

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
