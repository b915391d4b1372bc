import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import fc from 'fast-check';
import { checkGitlab } from '../server/cli/formats/check-gitlab.js';
import type { LintRun } from '../server/cli/formats/lint-run.js';
import { folderWith, rapporteur } from './support/cli.js';
import { findingIn, runOf, written } from './support/located-finding.js';
import { property, runs } from './support/needs.js';
import { schemaCheck } from './support/schemas.js';

interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

const fits = schemaCheck('gitlab-code-quality.json');

function issuesOf(run: LintRun): readonly Issue[] {
  const issues = JSON.parse(written(checkGitlab, run)) as Issue[];
  fits(issues);
  return issues;
}

test('the report on a sample fits what GitLab documents, and each issue is told apart', async () => {
  const cwd = path.resolve('samples', 'every-finding');
  const { status, stdout, stderr } = await rapporteur(cwd, ['check', '--format', 'gitlab']);
  assert.deepEqual([status, stderr], [1, '']);
  const issues = JSON.parse(stdout) as Issue[];
  fits(issues);
  assert.ok(issues.length > 50);
  assert.equal(new Set(issues.map(({ fingerprint }) => fingerprint)).size, issues.length);
  for (const { location } of issues) assert.ok(fs.existsSync(location.path), location.path);
});

test('without findings it is an empty array', async (context) => {
  const cwd = folderWith(context, { 'rapporteur.yaml': '', 'brief.md': 'No tag.\n' });
  const { status, stdout } = await rapporteur(cwd, ['check', '--format', 'gitlab']);
  assert.deepEqual([status, stdout], [0, '[]\n']);
});

test('an issue says what, how grave and where, from the top of the repository', () => {
  const text = 'One\n\nTwo :person[Nobody]\n';
  const at = text.indexOf('Nobody');
  const found = findingIn(text, { file: 'a/./b.md', span: { start: at, end: at + 6 } });
  const [issue] = issuesOf(runOf([found], { prefix: 'deep/folder/' }));
  assert.equal(issue?.description, 'Nobody is called so.');
  assert.equal(issue?.check_name, 'unresolved-name');
  assert.deepEqual(issue?.location, { path: 'deep/folder/a/b.md', lines: { begin: 3 } });
});

test('each level has its severity', () => {
  const levels = ['error', 'warning', 'info', 'hint'] as const;
  const issues = issuesOf(runOf(levels.map((severity) => findingIn('words', { severity }))));
  assert.deepEqual(
    issues.map(({ severity }) => severity),
    ['major', 'minor', 'info', 'info'],
  );
});

test('what is suppressed or known is left out, and renames no other', () => {
  const same = (state: 'open' | 'suppressed' | 'known') => findingIn('words', { state });
  const all = issuesOf(runOf([same('open'), same('open'), same('open')]));
  const some = issuesOf(runOf([same('suppressed'), same('open'), same('known')]));
  assert.deepEqual(some, [all[1]]);
});

test('a fingerprint stays when lines move, and is another for another rule, file or words', () => {
  const idOf = (text: string, parts = {}): string | undefined => {
    const start = text.indexOf('Nobody');
    const found = findingIn(text, { span: { start, end: start + 6 }, ...parts });
    return issuesOf(runOf([found]))[0]?.fingerprint;
  };
  const id = idOf('On :person[Nobody].\n');
  assert.equal(idOf('More.\n\nAnd more.\r\n\r\nNow on :person[Nobody] here.\n'), id);
  assert.notEqual(idOf('On :person[Nobody].\n', { rule: 'ambiguous-name' }), id);
  assert.notEqual(idOf('On :person[Nobody].\n', { file: 'other.md' }), id);
  assert.notEqual(idOf('On :person[Nobody].\n', { span: { start: 0, end: 2 } }), id);
});

test('one folder down, the same finding has the same fingerprint', () => {
  const found = findingIn('words', { file: 'briefs/a.md' });
  const below = findingIn('words', { file: 'a.md' });
  assert.deepEqual(issuesOf(runOf([found])), issuesOf(runOf([below], { prefix: 'briefs/' })));
});

property('fingerprints are unique, however much alike findings are', () => {
  const part = fc.record({
    rule: fc.constantFrom('a', 'b'),
    file: fc.constantFrom('a.md', 'b.md', 'a.md,b'),
    words: fc.constantFrom('', 'a', 'b', 'a,0', '0'),
  });
  fc.assert(
    fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
      const issues = issuesOf(runOf(parts.map((one) => findingIn('words', one))));
      assert.equal(new Set(issues.map(({ fingerprint }) => fingerprint)).size, parts.length);
    }),
    runs('run'),
  );
});
