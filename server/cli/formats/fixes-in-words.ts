import { counted, inDigits } from '../../core/index.js';
import { chooseFix } from './choose-fix.js';
import type { LintRun } from './lint-run.js';
import { openFindings } from './open-findings.js';

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
