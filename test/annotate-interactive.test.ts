// `annotate --interactive`: key by key, and nothing is written before all is said.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { EventEmitter } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { type KeyStream, keysIn, openKeys } from '../server/cli/terminal/keys.js';
import { widthOf } from '../server/cli/terminal/width.js';
import { agreedTo, choicesOf, press, startWalk, type WalkState } from '../server/core/index.js';
import type { Candidate } from '../server/core/suggest/index.js';
import { folderWith, type Ran, rapporteur } from './support/cli.js';
import { workspaceWith } from './support/linting.js';

const REGISTRY = 'place:\n  india: { name: India }\n';
const BRIEF = `---
date: 2025-10-31
---

Foreign Minister Ada Moreau met Jan Berg in Geneva. India will open a port in Geneva by 2027.
`;
const FILES = { 'a.md': BRIEF, 'registry.yaml': REGISTRY };

const read = (cwd: string, name = 'a.md'): string => fs.readFileSync(path.join(cwd, name), 'utf8');

async function walk(cwd: string, keys: string, ...words: string[]): Promise<Ran> {
  return rapporteur(cwd, ['annotate', '--interactive', ...words, 'a.md'], {
    tty: true,
    columns: 80,
    env: { NO_COLOR: '1' },
    keys: keysIn(keys),
  });
}

/** The words that were asked about, in order. */
function asked({ stdout }: Ran): readonly string[] {
  return Array.from(stdout.matchAll(/>>([^<]*)<</g), ([, words = '']) =>
    words.replace(/\s+/g, ' '),
  );
}

test('what is agreed to is written with its registry entries; the next run goes on', async (context) => {
  const cwd = folderWith(context, FILES);
  const first = await walk(cwd, 'yynaq');
  assert.deepEqual(asked(first), ['Foreign Minister', 'Ada Moreau', 'Jan Berg', 'Geneva', 'India']);
  assert.match(first.stdout, /^1 of 8, a\.md:5$/m);
  assert.equal(first.status, 0);
  assert.ok(first.stdout.endsWith('4 tags written, 2 files changed.\n'), first.stdout);
  assert.equal(
    read(cwd),
    BRIEF.replace('Foreign Minister', ':office[$&]')
      .replace('Ada Moreau', ':person[$&]')
      .replaceAll('Geneva', ':place[$&]'),
  );
  assert.match(read(cwd, 'registry.yaml'), /ada-moreau:\n {4}name: Ada Moreau\n {4}memberships/);
  const second = await walk(cwd, 'nyyyq');
  assert.deepEqual(asked(second), [
    'Jan Berg',
    'India',
    'will open a port in :place[Geneva] by 2027',
    '2027',
  ]);
  assert.match(
    read(cwd),
    /:place\[India\] :commitment\[will open a port in :place\[Geneva\] by :date\[2027\]\]/,
  );
  assert.equal((await rapporteur(cwd, ['strip', 'a.md'])).stdout, BRIEF);
});

test('nothing is written before the end: not by Ctrl+C, nor when the terminal goes', async (context) => {
  const cwd = folderWith(context, FILES);
  for (const keys of ['yya\u0003', 'yya']) {
    const { status, stderr } = await walk(cwd, keys);
    assert.deepEqual([status, stderr], [2, 'Nothing was written.\n']);
    assert.deepEqual([read(cwd), read(cwd, 'registry.yaml')], [BRIEF, REGISTRY]);
  }
});

test('an answer is undone; other keys say that they do nothing, and `?` what they do', async (context) => {
  const cwd = folderWith(context, FILES);
  const { stdout } = await walk(cwd, 'uyux?q');
  assert.match(stdout, /There is nothing to undo\./);
  assert.match(stdout, /'x' does nothing here\./);
  assert.match(stdout, /N {2}never suggest these words in this brief again/);
  assert.ok(stdout.endsWith('Nothing to write.\n'));
  assert.equal(read(cwd), BRIEF);
});

test('another kind, another one, and a new name', async (context) => {
  const cwd = folderWith(context, {
    ...FILES,
    'registry.yaml': `${REGISTRY}person:\n  jan: { name: Jan Bergström }\n`,
  });
  // The office is none; Ada Moreau is an organization; Jan Berg is registered; Geneva has a longer name.
  const { stdout } = await walk(cwd, 'nk2yeBergst\ryeGeneva Canton\raq');
  assert.match(stdout, /1 {2}person\n2 {2}organization/);
  assert.match(stdout, /organization: Ada Moreau \(new: ada-moreau\)/);
  assert.match(stdout, /1 {2}Jan Bergström \(person, jan\)/);
  assert.match(read(cwd), /:org\[Ada Moreau\] met :person\[Jan Berg\] in :place\[Geneva\]\./);
  const registry = read(cwd, 'registry.yaml');
  assert.match(registry, /jan: \{ name: Jan Bergström, other_names: \[Jan Berg\] \}/);
  assert.match(registry, /geneva-canton: \{ name: Geneva Canton, other_names: \[Geneva\] \}/);
  const { stdout: said } = await rapporteur(cwd, ['check', '--format', 'compact']);
  assert.doesNotMatch(said, /error/);
});

test('what is never to be suggested is kept, in the brief or for all', async (context) => {
  const cwd = folderWith(context, FILES);
  const { stdout } = await walk(cwd, 'NnWq');
  assert.ok(stdout.endsWith('0 tags written, 2 files changed.\n'), stdout);
  assert.match(
    read(cwd),
    /^---\ndate: 2025-10-31\nrapporteur: \{ not: \[Foreign Minister\] \}\n---\n/,
  );
  assert.match(read(cwd, 'rapporteur.yaml'), /suggest: *\{ never: \[Jan Berg\] \}/);
  assert.deepEqual(asked(await walk(cwd, '')), ['Ada Moreau']);
});

test('a promise of nobody is agreed to once somebody says whose it is', () => {
  const text = '---\ndate: 2025-10-31\n---\n\n:place[India] is near. Somebody will open a port.\n';
  const workspace = workspaceWith({ 'a.md': text, 'registry.yaml': REGISTRY });
  const page = workspace.pages.get('a.md');
  assert.ok(page !== undefined);
  const start = text.indexOf('will');
  const nobody = {
    id: undefined,
    by: [],
    for: [],
    to: [],
    strength: 'planned',
    marker: undefined,
  } as const;
  const candidate: Candidate = {
    ...{ type: 'commitment', kind: 'commitment', start, end: text.indexOf('.\n'), ids: [] },
    ...{ via: 'pattern', level: 'likely', confidence: 0.6, reason: 'It says so.', candidates: [] },
    ...{ name: undefined, iso: undefined, office: undefined },
    terms: {
      ...nobody,
      ...{ if: undefined, due: undefined, dueText: undefined, period: undefined, saidBy: [] },
      ...{ at: undefined, under: undefined },
    },
  };
  const scene = { workspace, found: [{ page, candidates: [candidate] }] };
  const pressed = (keys: string): WalkState =>
    keysIn(keys).reduce((state, key) => press(scene, state, key), startWalk(scene));
  assert.match(pressed('y').note, /Nobody is named who makes this promise/);
  assert.deepEqual(agreedTo(pressed('y')), []);
  assert.match(pressed('k').note, /A promise is of no other kind/);
  assert.deepEqual(
    choicesOf(scene, pressed('eind')).map(({ title }) => title),
    ['India (place, india)'],
  );
  const [agreed] = agreedTo(pressed('eind1y'));
  assert.deepEqual(agreed?.commitment?.by, ['india']);
  assert.ok(agreed?.edits.at(-1)?.text.includes('by=india'));
  assert.deepEqual(pressed('e\u001b'), pressed(''));
  // Undone is as never done.
  assert.deepEqual(pressed('eind1u').annotations, pressed('').annotations);
});

test('without a terminal it says so', async (context) => {
  const cwd = folderWith(context, FILES);
  const alone = await rapporteur(cwd, ['annotate', '--interactive', 'a.md']);
  assert.equal(alone.status, 2);
  assert.match(alone.stderr, /this is not a terminal/);
  const both = await walk(cwd, 'q', '--write');
  assert.equal(both.status, 2);
  assert.match(both.stderr, /--interactive asks and writes\. Remove --write\./);
});

test('no line is wider than the terminal, in letters of any width, and words are set off without colours', async (context) => {
  const wide = 'インドは港を開く。'.repeat(12);
  const cwd = folderWith(context, {
    'a.md': `---\ndate: 2025-10-31\n---\n\n${wide}Norland met ${'a very long sentence '.repeat(40)}in Geneva.\n`,
    'registry.yaml': 'place:\n  norland: { name: Norland }\n',
  });
  const { stdout } = await walk(cwd, 'nnq');
  for (const line of stdout.split('\n')) assert.ok(widthOf(line) <= 80, line);
  assert.match(stdout, />>Norland</);
});

test('in colours the words are painted, and nothing is drawn over', async (context) => {
  const cwd = folderWith(context, FILES);
  const { stdout } = await rapporteur(
    cwd,
    ['annotate', '--interactive', '--color', 'always', 'a.md'],
    {
      tty: true,
      columns: 80,
      keys: ['q'],
    },
  );
  assert.doesNotMatch(stdout, />>/);
  assert.ok(
    stdout.includes('\u001b[33mForeign Minister\u001b[39m Ada Moreau'),
    JSON.stringify(stdout),
  );
  // Colours alone: the cursor stays where it is.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for
  assert.doesNotMatch(stdout.replace(/\u001b\[\d+m/g, ''), /[\u0000-\u0009\u000b-\u001f]/);
});

test('a file that was changed meanwhile is not written, nor is any other', async (context) => {
  const cwd = folderWith(context, FILES);
  const keys = ['y', 'y', 'q'];
  const next = async (): Promise<string | undefined> => {
    if (keys.length === 1) fs.appendFileSync(path.join(cwd, 'registry.yaml'), '# changed\n');
    return keys.shift();
  };
  const { status, stderr } = await rapporteur(cwd, ['annotate', '--interactive', 'a.md'], {
    tty: true,
    columns: 80,
    keys: { next, close: () => undefined },
  });
  assert.equal(status, 2);
  assert.match(
    stderr,
    /registry\.yaml was changed by somebody else in the meantime\. Nothing was changed\./,
  );
  assert.equal(read(cwd), BRIEF);
});

class Terminal extends EventEmitter implements KeyStream {
  readonly isTTY = true;
  readonly modes: boolean[] = [];
  setRawMode(isRaw: boolean): void {
    this.modes.push(isRaw);
  }
  resume(): void {}
  pause(): void {}
}

test('keys are read one by one, however they come, and the terminal is given back', async () => {
  assert.deepEqual(keysIn('y\u001b[A\u001bOPé日🙂\u001b'), [
    'y',
    '\u001b[A',
    '\u001bOP',
    'é',
    '日',
    '🙂',
    '\u001b',
  ]);
  const terminal = new Terminal();
  const keys = openKeys(terminal);
  assert.ok(keys !== undefined);
  const bytes = Buffer.from('é日');
  terminal.emit('data', bytes.subarray(0, 1));
  const first = keys.next();
  terminal.emit('data', bytes.subarray(1, 4));
  assert.equal(await first, 'é');
  terminal.emit('data', bytes.subarray(4));
  assert.equal(await keys.next(), '日');
  terminal.emit('end');
  assert.equal(await keys.next(), undefined);
  keys.close();
  assert.deepEqual(terminal.modes, [true, false]);
  assert.equal(openKeys(Object.assign(new Terminal(), { isTTY: false })), undefined);
});

/** Presses keys at a pseudo terminal, each once the program has asked again. */
const PRESS = `
import os, pty, sys, select
pid, fd = pty.fork()
if pid == 0:
    os.execv(sys.argv[1], sys.argv[1:])
out, keys = b'', list('yyq')
while True:
    ready, _, _ = select.select([fd], [], [], 60)
    if not ready: break
    try: data = os.read(fd, 65536)
    except OSError: break
    if not data: break
    out += data
    if keys and out.count(b'? help') > 3 - len(keys): os.write(fd, keys.pop(0).encode())
os.write(1, out)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
`;

const HAS_PTY =
  process.platform !== 'win32' &&
  spawnSync('python3', ['-c', 'import pty, os; os.waitstatus_to_exitcode']).status === 0;

test('at a real terminal', {
  skip: !HAS_PTY && 'no python3 that opens a terminal',
}, (context: TestContext) => {
  const cwd = folderWith(context, FILES);
  const cli = path.resolve('dist', 'cli.js');
  const words = ['-c', PRESS, process.execPath, cli, 'annotate', '--interactive', 'a.md'];
  const { status, stdout } = spawnSync('python3', words, {
    cwd,
    encoding: 'utf8',
    timeout: 120_000,
  });
  assert.match(stdout, /2 tags written, 2 files changed\./);
  assert.equal(status, 0);
  assert.ok(read(cwd).includes(':office[Foreign Minister] :person[Ada Moreau] met Jan Berg'));
});
