// `rapporteur check --fix`, as someone calls it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { type Example, RULES } from '../server/core/index.js';
import { folderWith, rapporteur } from './support/cli.js';
import { switchedOn } from './support/linting.js';
import { withGit } from './support/needs.js';

const HEAD = '---\ndate: 2025-10-31\n---\n\n';
const REGISTRY = 'person: { jm: { name: Jean Martin }, zo: { name: Zoe Okoro } }\n';
/** The space is certainly one too many. */
const CERTAIN = `${HEAD}Here is :person [Jean Martin].\n`;
const CERTAIN_FIXED = `${HEAD}Here is :person[Jean Martin].\n`;
/** One suggestion: a person of nearly that name. */
const OFFERED = `${HEAD}Here is :person[Jaen Martin].\n`;

const read = (cwd: string, file: string): string => fs.readFileSync(path.join(cwd, file), 'utf8');

for (const rule of RULES) {
  const examples = rule.examples.bad.filter(({ fixed }) => fixed !== undefined);
  for (const [index, example] of examples.entries()) {
    test(`${rule.name}: example ${index + 1} is fixed in its file`, async (context) => {
      const cwd = folderWith(context, filesOf(example));
      const on = Array.from(switchedOn(rule), ([name, level]) => `--rule=${name}=${level}`);
      const day = ['--today', example.today ?? '2025-11-01', ...on];
      const fixed = await rapporteur(cwd, ['check', '--fix', 'brief.md', ...day]);
      assert.equal(read(cwd, 'brief.md'), example.fixed);
      assert.equal(fixed.status, 0);
      assert.match(fixed.stdout, /\d+ fixed in 1 file\./);
      const again = await rapporteur(cwd, ['check', '--diff', 'brief.md', ...day]);
      assert.equal(again.stdout, '');
    });
  }
}

function filesOf({ brief, registry, others }: Example): Record<string, string> {
  const beside = registry === undefined ? {} : { 'registry.yaml': registry };
  return { ...beside, ...others, 'brief.md': brief };
}

test('what is certain is fixed, the rest is reported and decides', async (context) => {
  const cwd = folderWith(context, {
    'registry.yaml': REGISTRY,
    'a.md': CERTAIN,
    'b.md': OFFERED,
  });
  const before = await rapporteur(cwd, ['check']);
  assert.match(before.stdout, /\n1 can be fixed with --fix, 1 more with --fix-suggestions\.\n/);
  const { status, stdout, stderr } = await rapporteur(cwd, ['check', '--fix']);
  assert.equal(read(cwd, 'a.md'), CERTAIN_FIXED);
  assert.equal(read(cwd, 'b.md'), OFFERED);
  assert.equal(status, 1);
  assert.match(stdout, /^b\.md\n/);
  assert.match(stdout, /\n1 fixed in 1 file\.\n1 can be fixed with --fix-suggestions\.\n/);
  assert.equal(stderr, '');
});

test('with suggestions, the only one offered is taken', async (context) => {
  const cwd = folderWith(context, { 'registry.yaml': REGISTRY, 'a.md': CERTAIN, 'b.md': OFFERED });
  const { status, stdout } = await rapporteur(cwd, ['check', '--fix-suggestions']);
  assert.equal(status, 0);
  assert.match(stdout, /\n2 fixed in 2 files\.\nRun/);
  assert.equal(read(cwd, 'b.md'), `${HEAD}Here is :person[Jaen Martin]{ref=jm}.\n`);
});

test('of several suggestions none is taken', async (context) => {
  const text = `${HEAD}Here is :person[Martin].\n`;
  const registry =
    'person: { jm: { name: Jean Martin, other_names: [Martin] }, am: { name: Anna Martin, other_names: [Martin] } }\n';
  const cwd = folderWith(context, { 'registry.yaml': registry, 'a.md': text });
  const { status, stdout } = await rapporteur(cwd, ['check', '--fix-suggestions']);
  assert.equal(status, 1);
  assert.match(stdout, /perhaps .*\n.*perhaps /);
  assert.match(stdout, /\nNothing was fixed\.\n/);
  assert.equal(read(cwd, 'a.md'), text);
});

test('only what was asked about is changed', async (context) => {
  const cwd = folderWith(context, {
    'registry.yaml': REGISTRY,
    'a.md': CERTAIN,
    'sub/b.md': CERTAIN,
  });
  await rapporteur(cwd, ['check', '--fix', 'sub']);
  assert.equal(read(cwd, 'a.md'), CERTAIN);
  assert.equal(read(cwd, 'sub/b.md'), CERTAIN_FIXED);
});

test('what a comment silences is left alone', async (context) => {
  const text = CERTAIN.replace(
    'Here',
    '<!-- rapporteur-disable-next-line space-in-tag -- a sample -->\nHere',
  );
  const cwd = folderWith(context, { 'registry.yaml': REGISTRY, 'a.md': text });
  const { status } = await rapporteur(cwd, ['check', '--fix']);
  assert.equal(status, 0);
  assert.equal(read(cwd, 'a.md'), text);
});

test('with --quiet errors are fixed, and nothing else', async (context) => {
  const config = 'rules: { space-in-tag: warning }\n';
  const cwd = folderWith(context, {
    'rapporteur.yaml': config,
    'registry.yaml': REGISTRY,
    'a.md': `${CERTAIN}\nAnd person:[Jean Martin].\n`,
  });
  await rapporteur(cwd, ['check', '--fix', '--quiet']);
  assert.equal(read(cwd, 'a.md'), `${CERTAIN}\nAnd :person[Jean Martin].\n`);
});

test('one fix makes another possible', async (context) => {
  const text = `${HEAD}：commitment［will help ：person［Jean Martin］］｛by=jm due=2026｝.\n`;
  const cwd = folderWith(context, { 'registry.yaml': REGISTRY, 'a.md': text });
  await rapporteur(cwd, ['check', '--fix']);
  const once = read(cwd, 'a.md');
  assert.notEqual(once, text);
  await rapporteur(cwd, ['check', '--fix']);
  assert.equal(read(cwd, 'a.md'), once);
});

test('the standard input comes out fixed, byte for byte, and the report goes aside', async (context) => {
  const cwd = folderWith(context, { 'registry.yaml': REGISTRY });
  const text = `\ufeff${CERTAIN}And :person[Nobody].`.replaceAll('\n', '\r\n');
  const words = ['check', '--fix', '--stdin-filename', 'briefs/x.md', '-'];
  const { status, stdout, stderr } = await rapporteur(cwd, words, { stdin: text });
  assert.equal(stdout, text.replace('person [', 'person['));
  assert.equal(status, 1);
  assert.match(stderr, /^briefs\/x\.md\n/);
  assert.match(stderr, /\n1 fixed in 1 file\.\n/);
  assert.equal(fs.existsSync(path.join(cwd, 'briefs')), false);
});

test('a standard input with nothing to fix, or no brief at all, comes out as it is', async (context) => {
  const cwd = folderWith(context, { 'registry.yaml': REGISTRY });
  for (const stdin of [CERTAIN_FIXED, 'No tags.\r\n', '']) {
    const { stdout, status } = await rapporteur(cwd, ['check', '--fix', '-'], { stdin });
    assert.equal(stdout, stdin);
    assert.equal(status, 0);
  }
});

test('a standard input that is no UTF-8 cannot come out: that is said, with exit 2', async (context) => {
  const cwd = folderWith(context, { 'registry.yaml': REGISTRY });
  const stdin = Buffer.from(CERTAIN.replace('Here', 'H\u00e9re'), 'latin1');
  const { stdout, stderr, status } = await rapporteur(cwd, ['check', '--fix', '-'], { stdin });
  assert.equal(stdout, '');
  assert.equal(status, 2);
  assert.match(stderr, /stdin\.md was not changed: it is not in UTF-8 \(byte 0xE9\)/);
});

test('--diff and --format want the same place', async (context) => {
  const cwd = folderWith(context, { 'a.md': CERTAIN });
  const { status, stderr } = await rapporteur(cwd, ['check', '--diff', '--format', 'json']);
  assert.equal(status, 2);
  assert.match(stderr, /--diff writes a diff instead of the report\. Remove --format\./);
});

test('files of several workspaces are fixed at once', async (context) => {
  const cwd = folderWith(context, {
    'registry.yaml': REGISTRY,
    'a.md': CERTAIN,
    'inner/rapporteur.yaml': 'failOn: error\n',
    'inner/registry.yaml': REGISTRY,
    'inner/b.md': CERTAIN,
  });
  const { stdout } = await rapporteur(cwd, ['check', '--fix']);
  assert.match(stdout, /^2 briefs, 2 registries: 2 hints/m);
  assert.match(stdout, /2 fixed in 2 files/);
  assert.equal(read(cwd, 'inner/b.md'), CERTAIN_FIXED);
});

/** Makes it a repository with one commit. */
function commitAll(cwd: string): void {
  fs.rmSync(path.join(cwd, '.git'), { recursive: true });
  const who = ['-c', 'user.name=a', '-c', 'user.email=a@example.org'];
  for (const words of [
    ['init', '-q'],
    ['add', '-f', '.'],
    [...who, 'commit', '-qm', 'First'],
  ]) {
    assert.equal(spawnSync('git', words, { cwd }).status, 0);
  }
}

withGit('with --since, what is left out was left out before as well', async (context) => {
  const cwd = folderWith(context, {
    '.gitignore': 'registry.yaml\n',
    'registry.yaml': REGISTRY,
    'a.md': CERTAIN_FIXED,
  });
  commitAll(cwd);
  fs.appendFileSync(path.join(cwd, 'registry.yaml'), '# More.\n');
  const { stdout } = await rapporteur(cwd, ['check', '--since', 'HEAD']);
  assert.match(stdout, /^No brief or registry has changed/);
});

withGit('with --since, what did not change is left alone', async (context) => {
  const cwd = folderWith(context, { 'registry.yaml': REGISTRY, 'a.md': CERTAIN, 'b.md': CERTAIN });
  fs.rmSync(path.join(cwd, '.git'), { recursive: true });
  const who = ['-c', 'user.name=a', '-c', 'user.email=a@example.org'];
  for (const words of [
    ['init', '-q'],
    ['add', '.'],
    [...who, 'commit', '-qm', 'First'],
  ]) {
    assert.equal(spawnSync('git', words, { cwd }).status, 0);
  }
  fs.appendFileSync(path.join(cwd, 'b.md'), '\nAnd :person [Jean Martin] again.\n');
  const { stdout } = await rapporteur(cwd, ['check', '--fix', '--since', 'HEAD']);
  assert.match(stdout, /2 fixed in 1 file\./);
  assert.equal(read(cwd, 'a.md'), CERTAIN);
  assert.doesNotMatch(read(cwd, 'b.md'), /person \[/);
});

test('what a baseline knows is fixed as well', async (context) => {
  const cwd = folderWith(context, { 'registry.yaml': REGISTRY, 'a.md': CERTAIN });
  await rapporteur(cwd, ['check', '--update-baseline', '--baseline', 'known.json']);
  const { status } = await rapporteur(cwd, ['check', '--baseline', 'known.json', '--fix']);
  assert.equal(status, 0);
  assert.equal(read(cwd, 'a.md'), CERTAIN_FIXED);
});

test('with a cache the same comes of it, cold and warm', async (context) => {
  for (const file of ['a.md', 'b.md', 'c.md']) {
    const cwd = folderWith(context, {
      'registry.yaml': REGISTRY,
      [file]: CERTAIN,
      'z.md': OFFERED,
    });
    const words = ['check', '--cache-location', 'node_modules/kept'];
    await rapporteur(cwd, words);
    const { stdout, stderr } = await rapporteur(cwd, [...words, '--fix-suggestions']);
    assert.deepEqual([stderr, read(cwd, file)], ['', CERTAIN_FIXED]);
    assert.equal(
      (await rapporteur(cwd, words)).stdout.replace(/^.* fixed in .*\n/m, ''),
      stdout.replace(/^.* fixed in .*\n/m, ''),
    );
  }
});

test('whatever the number of threads, the same comes of it', async (context) => {
  const texts = Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [`${index}.md`, index % 3 === 0 ? OFFERED : CERTAIN]),
  );
  const runs = [1, 2, 3].map(async (threads) => {
    const cwd = folderWith(context, { 'registry.yaml': REGISTRY, ...texts });
    const words = ['check', '--fix-suggestions', '--threads', String(threads)];
    const { status, stdout, stderr } = await rapporteur(cwd, words);
    return { status, stdout, stderr, texts: Object.keys(texts).map((name) => read(cwd, name)) };
  });
  const [one, ...others] = await Promise.all(runs);
  assert.match(one?.stdout ?? '', /12 fixed in 12 files/);
  for (const other of others) assert.deepEqual(other, one);
});

test('--exit-zero holds for a diff as well', async (context) => {
  const cwd = folderWith(context, { 'a.md': CERTAIN, 'registry.yaml': REGISTRY });
  const plain = await rapporteur(cwd, ['check', '--diff']);
  const borne = await rapporteur(cwd, ['check', '--diff', '--exit-zero']);
  assert.equal(plain.status, 1);
  assert.deepEqual(borne, { ...plain, status: 0 });
});
