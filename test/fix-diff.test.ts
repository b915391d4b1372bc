// `rapporteur check --diff`: git takes what it writes, and makes of it what --fix would.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import fc from 'fast-check';
import { unifiedDiff } from '../server/cli/fix/unified-diff.js';
import { styleFor } from '../server/cli/terminal/style.js';
import { folderWith, rapporteur } from './support/cli.js';
import { property, runs } from './support/needs.js';

const HEAD = '---\ndate: 2025-10-31\n---\n\n';
const WRONG = ':person [Jean Martin] spoke.';
const REGISTRY = 'person: { jm: { name: Jean Martin } }\n';
const filler = (name: string): string =>
  Array.from({ length: 12 }, (_, line) => `${name} ${line}.\n`).join('\n');

/** Applies a diff in a folder as a person would. */
function apply(cwd: string, diff: string): void {
  const words = ['apply', '-p1', '--whitespace=nowarn', '-'];
  const git = spawnSync('git', words, { cwd, input: diff, encoding: 'utf8' });
  assert.equal(git.status, 0, `${git.stderr}\n${diff}`);
}

/** What --diff shows, applied by git, against what --fix writes; in two copies of a folder. */
async function agrees(
  context: TestContext,
  files: Readonly<Record<string, string>>,
  from = '.',
): Promise<string> {
  const [shown, fixed] = [folderWith(context, files), folderWith(context, files)];
  fs.rmSync(path.join(shown, '.git'), { recursive: true });
  spawnSync('git', ['init', '-q'], { cwd: shown });
  const { status, stdout } = await rapporteur(path.join(shown, from), ['check', '--diff']);
  assert.equal(status, 1);
  for (const name of Object.keys(files)) {
    assert.equal(
      fs.readFileSync(path.join(shown, name), 'utf8'),
      files[name],
      'nothing is written',
    );
  }
  apply(path.join(shown, from), stdout);
  await rapporteur(path.join(fixed, from), ['check', '--fix']);
  for (const name of Object.keys(files)) {
    const [one, other] = [shown, fixed].map((cwd) => fs.readFileSync(path.join(cwd, name)));
    assert.deepEqual(one, other, name);
  }
  assert.notDeepEqual(
    Object.keys(files).map((name) => fs.readFileSync(path.join(fixed, name), 'utf8')),
    Object.values(files),
  );
  return stdout;
}

test('git applies it: several places, several files', async (context) => {
  const text = `${HEAD}${WRONG}\n\n${filler('a')}\n${WRONG}\n\n${filler('b')}\n${WRONG}\n`;
  const diff = await agrees(context, {
    'registry.yaml': REGISTRY,
    'a.md': text,
    'sub/b.md': `${HEAD}${WRONG}\n`,
    'c.md': `${HEAD}Nothing.\n`,
  });
  assert.equal(diff.match(/^@@ /gm)?.length, 4);
  assert.match(diff, /^--- a\/a\.md\n\+\+\+ b\/a\.md\n@@ -2,7 \+2,7 @@\n/);
});

test('git applies it: byte order mark, CRLF, no last line end', async (context) => {
  const text = `${HEAD}Zero.\n\n${WRONG}`;
  await agrees(context, {
    'registry.yaml': REGISTRY,
    'bom.md': `\ufeff${text}`,
    'crlf.md': text.replaceAll('\n', '\r\n'),
    'crlf-end.md': `${text}\n`.replaceAll('\n', '\r\n'),
    'both.md': `\ufeff${text}`.replaceAll('\n', '\r\n'),
    'mixed.md': text.replace('Zero.\n', 'Zero.\r\n'),
  });
});

test('git applies it in a folder below the repository', async (context) => {
  const files = {
    'registry.yaml': REGISTRY,
    'sub/a.md': `${HEAD}${WRONG}\n`,
    'rapporteur.yaml': '',
  };
  await agrees(context, files, 'sub');
});

test('git applies it to files of odd names', {
  skip: process.platform === 'win32',
}, async (context) => {
  const names = [
    'a b.md',
    'ü.md',
    'tab\tname.md',
    'line\nname.md',
    '"quoted".md',
    'back\\slash.md',
  ];
  const files = Object.fromEntries(names.map((name) => [name, `${HEAD}${WRONG}\n`]));
  await agrees(context, { 'registry.yaml': REGISTRY, ...files });
});

test('no line of it is a command to the log of a CI system', async (context) => {
  const hostile = '::stop-commands::x\n  ::error::y\n##vso[task.complete]\n';
  const last = `${HEAD}${hostile}${WRONG}\n${hostile}${hostile}`;
  const diff = await agrees(context, {
    'registry.yaml': REGISTRY,
    'a.md': last,
    'b.md': `${last}\nAnd more.\n\n${WRONG}\n${filler('b')}`,
    'c.md': last.trimEnd(),
  });
  for (const line of diff.split('\n')) assert.doesNotMatch(line.trimStart(), /^(?:::|##)/);
});

test('on a terminal no control character gets through', async (context) => {
  const text = `${HEAD}A \u001b[31m here.\n${WRONG}\n`;
  const cwd = folderWith(context, { 'registry.yaml': REGISTRY, 'a.md': text });
  const { stdout } = await rapporteur(cwd, ['check', '--diff', '--color', 'never'], { tty: true });
  assert.match(stdout, /^ A \u241b\[31m here\.$/m);
  const { stdout: colored } = await rapporteur(cwd, ['check', '--diff'], { tty: true });
  assert.ok(colored.includes('\u001b[32m+'));
});

test('where nothing would change it is empty, and the status is that of the check', async (context) => {
  const cwd = folderWith(context, {
    'registry.yaml': REGISTRY,
    'a.md': `${HEAD}:person[Jean Martin]\n`,
    'b/b.md': `${HEAD}:person[Qqqqqq]\n`,
  });
  const clean = await rapporteur(cwd, ['check', '--diff', 'a.md']);
  assert.deepEqual([clean.status, clean.stdout], [0, '']);
  assert.match(clean.stderr, /there is nothing to fix\.\n$/);
  const open = await rapporteur(cwd, ['check', '--diff', 'b']);
  assert.deepEqual([open.status, open.stdout], [1, '']);
  assert.match(
    open.stderr,
    /there is nothing to fix\. There are other findings: remove --diff to see them\.\n$/,
  );
});

test('with --fix-suggestions it shows those too; the standard input has one as well', async (context) => {
  const cwd = folderWith(context, { 'registry.yaml': REGISTRY });
  const stdin = `${HEAD}:person[Jaen Martin]\n`;
  const words = ['check', '--diff', '--fix-suggestions', '-'];
  const { stdout, status } = await rapporteur(cwd, words, { stdin });
  assert.equal(status, 1);
  assert.match(stdout, /^--- a\/stdin\.md\n/);
  assert.match(stdout, /^\+:person\[Jaen Martin\]\{ref=jm\}$/m);
});

property('whatever the texts, git makes the one of the other', (context) => {
  const cwd = folderWith(context, {});
  fs.rmSync(path.join(cwd, '.git'), { recursive: true });
  spawnSync('git', ['init', '-q'], { cwd });
  const line = fc.constantFrom(
    'a',
    'b',
    '',
    ' ',
    '::x',
    '-',
    '+',
    '\\',
    '@@',
    'c\r',
    '\ufeff',
    '##[x]',
  );
  const text = fc
    .tuple(fc.array(line, { maxLength: 25 }), fc.constantFrom('', '\n', '\r\n'))
    .map(([lines, end]) => lines.join('\n') + end);
  const display = { width: 80, style: styleFor('never', IO, IO.stdout) };
  const different = fc.tuple(text, text).filter(([a, b]) => a !== b && a !== '' && b !== '');
  fc.assert(
    fc.property(different, ([before, after]) => {
      fs.writeFileSync(path.join(cwd, 'a.md'), before);
      apply(cwd, [...unifiedDiff('a.md', before, after, { display, reader: 'bytes' })].join(''));
      assert.equal(fs.readFileSync(path.join(cwd, 'a.md'), 'utf8'), after);
    }),
    runs('run'),
  );
});

const IO = {
  cwd: '/',
  env: {},
  stdout: { write: (): void => undefined, isTTY: false, columns: undefined },
  stderr: { write: (): void => undefined, isTTY: false, columns: undefined },
  stdin: async (): Promise<Uint8Array> => new Uint8Array(),
  now: (): Date => new Date(2025, 10, 1),
};

test('a text of which every line changes is shown at once', () => {
  const lines = (mark: string): string =>
    Array.from({ length: 30_000 }, (_, index) => `${mark} ${index}\n`).join('');
  const display = { width: 80, style: styleFor('never', IO, IO.stdout) };
  const [before, after] = [`same\n${lines('a')}end\n`, `same\n${lines('b')}end\n`];
  const start = process.cpuUsage();
  const diff = [...unifiedDiff('a.md', before, after, { display, reader: 'bytes' })].join('');
  assert.ok(process.cpuUsage(start).user < 5_000_000);
  assert.match(diff, /^--- a\/a\.md\n\+\+\+ b\/a\.md\n@@ -1,30002 \+1,30002 @@\n same\n-a 0\n/);
});
