// The outputs on the samples, whole. `UPDATE=1 npm test golden` rewrites them: read the diff.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { slow } from './support/needs.js';

const CLI = path.resolve('dist', 'cli.js');
const GOLDEN = path.resolve('test', 'golden');
const NOWHERE = { GITHUB_ACTIONS: '', GITLAB_CI: '', TF_BUILD: '' };
const DAY = ['--today', '2026-01-15'];

interface Golden {
  readonly sample: string;
  readonly args: readonly string[];
  readonly file: string;
  readonly exit: number;
}

const check = (sample: string, exit: number): readonly Golden[] => [
  { sample, args: ['check', ...DAY], file: `${sample}.check.txt`, exit },
  { sample, args: ['check', ...DAY, '--format', 'json'], file: `${sample}.check.json`, exit },
];
const report = (sample: string, format: string, exit: number): Golden => ({
  sample,
  args: ['check', ...DAY, '--format', format],
  file: `${sample}.check.${format}`,
  exit,
});
const list = (sample: string, what: string): readonly Golden[] =>
  ['table', 'json', 'csv'].map((format) => ({
    sample,
    args: ['list', what, ...DAY, '--format', format],
    file: `${sample}.${what}.${format === 'table' ? 'txt' : format}`,
    exit: 0,
  }));
const show = (id: string): readonly Golden[] =>
  ['text', 'json'].map((format) => ({
    sample: 'us-india-defense',
    args: ['show', id, ...DAY, '--format', format],
    file: `us-india-defense.show-${id}.${format === 'text' ? 'txt' : 'json'}`,
    exit: 0,
  }));

const LISTS = ['mentions', 'entities', 'commitments', 'updates'];
const FORMATS = ['compact', 'jsonl', 'github', 'azure', 'junit', 'checkstyle', 'tap', 'markdown'];

const GOLDENS: readonly Golden[] = [
  ...check('us-india-defense', 0),
  ...check('untagged', 0),
  ...check('world', 0),
  ...check('climat-francophone', 0),
  ...check('every-finding', 1),
  ...FORMATS.map((format) => report('every-finding', format, 1)),
  report('us-india-defense', 'sarif', 0),
  report('every-finding', 'gitlab', 1),
  report('every-finding', 'rdjson', 1),
  ...LISTS.flatMap((what) => list('us-india-defense', what)),
  ...list('world', 'mentions'),
  ...list('climat-francophone', 'commitments'),
  ...show('c-sign-framework'),
  ...show('pete-hegseth'),
];

/** What stands for all samples, formats and lists in a quick run. */
const REPRESENTATIVE = [
  'every-finding.check.txt',
  'every-finding.check.json',
  'us-india-defense.commitments.txt',
  'us-india-defense.show-c-sign-framework.txt',
];

for (const { sample, args, file, exit } of GOLDENS) {
  const compared = REPRESENTATIVE.includes(file) ? test : slow;
  compared(`${sample}: rapporteur ${args.join(' ')}`, () => {
    const run = spawnSync(process.execPath, [CLI, ...args], {
      cwd: path.resolve('samples', sample),
      encoding: 'utf8',
      // Where these tests run on a platform themselves, it is not to be told.
      env: { ...process.env, COLUMNS: '100', NO_COLOR: '1', ...NOWHERE },
    });
    assert.equal(run.stderr, '');
    assert.equal(run.status, exit);
    const golden = path.join(GOLDEN, file);
    if (process.env.UPDATE) fs.writeFileSync(golden, run.stdout);
    else assert.equal(run.stdout, fs.readFileSync(golden, 'utf8'));
  });
}

test('every format has a golden', async () => {
  const { FORMAT_NAMES } = await import('../server/cli/formats/check-formats.js');
  const asked = new Set(GOLDENS.map(({ args }) => args[args.indexOf('--format') + 1]));
  assert.deepEqual(
    FORMAT_NAMES.filter((name) => name !== 'text' && !asked.has(name)),
    [],
  );
});

test('every rule is found in samples/every-finding', async () => {
  const { RULES } = await import('../server/core/index.js');
  const { findings } = JSON.parse(
    fs.readFileSync(path.join(GOLDEN, 'every-finding.check.json'), 'utf8'),
  ) as { findings: readonly { rule: string }[] };
  const found = new Set(findings.map(({ rule }) => rule));
  assert.deepEqual(
    RULES.map(({ name }) => name).filter((name) => !found.has(name)),
    [],
  );
});

test('stripping the tags of the sample gives prose without any', () => {
  const file = path.join('briefs', '2025-10-31-framework.md');
  const run = spawnSync(process.execPath, [CLI, 'strip', file], {
    cwd: path.resolve('samples', 'us-india-defense'),
    encoding: 'utf8',
  });
  assert.equal(run.status, 0);
  assert.doesNotMatch(run.stdout, /:[a-z]+\[|\{#|ref=/);
  assert.match(run.stdout, /Rajnath Singh and/);
});
