// `rapporteur check --watch`: real files, the real program.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { run } from '../server/cli/app/run.js';
import { Failure } from '../server/cli/terminal/failure.js';
import { folderWith, rapporteur } from './support/cli.js';
import { HANGS } from './support/patience.js';

const CLI = path.resolve('dist', 'cli.js');
const HEAD = '---\ndate: 2025-10-31\n---\n\n';
const BRIEF = `${HEAD}Here is :person[Jean Martin].\n`;
const REGISTRY = 'person: { jm: { name: Jean Martin } }\n';
const FILES = { 'registry.yaml': REGISTRY, 'a.md': BRIEF };

interface Watched {
  /** What it wrote since the last time, once that holds a match. */
  until(pattern: RegExp): Promise<string>;
  /** What it writes within a moment. */
  within(milliseconds: number): Promise<string>;
  write(file: string, text: string): void;
  /** Of its own accord. */
  end(): Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** Ctrl+C. */
  stop(): Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

function watched(context: TestContext, cwd: string, ...words: string[]): Watched {
  const args = [CLI, 'check', '--watch', '--today', '2025-11-01', ...words];
  // One file for both, as on a terminal: from two pipes it would come in any order.
  const log = path.join(folderWith(context, { log: '' }), 'log');
  const out = fs.openSync(log, 'a');
  const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', out, out] });
  fs.closeSync(out);
  context.after(() => child.kill('SIGKILL'));
  const ended = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  let told = 0;
  const heard = (): string => fs.readFileSync(log, 'utf8').slice(told);
  const taken = (): string => {
    const all = heard();
    told += all.length;
    return all;
  };
  return {
    async until(pattern) {
      for (let waited = 0; !pattern.test(heard()); waited += 20) {
        assert.ok(waited < HANGS, `${pattern} did not come: ${heard()}`);
        assert.equal(child.exitCode, null, `it ended: ${heard()}`);
        await sleep(20);
      }
      return taken();
    },
    async within(milliseconds) {
      await sleep(milliseconds);
      return taken();
    },
    write: (file, text) => fs.writeFileSync(path.join(cwd, file), text),
    async end() {
      const [code, signal] = await ended;
      return { code, signal };
    },
    async stop() {
      child.kill('SIGINT');
      const [code, signal] = await ended;
      return { code, signal };
    },
  };
}

/** It waits for changes: what it had to say has been said. */
const WAITS = /Watching \d+ files?\. Press Ctrl\+C to stop\.\n/;

test('it checks, waits, and checks again', async (context) => {
  const watch = watched(context, folderWith(context, FILES));
  const first = await watch.until(WAITS);
  assert.match(first, /^1 brief, 1 registry: nothing to report/m);
  assert.match(first, /\nWatching 2 files\. Press Ctrl\+C to stop\.\n$/);
  watch.write('a.md', BRIEF.replace('Martin', 'Smith'));
  const second = await watch.until(WAITS);
  assert.match(second, /^\n\d\d:\d\d:\d\d a\.md changed\n/);
  assert.match(second, /No person is called 'Jean Smith'/);
  assert.ok(!second.includes('\u001b'), 'nothing is cleared where no terminal is');
  watch.write('a.md', BRIEF);
  assert.match(await watch.until(WAITS), /nothing to report/);
});

test('what changes elsewhere counts: a registry, a new file, a file gone, a linked picture', async (context) => {
  const cwd = folderWith(context, {
    ...FILES,
    'a.md': `${BRIEF}\n![Map](img/map.png)\n`,
    'sub/b.md': BRIEF,
  });
  const watch = watched(context, cwd, 'a.md');
  assert.match(await watch.until(WAITS), /broken-link/);
  fs.mkdirSync(path.join(cwd, 'img'));
  fs.writeFileSync(path.join(cwd, 'img', 'map.png'), '');
  assert.match(await watch.until(WAITS), /nothing to report/);
  fs.rmSync(path.join(cwd, 'img', 'map.png'));
  assert.match(await watch.until(WAITS), /broken-link/);
  fs.writeFileSync(path.join(cwd, 'img', 'map.png'), '');
  await watch.until(WAITS);
  watch.write('registry.yaml', REGISTRY.replace('Jean', 'Joan'));
  assert.match(await watch.until(WAITS), /No person is called 'Jean Martin'/);
  fs.mkdirSync(path.join(cwd, 'new'));
  fs.writeFileSync(
    path.join(cwd, 'new', 'c.registry.yaml'),
    'person: { x: { name: Jean Martin } }\n',
  );
  assert.match(await watch.until(WAITS), /nothing to report/);
  fs.rmSync(path.join(cwd, 'new'), { recursive: true });
  assert.match(await watch.until(WAITS), /No person is called 'Jean Martin'/);
});

test('an ordinary document counts: a heading that a brief links to, and once it is a brief itself', async (context) => {
  const cwd = folderWith(context, {
    ...FILES,
    'a.md': `${BRIEF}\n[Terms](notes.md#terms)\n`,
    'notes.md': '# Terms\n',
  });
  const watch = watched(context, cwd);
  assert.match(await watch.until(WAITS), /1 brief, 1 registry: nothing to report/);
  watch.write('notes.md', '# Other terms\n');
  assert.match(await watch.until(WAITS), /There is no heading '#terms' in notes\.md/);
  watch.write('notes.md', `${HEAD}# Terms\n\n:person[Nobody]\n`);
  assert.match(await watch.until(WAITS), /No person is called 'Nobody'/);
  watch.write('notes.md', '# Terms\n');
  assert.match(await watch.until(WAITS), /1 brief, 1 registry: nothing to report/);
});

test('what alters no finding writes nothing; what is left out is not looked at', async (context) => {
  const cwd = folderWith(context, {
    ...FILES,
    '.gitignore': 'drafts/\n',
    'drafts/x.md': BRIEF,
    'node_modules/y/z.md': BRIEF,
  });
  const watch = watched(context, cwd);
  assert.match(await watch.until(WAITS), /Watching 3 files/);
  watch.write('a.md', `${BRIEF}\nMore words.\n`);
  watch.write('drafts/x.md', ':person[Nobody]');
  watch.write('node_modules/y/z.md', ':person[Nobody]');
  watch.write('notes.txt', ':person[Nobody]');
  assert.equal(await watch.within(1500), '');
  watch.write('.gitignore', '');
  assert.match(await watch.until(WAITS), /drafts\/x\.md\n[\s\S]*No person is called 'Nobody'/);
  watch.write('drafts/x.md', BRIEF);
  assert.match(await watch.until(WAITS), /drafts\/x\.md changed\n2 briefs[\s\S]*nothing to report/);
});

test('many changes at once are one', async (context) => {
  const cwd = folderWith(context, { ...FILES, 'b.md': BRIEF, 'c.md': BRIEF });
  const watch = watched(context, cwd);
  await watch.until(WAITS);
  for (const name of ['a', 'b', 'c']) watch.write(`${name}.md`, BRIEF.replace('Jean', 'Joan'));
  const said = await watch.until(/c\.md\n[\s\S]*Watching/);
  assert.ok((said.match(/\d\d:\d\d:\d\d/g) ?? []).length <= 2, said);
});

test('a fault in the configuration is shown, and watching goes on', async (context) => {
  const cwd = folderWith(context, { ...FILES, 'rapporteur.yaml': 'failOn: error\n' });
  const watch = watched(context, cwd);
  await watch.until(WAITS);
  watch.write('rapporteur.yaml', 'failon: error\n');
  assert.match(
    await watch.until(WAITS),
    /rapporteur: the configuration has an error\.\nrapporteur\.yaml:1:1/,
  );
  watch.write('rapporteur.yaml', "briefs: ['b/*.md']\n");
  assert.match(await watch.until(WAITS), /matches no Markdown file/);
});

test('a fault that is there from the start too', async (context) => {
  const cwd = folderWith(context, { ...FILES, 'rapporteur.yaml': 'failon: error\n' });
  const watch = watched(context, cwd);
  assert.match(await watch.until(WAITS), /the configuration has an error/);
  watch.write('rapporteur.yaml', 'failOn: error\n');
  assert.match(await watch.until(WAITS), /nothing to report/);
});

test('what a configuration extends counts, also where it cannot be read yet', async (context) => {
  const repository = folderWith(context, {
    'base.yaml': 'rules: { unresolved-name: error }\n',
    'work/rapporteur.yaml': 'root: true\n',
    'work/registry.yaml': REGISTRY,
    'work/a.md': BRIEF.replace('Jean', 'Joan'),
  });
  const base = path.join(repository, 'base.yaml');
  const cwd = path.join(repository, 'work');
  const watch = watched(context, cwd);
  assert.match(await watch.until(WAITS), /1 error/);
  fs.writeFileSync(base, 'rules: { unresolved-name: [ }\n');
  watch.write('rapporteur.yaml', 'extends: ../base.yaml\n');
  assert.match(await watch.until(WAITS), /the configuration has/);
  fs.writeFileSync(base, 'rules: { unresolved-name: warning }\n');
  assert.match(await watch.until(WAITS), /1 warning/);
  fs.writeFileSync(base, 'rules: { unresolved-name: off, unused-entity: off }\n');
  assert.match(await watch.until(WAITS), /nothing to report/);
});

test('a report in the workspace is not taken for a change', async (context) => {
  const cwd = folderWith(context, { ...FILES, 'a.md': BRIEF.replace('Jean', 'Joan') });
  const watch = watched(context, cwd, '--format', 'markdown=report.md', '--stats');
  await watch.until(WAITS);
  assert.equal(await watch.within(1500), '');
  watch.write('a.md', BRIEF);
  await watch.until(WAITS);
  assert.doesNotMatch(fs.readFileSync(path.join(cwd, 'report.md'), 'utf8'), /Joan/);
});

test('Ctrl+C ends it with 0, whatever was found', {
  skip: process.platform === 'win32',
}, async (context) => {
  const cwd = folderWith(context, { ...FILES, 'a.md': BRIEF.replace('Jean', 'Joan') });
  const watch = watched(context, cwd);
  assert.match(await watch.until(WAITS), /1 error/);
  assert.deepEqual(await watch.stop(), { code: 0, signal: null });
});

test('it refuses to change files, and to read what cannot be read again', async (context) => {
  const cwd = folderWith(context, FILES);
  for (const [words, reason] of [
    [['--fix'], /--watch does not change files/],
    [['--diff'], /--watch does not change files/],
    [['--update-baseline'], /--watch would change the baseline/],
    [['-'], /--watch cannot read '-' again/],
    [['nothing.md'], /there is no file or folder 'nothing\.md'/],
  ] as const) {
    const { status, stderr } = await rapporteur(cwd, ['check', '--watch', ...words]);
    assert.equal(status, 2);
    assert.match(stderr, reason);
  }
});

test('when it cannot write any more it ends, and nothing keeps the process', async (context) => {
  const cwd = folderWith(context, FILES);
  let isFull = false;
  const status = await run(['check', '--watch'], {
    cwd,
    env: {},
    stdout: {
      write: () => undefined,
      drained: async () => {
        if (isFull) throw new Failure('the standard output could not be written.');
        return 'taken';
      },
      isTTY: false,
      columns: undefined,
    },
    stderr: {
      write: (text) => {
        if (!WAITS.test(text)) return;
        isFull = true;
        fs.writeFileSync(path.join(cwd, 'a.md'), ':person[Nobody]\n');
      },
      isTTY: false,
      columns: undefined,
    },
    stdin: async () => Buffer.from(''),
    now: () => new Date(2025, 10, 1),
  });
  assert.equal(status, 2);
  // What is closed is gone a moment later.
  await sleep(100);
  const open = process.getActiveResourcesInfo().filter((name) => name.startsWith('FS'));
  assert.deepEqual(open, []);
});

for (const how of ['moved', 'deleted']) {
  test(`it ends with words when its folder is ${how}`, async (context) => {
    const top = folderWith(context, { 'w/.git/HEAD': '', 'w/a.md': BRIEF });
    const folder = path.join(top, 'w');
    const watch = watched(context, folder);
    await watch.until(WAITS);
    if (how === 'moved') fs.renameSync(folder, path.join(top, 'elsewhere'));
    else fs.rmSync(folder, { recursive: true });
    assert.deepEqual(await watch.end(), { code: 2, signal: null });
    assert.match(
      await watch.within(0),
      /rapporteur: the folder \S+ was moved or deleted\. Start the check again where it is now\.\n$/,
    );
  });
}
