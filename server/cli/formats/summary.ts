import { counted, inDigits, type Severity } from '../../core/index.js';
import { chooseFix } from './choose-fix.js';
import type { LintRun } from './lint-run.js';
import type { FindingState } from './located-finding.js';
import { openFindings } from './open-findings.js';

export interface Summary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly hints: number;
  /** Found and not reported: silenced by a comment, or in the baseline. */
  readonly suppressed: number;
  readonly known: number;
}

export function summaryOf(run: LintRun): Summary {
  const { files } = run;
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const file of files) {
    for (const { severity } of openFindings(file, run)) counts[severity] += 1;
  }
  return {
    files: files.length,
    errors: counts.error,
    warnings: counts.warning,
    infos: counts.info,
    hints: counts.hint,
    suppressed: stateCount(run, 'suppressed'),
    known: stateCount(run, 'known'),
  };
}

function stateCount({ files }: LintRun, state: FindingState): number {
  return files.reduce(
    (sum, { findings }) => sum + findings.filter((found) => found.state === state).length,
    0,
  );
}

/** `3 errors`, `1 note`: the kinds of finding there are. */
export function findingsInWords(summary: Summary): readonly string[] {
  const { errors, warnings, infos, hints } = summary;
  return [
    ...(errors > 0 ? [counted(errors, 'error')] : []),
    ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
    ...(infos > 0 ? [counted(infos, 'note')] : []),
    ...(hints > 0 ? [counted(hints, 'hint')] : []),
  ];
}

/** `2 suppressed`, `5 known from the baseline`: what is there and is not reported. */
export function silentInWords({ suppressed, known }: Summary): readonly string[] {
  return [
    ...(suppressed > 0 ? [counted(suppressed, 'suppressed', 'suppressed')] : []),
    ...(known > 0 ? [counted(known, 'known from the baseline', 'known from the baseline')] : []),
  ];
}

/** `2 briefs, 1 registry`. */
export function filesInWords({ files }: LintRun): string {
  const registries = files.filter(({ role }) => role === 'registry').length;
  const briefs = files.length - registries;
  const parts = briefs === 0 && registries > 0 ? [] : [counted(briefs, 'brief')];
  if (registries > 0) parts.push(counted(registries, 'registry', 'registries'));
  return parts.join(', ');
}

/** What was fixed, and what else could be: a line each, where there is something to say. */
export function* fixesInWords(run: LintRun): Iterable<string> {
  const { fixed } = run;
  if (fixed !== undefined) yield fixedInWords(fixed);
  const open = run.files.flatMap((file) => openFindings(file, run));
  const certain = open.filter((found) => chooseFix(found, 'certain')).length;
  const offered = open.filter((found) => chooseFix(found, 'offered')).length - certain;
  // What is certain and still there after fixing could not be fixed.
  const now = fixed === undefined ? certain : 0;
  if (now > 0) {
    const more = offered > 0 ? `, ${inDigits(offered)} more with --fix-suggestions` : '';
    yield `${inDigits(now)} can be fixed with --fix${more}.\n`;
  } else if (offered > 0) yield `${inDigits(offered)} can be fixed with --fix-suggestions.\n`;
}

function fixedInWords({ findings, files }: NonNullable<LintRun['fixed']>): string {
  if (files === 0) return 'Nothing was fixed.\n';
  return `${inDigits(findings)} fixed in ${counted(files, 'file')}.\n`;
}

/** The words a reader knows; settings and options say `info`. */
export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'hint',
};
