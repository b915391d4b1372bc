// The library says what the command line says, of the same files.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { type CheckResult, check, type SourceFile } from '../server/core/api/index.js';
import { SLOW } from './support/needs.js';

const TODAY = '2026-01-15';
const CLI = path.resolve('dist', 'cli.js');
const OUTSIDE = { GITHUB_ACTIONS: '', GITLAB_CI: '', TF_BUILD: '' };

describe('check as a library', () => {
  for (const [index, sample] of fs.readdirSync('samples').entries()) {
    it(`gives what the command line gives of samples/${sample}`, index === 0 ? {} : SLOW, () => {
      const folder = path.resolve('samples', sample);
      const result = check(filesIn(folder), { today: TODAY });
      assert.deepEqual(result.findings, json(folder, 'check', 'findings'));
      assert.deepEqual(result.entities, json(folder, 'list entities'));
      assert.deepEqual(result.commitments, json(folder, 'list commitments'));
      assert.deepEqual(result.problems, []);
    });
  }

  it('takes a folder with a configuration as a workspace of its own, unless that says root: false', () => {
    const entry = 'person:\n  ann-lee: { name: Ann Lee }\n';
    const result = check(
      [
        { path: 'registry.yaml', text: entry },
        { path: 'a/brief.md', text: ':person[Ann Lee]' },
        { path: 'a/rapporteur.yaml', text: 'root: false\nrules: { unused-entity: off }\n' },
        { path: 'b/rapporteur.yaml', text: 'rules: { unresolved-name: warning }\n' },
        { path: 'b/brief.md', text: ':person[Ann Lee]' },
      ],
      { today: TODAY },
    );
    assert.deepEqual(told(result), ['b/brief.md warning unresolved-name']);
  });

  it('follows extends among the files, and says what is wrong in a configuration', () => {
    const files = [
      { path: 'rapporteur.yaml', text: 'extends: shared/base.yaml\nrule: {}\n' },
      { path: 'shared/base.yaml', text: 'rules: { unresolved-name: hint }\n' },
      { path: 'brief.md', text: ':person[Ann Lee]' },
    ];
    const result = check(files, { today: TODAY });
    assert.deepEqual(told(result), ['brief.md hint unresolved-name']);
    assert.deepEqual(
      result.problems.map(({ file, range }) => `${file}:${range.start.line}`),
      ['rapporteur.yaml:2'],
    );
    const [missing] = check(
      files.filter(({ path: name }) => !name.startsWith('shared')),
      {
        today: TODAY,
      },
    ).problems;
    assert.match(missing?.message ?? '', /shared\/base\.yaml/);
  });

  it('obeys ignore and briefs, reads own kinds, and knows the other files as targets of links', () => {
    const result = check(
      [
        {
          path: 'rapporteur.yaml',
          text: 'ignore: [old]\nkinds:\n  vessel: { title: Vessel }\n',
        },
        { path: 'old/brief.md', text: ':person[Nobody]' },
        { path: 'brief.md', text: ':vessel[Aurora] [map](maps/sea.png) [gone](maps/land.png)' },
        { path: 'maps/sea.png', text: '' },
      ],
      { today: TODAY },
    );
    assert.deepEqual(told(result), [
      'brief.md error unresolved-name',
      'brief.md warning broken-link',
    ]);
  });

  it('lets levels given to it win', () => {
    const files = [{ path: 'brief.md', text: ':person[Nobody]' }];
    const rules = { 'unresolved-name': 'off' } as const;
    assert.deepEqual(told(check(files, { today: TODAY, rules })), []);
  });

  it('refuses what no caller can mean, in words', () => {
    const none: readonly SourceFile[] = [];
    assert.throws(() => check(none, { today: 'today' }), RangeError);
    assert.throws(
      () => check(none, { today: TODAY, rules: { nothing: 'off' } }),
      /no rule 'nothing'/,
    );
    for (const name of ['', '/a.md', '../a.md', 'a\\b.md'])
      assert.throws(() => check([{ path: name, text: '' }], { today: TODAY }), RangeError, name);
    const twice = { path: 'a.md', text: '' };
    assert.throws(() => check([twice, twice], { today: TODAY }), /two files/);
  });
});

function told({ findings }: CheckResult): readonly string[] {
  return findings.map(({ file, severity, rule }) => `${file} ${severity} ${rule}`);
}

function filesIn(folder: string): readonly SourceFile[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({
      path: path.relative(folder, file).replaceAll(path.sep, '/'),
      text: fs.readFileSync(file, 'utf8'),
    }));
}

function json(folder: string, command: string, key?: string): unknown {
  const args = [CLI, ...command.split(' '), '--today', TODAY, '--format', 'json'];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...OUTSIDE },
    maxBuffer: 1 << 28,
  });
  assert.equal(stderr, '');
  const document = JSON.parse(stdout);
  return key === undefined ? document : document[key];
}
