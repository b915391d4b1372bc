import assert from 'node:assert/strict';
import test from 'node:test';
import { type EventLog, Parser, type Result } from 'tap-parser';
import { checkTap } from '../server/cli/formats/check-tap.js';
import type { LintRun } from '../server/cli/formats/lint-run.js';
import { findingIn, PLAIN_DISPLAY, runOf } from './support/located-finding.js';

const TEXT = 'Ada & "Bo" <met>\n';

/** What node-tap's own parser reads; a line that it cannot read is a failure. */
function read(run: LintRun): { results: readonly Result[]; others: readonly EventLog[number][] } {
  const events = Parser.parse([...checkTap.write(run, PLAIN_DISPLAY)].join(''), { strict: true });
  const others = events.filter(([name]) => name !== 'assert');
  return {
    results: events.flatMap((event) => (event[0] === 'assert' ? [event[1] as Result] : [])),
    others,
  };
}

test('a test point is a finding, or a file without any', () => {
  const run = runOf([
    findingIn(TEXT, { message: `'Ada & "Bo"': no # one.` }),
    findingIn(TEXT, { severity: 'warning', rule: 'vague-deadline' }),
    findingIn(TEXT, { state: 'known', file: 'c #1\\2.md' }),
  ]);
  const { results, others } = read(run);
  assert.deepEqual(
    results.map(({ ok, name, todo, diag }) => ({ ok, name, todo, diag })),
    [
      {
        ok: false,
        name: 'brief.md:1:1: error unresolved-name',
        todo: false,
        diag: {
          message: `'Ada & "Bo"': no # one.`,
          severity: 'error',
          rule: 'unresolved-name',
          at: { file: 'brief.md', line: 1, column: 1 },
        },
      },
      {
        ok: false,
        name: 'brief.md:1:1: warning vague-deadline',
        todo: 'below the level that fails',
        diag: {
          message: 'Nobody is called so.',
          severity: 'warning',
          rule: 'vague-deadline',
          at: { file: 'brief.md', line: 1, column: 1 },
        },
      },
      { ok: true, name: 'c #1\\2.md', todo: false, diag: null },
    ],
  );
  assert.deepEqual(
    others.map(([name]) => name),
    ['version', 'plan', 'complete', 'finish', 'close'],
  );
});

test('the whole fails exactly when something reaches the level that fails', () => {
  const warned = runOf([findingIn(TEXT, { severity: 'warning' })]);
  const verdict = (run: LintRun): boolean =>
    Parser.parse([...checkTap.write(run, PLAIN_DISPLAY)].join('')).some(
      ([name, final]) => name === 'complete' && (final as { ok: boolean }).ok,
    );
  assert.equal(verdict(warned), true);
  const strict = warned.files.map((file) => ({ ...file, failOn: 'warning' as const }));
  assert.equal(verdict({ ...warned, files: strict }), false);
});

test('where there is no brief, all is skipped', () => {
  assert.equal(
    [...checkTap.write(runOf([]), PLAIN_DISPLAY)].join(''),
    'TAP version 14\n1..0 # SKIP there is no brief\n',
  );
});
