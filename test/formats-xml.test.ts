import assert from 'node:assert/strict';
import test from 'node:test';
import { checkCheckstyle } from '../server/cli/formats/check-checkstyle.js';
import { checkJunit } from '../server/cli/formats/check-junit.js';
import type { LintRun } from '../server/cli/formats/lint-run.js';
import { xml } from '../server/cli/formats/xml.js';
import { findingIn, PLAIN_DISPLAY, runOf } from './support/located-finding.js';
import { assertJunit, assertValid } from './support/xml.js';

const TEXT = 'Ada & "Bo" <met>\n';
const error = findingIn(TEXT, { message: `'Ada & "Bo"' <is> no one.` });
const warning = findingIn(TEXT, { severity: 'warning', rule: 'vague-deadline', message: 'When?' });
const hint = findingIn(TEXT, { severity: 'hint', file: 'b.md' });
const silenced = findingIn(TEXT, { state: 'suppressed', file: 'c.md' });
const run = runOf([error, warning, hint, silenced]);

const junit = (of: LintRun): string => [...checkJunit.write(of, PLAIN_DISPLAY)].join('');
const checkstyle = (of: LintRun): string => [...checkCheckstyle.write(of, PLAIN_DISPLAY)].join('');

test('JUnit: a suite a file, a failed case a finding that fails the check, a skipped one below', async () => {
  const text = junit(run);
  await assertJunit(text);
  const shape = text.match(/<(?:testsuite|testcase|failure|skipped) [^>]*>/g) ?? [];
  assert.deepEqual(
    shape.map((tag) =>
      tag.replace(/ (?:package|id|errors|timestamp|hostname|time|message)="[^"]*"/g, ''),
    ),
    [
      '<testsuite name="brief.md" tests="2" failures="1" skipped="1">',
      '<testcase name="unresolved-name at 1:1" classname="brief.md">',
      '<failure type="error">',
      '<testcase name="vague-deadline at 1:1" classname="brief.md">',
      '<skipped/>',
      '<testsuite name="b.md" tests="1" failures="0" skipped="1">',
      '<testcase name="unresolved-name at 1:1" classname="b.md">',
      '<skipped/>',
      '<testsuite name="c.md" tests="1" failures="0" skipped="0">',
      '<testcase name="nothing to report" classname="c.md"/>',
    ],
  );
  assert.match(text, /message="&apos;Ada &amp; &quot;Bo&quot;&apos; &lt;is&gt; no one\."/);
  assert.match(text, /timestamp="2025-11-01T00:00:00"/);
});

test('JUnit: what fails follows the level at which the check fails', async () => {
  for (const [failOn, count] of [
    ['hint', 3],
    ['warning', 2],
    ['never', 0],
  ] as const) {
    const files = run.files.map((file) => ({ ...file, failOn }));
    const text = junit({ ...run, files });
    await assertJunit(text);
    assert.equal(text.match(/<failure /g)?.length ?? 0, count, failOn);
  }
});

test('Checkstyle: every file, every open finding, hints as infos', async () => {
  const text = checkstyle(run);
  await assertValid(text, 'checkstyle.xsd');
  assert.deepEqual(
    text.split('\n').map((line) => line.replace(/ message="[^"]*"/, '')),
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<checkstyle version="4.3">',
      '  <file name="brief.md">',
      '    <error line="1" column="1" severity="error" source="rapporteur.unresolved-name"/>',
      '    <error line="1" column="1" severity="warning" source="rapporteur.vague-deadline"/>',
      '  </file>',
      '  <file name="b.md">',
      '    <error line="1" column="1" severity="info" source="rapporteur.unresolved-name"/>',
      '  </file>',
      '  <file name="c.md"/>',
      '</checkstyle>',
      '',
    ],
  );
});

test('where there is no brief, both are documents still', async () => {
  await assertJunit(junit(runOf([])));
  await assertValid(checkstyle(runOf([])), 'checkstyle.xsd');
});

test('the schemas refuse what they should', async () => {
  await assert.rejects(assertJunit('<testsuites name="x"/>'), /not allowed/);
  await assert.rejects(
    assertValid(checkstyle(run).replace('"info"', '"hint"'), 'checkstyle.xsd'),
    /severity/,
  );
});

test('what XML cannot hold is shown another way', () => {
  assert.equal(xml('a\u0000\u001b[1m\ud800]]>\uffff\t\n'), 'a␀␛[1m&lt;D800&gt;]]&gt;\ufffd␉␊');
});
