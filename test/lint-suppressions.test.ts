import assert from 'node:assert/strict';
import test from 'node:test';
import { applyFixes, type Level } from '../server/core/index.js';
import { lintAll, lintText, told, workspaceWith } from './support/linting.js';

const UNREADABLE = ':date[one day]';

function findings(text: string, levels?: ReadonlyMap<string, Level>): readonly string[] {
  return told(lintText(text, levels), text);
}

test('a comment silences the next line that holds something, and no other', () => {
  const text = `<!-- rapporteur-disable-next-line unreadable-date -- as said -->

${UNREADABLE}

${UNREADABLE}
`;
  assert.deepEqual(findings(text), ['unreadable-date: one day']);
  assert.ok(lintText(text).every(({ span }) => span.start > text.lastIndexOf(':date')));
});

test('two comments in a row are about the same line', () => {
  const text = `<!-- rapporteur-disable-next-line unreadable-date -->
<!-- rapporteur-disable-next-line invalid-value -->
${UNREADABLE} :date[x]{edtf=2025-13}
`;
  assert.deepEqual(findings(text), []);
});

test('a range ends where its rule is enabled again', () => {
  const text = `<!-- rapporteur-disable unreadable-date, invalid-value -->

${UNREADABLE} :date[x]{edtf=2025-13}

<!-- rapporteur-enable unreadable-date -->

${UNREADABLE} :date[x]{edtf=2025-14}
`;
  assert.deepEqual(findings(text), ['unreadable-date: one day']);
});

test('a comment for the file holds wherever it stands', () => {
  const text = `${UNREADABLE}

<!-- rapporteur-disable-file unreadable-date -->

${UNREADABLE}
`;
  assert.deepEqual(findings(text), []);
});

test('a comment that does nothing is a finding, rule by rule', () => {
  const text = `<!-- rapporteur-disable-next-line unreadable-date duplicate-id -->
${UNREADABLE}
`;
  assert.deepEqual(findings(text), ['unused-suppression: duplicate-id']);
});

test('an enable without a disable is a finding', () => {
  const text = `<!-- rapporteur-enable duplicate-id -->

:date[2025]
`;
  assert.deepEqual(findings(text), ['unused-suppression: duplicate-id']);
});

test('a rule there is not is named, with the one that was meant', () => {
  const text = `<!-- rapporteur-disable-next-line unreadable-dat -->
${UNREADABLE}
`;
  assert.deepEqual(findings(text), [
    'unknown-suppression: unreadable-dat',
    'unreadable-date: one day',
  ]);
  const [report] = lintText(text);
  assert.match(report?.message ?? '', /Did you mean 'unreadable-date'\?/);
  assert.equal(report?.fixes?.[0]?.certain, false);
});

test('a slip in the instruction itself is found and mended', () => {
  const text = `<!-- rapporteur-disabel-next-line unreadable-date -->\n${UNREADABLE}\n`;
  assert.deepEqual(findings(text), [
    'unknown-suppression: rapporteur-disabel-next-line',
    'unreadable-date: one day',
  ]);
  const mended = applyFixes(lintText(text), 'brief.md', text);
  assert.deepEqual(findings(mended), []);
});

test('names such as __proto__ are unknown rules like others', () => {
  const text = '<!-- rapporteur-disable-file __proto__ constructor -->\n\n:date[2025]\n';
  assert.deepEqual(findings(text), [
    'unknown-suppression: __proto__',
    'unknown-suppression: constructor',
  ]);
});

test('of a rule that is off nobody knows whether a comment is of use', () => {
  const text = `<!-- rapporteur-disable-next-line unreadable-date -->
${UNREADABLE}
`;
  assert.deepEqual(findings(text, new Map([['unreadable-date', 'off']])), []);
});

test('findings about comments can be silenced and switched off', () => {
  const unused = '<!-- rapporteur-disable-file duplicate-id -->\n\n:date[2025]\n';
  assert.deepEqual(
    findings(`<!-- rapporteur-disable-file unused-suppression -->\n\n${unused}`),
    [],
  );
  assert.deepEqual(findings(unused, new Map([['unused-suppression', 'off']])), []);
});

test('in a registry the same words stand after #', () => {
  const registry = `place:
  # rapporteur-disable-next-line invalid-value -- named so by the ministry
  New_Delhi: { name: New Delhi }
  Old_Delhi: { name: Old Delhi }
`;
  const found = lintAll(
    workspaceWith({ 'registry.yaml': registry }),
    new Map([['unused-entity', 'off']]),
  );
  assert.deepEqual(told(found, registry), ['invalid-value: Old_Delhi']);
});
