import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { folderWith, rapporteur } from './support/cli.js';

const BRIEF = '---\ndate: 2025-10-31\n---\n\n:date[October 2025] and :person[Nobody].\n';

async function findings(cwd: string, ...paths: string[]): Promise<string[]> {
  const { stdout } = await rapporteur(cwd, ['check', '--format', 'json', ...paths]);
  const { findings: found } = JSON.parse(stdout) as {
    findings: { file: string; rule: string; range: { start: { line: number; column: number } } }[];
  };
  return found.map(
    ({ file, rule, range: { start } }) => `${file}:${start.line}:${start.column} ${rule}`,
  );
}

test('bytes that are no UTF-8 are a finding at their place, and the rest is read', async (context) => {
  const latin = Buffer.from(BRIEF.replace('and', 'caf\u00e9'), 'latin1');
  const cwd = folderWith(context, { 'a.md': latin, 'b.md': BRIEF });
  assert.deepEqual(await findings(cwd), [
    'a.md:5:24 invalid-encoding',
    'a.md:5:34 unresolved-name',
    'b.md:5:33 unresolved-name',
  ]);
});

test('other Markdown in another encoding is nobody’s business', async (context) => {
  const cwd = folderWith(context, { 'a.md': Buffer.from('caf\u00e9', 'latin1'), 'b.md': BRIEF });
  assert.deepEqual(await findings(cwd), ['b.md:5:33 unresolved-name']);
});

test('a brief in UTF-16 is left out with the reason, the others are read', async (context) => {
  const cwd = folderWith(context, {
    'a.md': Buffer.from(`\ufeff${BRIEF}`, 'utf16le'),
    'b.md': BRIEF,
  });
  const { status, stdout, stderr } = await rapporteur(cwd, ['check']);
  assert.equal(status, 2);
  assert.match(stderr, /a\.md was left out: it is in UTF-16\. Save it as UTF-8/);
  assert.match(stdout, /^b\.md\n/);
});

test('byte order mark, NUL, CRLF and lone CR do not move a place', async (context) => {
  const cwd = folderWith(context, {
    'bom.md': `\ufeff${BRIEF}`,
    'cr.md': BRIEF.replaceAll('\n', '\r'),
    'crlf.md': BRIEF.replaceAll('\n', '\r\n'),
    'nul.md': BRIEF.replace('and', 'a\0d'),
  });
  assert.deepEqual(
    await findings(cwd),
    ['bom', 'cr', 'crlf', 'nul'].map((name) => `${name}.md:5:33 unresolved-name`),
  );
});

test('an unreadable file is told and the others are read', async (context) => {
  const cwd = folderWith(context, { 'b.md': BRIEF });
  // Root may read everything, so something that nobody can read as a file.
  fs.symlinkSync('a.md', path.join(cwd, 'a.md'));
  fs.mkdirSync(path.join(cwd, 'c.md'));
  assert.deepEqual(await findings(cwd), ['b.md:5:33 unresolved-name']);
});

test('a file without permission is told and the others are read', {
  skip: process.getuid?.() === 0,
}, async (context) => {
  const cwd = folderWith(context, { 'a.md': BRIEF, 'b.md': BRIEF });
  fs.chmodSync(path.join(cwd, 'a.md'), 0o000);
  const { status, stderr, stdout } = await rapporteur(cwd, ['check']);
  assert.equal(status, 2);
  assert.match(stderr, /a\.md was left out: .*permission/);
  assert.match(stdout, /^b\.md\n/);
});

test('a registry of 200 MB is refused, the briefs are read', async (context) => {
  const cwd = folderWith(context, { 'registry.yaml': '', 'b.md': BRIEF });
  fs.truncateSync(path.join(cwd, 'registry.yaml'), 200 * 1024 * 1024);
  const { status, stderr, stdout } = await rapporteur(cwd, ['check']);
  assert.equal(status, 2);
  assert.match(stderr, /registry\.yaml was left out: it has 200 MB/);
  assert.match(stdout, /unresolved-name/);
});

test('a folder whose path begins like the working directory’s is another one', async (context) => {
  const folder = folderWith(context, { 'ws/a.md': BRIEF, 'ws-2/b.md': BRIEF });
  assert.deepEqual(await findings(path.join(folder, 'ws'), '../ws-2/b.md'), [
    '../ws-2/b.md:5:33 unresolved-name',
  ]);
});

test('links in a circle end', async (context) => {
  const cwd = folderWith(context, { 'a/b.md': BRIEF });
  fs.symlinkSync('..', path.join(cwd, 'a', 'up'));
  fs.symlinkSync('a', path.join(cwd, 'again'));
  assert.deepEqual(await findings(cwd), ['a/b.md:5:33 unresolved-name']);
  assert.deepEqual(await findings(cwd, 'again/b.md'), ['a/b.md:5:33 unresolved-name']);
});

test('what .gitignore or the settings leave out is not read unless --no-ignore says so', async (context) => {
  const cwd = folderWith(context, {
    '.gitignore': 'drafts/\n',
    'rapporteur.yaml': 'ignore: [old/**]\n',
    'drafts/a.md': BRIEF,
    'old/b.md': BRIEF,
    'c.md': BRIEF,
  });
  assert.deepEqual(await findings(cwd), ['c.md:5:33 unresolved-name']);
  assert.deepEqual(await findings(cwd, 'drafts/a.md'), []);
  assert.deepEqual(await findings(cwd, '--no-ignore', 'drafts/a.md'), [
    'drafts/a.md:5:33 unresolved-name',
  ]);
});

test('hostile text can neither act on a terminal nor speak to a CI log', async (context) => {
  const nasty = '\u001b]0;title\u0007\u202e::error::x';
  const cwd = folderWith(context, {
    '::warning::a.md': `---\ndate: 2025-10-31\n---\n\n::person[A]{ref=${'x'.repeat(3)}}\n\n:person[${nasty}] here\n\n::error:: :person[Nobody]\n`,
  });
  for (const words of [['check'], ['list', 'mentions'], ['list', 'entities']]) {
    const { stdout } = await rapporteur(cwd, words);
    assert.ok(stdout.length > 0);
    assert.doesNotMatch(stdout, /(?!\n)\p{Cc}|\u202e/u);
    assert.doesNotMatch(stdout, /^::/m);
  }
});

test('a reader that stops early is no fault', (context) => {
  const lines = Array.from({ length: 3000 }, (_, index) => `:person[Nobody ${index}]\n`).join('\n');
  const cwd = folderWith(context, { 'a.md': lines });
  const cli = path.resolve('out', 'server', 'cli', 'app', 'main.js');
  const { stdout, stderr } = spawnSync(
    'sh',
    ['-c', `"${process.execPath}" "${cli}" check --format json | head -n 1`],
    { cwd, encoding: 'utf8' },
  );
  assert.equal(stdout, '{\n');
  assert.equal(stderr, '');
});

test('a fault of our own is no finding: it exits with 2, and so does a folder that is gone', {
  skip: process.platform === 'win32',
}, (context) => {
  const cwd = folderWith(context, {});
  const check = `"${process.execPath}" "${path.resolve('out', 'server', 'cli', 'app', 'main.js')}" check`;
  const inShell = (line: string, env: NodeJS.ProcessEnv = {}) =>
    spawnSync('sh', ['-c', line], { cwd, env: { ...process.env, ...env }, encoding: 'utf8' });
  const broken = 'globalThis.Date = class { constructor() { throw new TypeError("broken"); } }';
  const preload = `--import=data:text/javascript,${encodeURIComponent(broken)}`;
  const fault = inShell(check, { NODE_OPTIONS: preload });
  assert.deepEqual([fault.status, fault.stdout], [2, '']);
  assert.match(fault.stderr, /^rapporteur: .*report it with these lines:\nTypeError: broken\n/);
  const gone = inShell(`mkdir gone && cd gone && rmdir ../gone && ${check}`);
  assert.deepEqual([gone.status, gone.stdout], [2, '']);
  assert.match(gone.stderr, /^rapporteur: the current folder no longer exists\. .*\n$/);
});
