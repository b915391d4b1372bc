import { escapePath, oneLine } from '../terminal/escape-controls.js';
import { jsonText } from './json-text.js';
import type { CheckedFile, CheckFormat } from './lint-run.js';
import type { LocatedFinding } from './located-finding.js';
import { fails, openFindings } from './open-findings.js';
import { SEVERITY_WORDS } from './summary.js';

/** A test point is one finding, or a file that has none. */
interface Point {
  readonly file: CheckedFile;
  readonly found?: LocatedFinding;
}

/**
 * Below the level at which the check fails a finding is a `TODO`: a test that is known to fail and
 * fails nothing.
 */
export const checkTap: CheckFormat = {
  name: 'tap',
  summary: 'the Test Anything Protocol, version 14',
  *write(run) {
    const points = run.files.flatMap((file): Point[] => {
      const findings = openFindings(file, run);
      return findings.length === 0 ? [{ file }] : findings.map((found) => ({ file, found }));
    });
    yield 'TAP version 14\n';
    yield points.length === 0 ? '1..0 # SKIP there is no brief\n' : `1..${points.length}\n`;
    for (const [index, point] of points.entries()) yield* writePoint(point, index + 1);
  },
};

function* writePoint({ file, found }: Point, number: number): Iterable<string> {
  if (found === undefined) {
    yield `ok ${number} - ${description(escapePath(file.file))}\n`;
    return;
  }
  const { severity, rule, message, range } = found;
  const { line, column } = range.start;
  const words = `${escapePath(found.file)}:${line}:${column}: ${SEVERITY_WORDS[severity]} ${rule}`;
  const todo = fails(found, file) ? '' : ' # TODO below the level that fails';
  yield `not ok ${number} - ${description(words)}${todo}\n`;
  // YAML; every JSON value is one.
  yield `  ---\n  message: ${jsonText(oneLine(message))}\n  severity: ${severity}\n  rule: ${rule}\n`;
  yield `  at: ${jsonText({ file: found.file, line, column })}\n  ...\n`;
}

/** `#` would begin a directive. */
function description(text: string): string {
  return oneLine(text).replace(/[\\#]/g, '\\$&');
}
