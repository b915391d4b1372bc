import { oneLine } from '../terminal/escape-controls.js';
import { compactLine } from './check-compact.js';
import type { CheckedFile, CheckFormat, LintRun } from './lint-run.js';
import type { LocatedFinding } from './located-finding.js';
import { fails, openFindings } from './open-findings.js';
import { XML_DECLARATION, xml, xmlTag } from './xml.js';

/**
 * A suite for each file, a case for each finding: failed from the level on at which the check fails,
 * so that tests fail exactly when the check does, and skipped below it.
 */
export const checkJunit: CheckFormat = {
  name: 'junit',
  summary:
    'XML as JUnit writes it: a suite for each file, a failed case for each finding that fails',
  *write(run) {
    yield `${XML_DECLARATION}<testsuites>\n`;
    for (const [id, file] of run.files.entries()) yield* suiteOf(file, id, run);
    yield '</testsuites>\n';
  },
};

function* suiteOf(file: CheckedFile, id: number, run: LintRun): Iterable<string> {
  const findings = openFindings(file, run);
  const failures = findings.filter((found) => fails(found, file)).length;
  yield `  ${xmlTag('testsuite', {
    name: file.file,
    package: 'rapporteur',
    id,
    tests: Math.max(1, findings.length),
    failures,
    errors: 0,
    skipped: findings.length - failures,
    // The same findings give the same bytes: no clock, and the name of no machine.
    timestamp: `${run.today}T00:00:00`,
    hostname: 'localhost',
    time: 0,
  })}\n    <properties>${xmlTag('property/', { name: 'rapporteur', value: run.version })}</properties>\n`;
  if (findings.length === 0)
    yield `    ${xmlTag('testcase/', caseOf('nothing to report', file))}\n`;
  for (const found of findings) yield* findingCase(found, file);
  yield '    <system-out/>\n    <system-err/>\n  </testsuite>\n';
}

function* findingCase(found: LocatedFinding, file: CheckedFile): Iterable<string> {
  const { range, rule, severity, message } = found;
  const name = `${rule} at ${range.start.line}:${range.start.column}`;
  yield `    ${xmlTag('testcase', caseOf(name, file))}\n`;
  if (fails(found, file)) {
    yield `      ${xmlTag('failure', { type: severity, message: oneLine(message) })}`;
    yield `${xml(compactLine(found))}</failure>\n`;
  } else yield `      ${xmlTag('skipped/', { message: `${severity}: ${oneLine(message)}` })}\n`;
  yield '    </testcase>\n';
}

function caseOf(name: string, { file }: CheckedFile): Record<string, string | number> {
  return { name, classname: file, time: 0 };
}
