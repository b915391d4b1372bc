// `check --cache`: the same report, sooner; and whatever becomes of the cache, the same report.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { openFactsCache } from '../server/cli/cache/facts-cache.js';
import { DEFAULT_SETTINGS, readPage, vocabularyOf } from '../server/core/index.js';
import { makeWorkspace } from './support/briefs.js';
import { folderWith, type Ran, type RunOptions, rapporteur } from './support/cli.js';
import { slow, withGit } from './support/needs.js';

const BRIEF = '---\ndate: 2025-10-31\n---\n\n:person[Mo] met :person[Nobody].\n';
const REGISTRY = 'person:\n  mo: { name: Mo }\n';
const FILES = { 'a.md': BRIEF, 'b.md': BRIEF.replace('Nobody', 'Mo'), 'registry.yaml': REGISTRY };

const PLACE = ['--cache-location', 'kept'];

async function check(
  cwd: string,
  words: readonly string[] = PLACE,
  options: RunOptions = {},
): Promise<Ran> {
  return rapporteur(cwd, ['check', '--format', 'json', ...words], options);
}

/** How many files the cache knew. */
async function hits(cwd: string, words: readonly string[] = PLACE): Promise<number> {
  const { stderr } = await check(cwd, [...words, '--stats']);
  return Number(/(\d+) files? from the cache/.exec(stderr)?.[1] ?? 0);
}

function filesIn(folder: string): readonly string[] {
  const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.pack')).map((name) => path.join(folder, name));
}

test('the second check reads nothing again and says the same', async (context) => {
  const cwd = folderWith(context, FILES);
  const without = await check(cwd, []);
  assert.equal(without.status, 1);
  assert.deepEqual(await check(cwd), without);
  assert.deepEqual(await check(cwd), without);
  assert.equal(await hits(cwd), 3);
});

test('only what changed is read again, whatever its time says', async (context) => {
  const cwd = folderWith(context, FILES);
  await check(cwd);
  const file = path.join(cwd, 'b.md');
  const { atime, mtime } = fs.statSync(file);
  fs.writeFileSync(file, FILES['b.md'].replace('met', 'saw'));
  fs.utimesSync(file, atime, mtime);
  fs.utimesSync(path.join(cwd, 'a.md'), 1, 1);
  assert.equal(await hits(cwd), 2);
  // Back and forth between two contents, as from branch to branch, both are known.
  fs.writeFileSync(file, FILES['b.md']);
  assert.equal(await hits(cwd), 3);
});

test('a verdict that follows from another file is never remembered', async (context) => {
  const cwd = folderWith(context, FILES);
  await check(cwd);
  fs.writeFileSync(path.join(cwd, 'registry.yaml'), 'person:\n  no: { name: Nobody }\n');
  const { stdout } = await check(cwd);
  assert.equal(stdout, (await check(cwd, [])).stdout);
  assert.match(stdout, /'Mo'/);
  assert.doesNotMatch(stdout, /'Nobody'/);
});

test('kinds, and what the configuration makes of a path, count; other settings do not', async (context) => {
  const cwd = folderWith(context, { ...FILES, 'rapporteur.yaml': '{}\n' });
  const configured = async (text: string): Promise<number> => {
    fs.writeFileSync(path.join(cwd, 'rapporteur.yaml'), text);
    const known = await hits(cwd);
    assert.equal((await check(cwd)).stdout, (await check(cwd, [])).stdout);
    return known;
  };
  assert.equal(await configured('failOn: hint\n'), 0);
  assert.equal(await configured('rules: { unresolved-name: off }\n'), 3);
  assert.equal(await configured('briefs: a.md\n'), 1, 'the registry');
  assert.equal(await configured('briefs: "*.md"\n'), 2, 'a.md is a brief as before');
  assert.equal(await configured('kinds: { vessel: { title: Vessel } }\n'), 0);
  assert.equal(await configured('{}\n'), 3, 'each as it was at first');
});

test('a text from the standard input takes nothing from its file, and leaves it alone', async (context) => {
  const cwd = folderWith(context, FILES);
  await check(cwd);
  const stdin = BRIEF.replace('Nobody', 'Somebody');
  const given = ['-', '--stdin-filename', 'a.md'];
  assert.match((await check(cwd, [...given, ...PLACE], { stdin })).stdout, /Somebody/);
  assert.match((await check(cwd, ['-', ...PLACE], { stdin })).stdout, /Somebody/);
  assert.equal(await hits(cwd), 3);
});

test('what is gone from the workspace goes from the cache', async (context) => {
  const cwd = folderWith(context, FILES);
  await check(cwd);
  const size = (): number =>
    filesIn(path.join(cwd, 'kept')).reduce((sum, name) => sum + fs.statSync(name).size, 0);
  const before = size();
  fs.renameSync(path.join(cwd, 'b.md'), path.join(cwd, 'b.txt'));
  fs.writeFileSync(path.join(cwd, 'c.md'), 'Words.\n');
  await check(cwd);
  assert.equal(await hits(cwd), 2, 'an ordinary document takes no room');
  assert.ok(size() <= before);
});

test('it lies beside the packages, of the repository too; else where the system keeps caches', async (context) => {
  const cwd = folderWith(context, { ...FILES, 'deep/rapporteur.yaml': '', 'deep/a.md': BRIEF });
  const home = folderWith(context, {});
  const env = { HOME: home, XDG_CACHE_HOME: path.join(home, 'xdg') };
  await check(cwd, ['--cache'], { env });
  const [folder = ''] = fs.readdirSync(path.join(home, 'xdg', 'rapporteur'));
  assert.match(folder, /^rapporteur-cli-\w+-[0-9a-f]{12}$/);
  await check(cwd, ['--cache'], { env: { ...env, XDG_CACHE_HOME: 'relative' } });
  assert.ok(fs.existsSync(path.join(home, '.cache', 'rapporteur', folder, 'CACHEDIR.TAG')));
  assert.ok(!fs.existsSync(path.join(cwd, 'relative')));
  fs.mkdirSync(path.join(cwd, 'node_modules'));
  await check(path.join(cwd, 'deep'), ['--cache'], { env });
  assert.ok(fs.existsSync(path.join(cwd, 'node_modules/.cache/rapporteur/CACHEDIR.TAG')));
  await check(cwd, ['--cache', '--no-cache', '--cache-location', 'never'], { env });
  assert.ok(!fs.existsSync(path.join(cwd, 'never')));
});

test('it is labelled as a cache, and its own .gitignore keeps it out of the repository', async (context) => {
  const cwd = folderWith(context, FILES);
  await check(cwd);
  assert.match(
    fs.readFileSync(path.join(cwd, 'kept/CACHEDIR.TAG'), 'utf8'),
    /^Signature: 8a477f597d28d172789f06886806bc55\n/,
  );
  assert.equal(fs.readFileSync(path.join(cwd, 'kept/.gitignore'), 'utf8'), '*\n');
});

test('in a folder of other things it keeps to a folder of its own', async (context) => {
  const cwd = folderWith(context, FILES);
  await check(cwd, ['--cache-location', '.']);
  assert.ok(!fs.existsSync(path.join(cwd, '.gitignore')));
  assert.equal(fs.readFileSync(path.join(cwd, 'rapporteur/.gitignore'), 'utf8'), '*\n');
  assert.equal(await hits(cwd, ['--cache-location', '.']), 3);
});

test('workspaces within one another and beside one another share a place', async (context) => {
  const inner = Object.entries(FILES).map(([name, text]) => [
    `in/${name}`,
    text.replaceAll('Mo', 'Jo'),
  ]);
  const cwd = folderWith(context, {
    ...FILES,
    ...Object.fromEntries(inner),
    'in/rapporteur.yaml': '',
  });
  const without = await check(cwd, []);
  assert.deepEqual(await check(cwd), without);
  assert.equal(await hits(cwd), 6);
  assert.equal(await hits(path.join(cwd, 'in'), ['--cache-location', '../kept']), 3);
  assert.equal(await hits(cwd), 6);
});

test('a cache in the project is good wherever the project lies', async (context) => {
  const cwd = folderWith(context, FILES);
  await check(cwd);
  const other = folderWith(context, {});
  fs.cpSync(cwd, other, { recursive: true });
  assert.equal(await hits(other), 3);
});

const DAMAGES: Readonly<Record<string, (file: string) => void>> = {
  'a flipped bit': (file) => {
    const bytes = fs.readFileSync(file);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 4;
    fs.writeFileSync(file, bytes);
  },
  'half a file': (file) => fs.truncateSync(file, fs.statSync(file).size >> 1),
  'an empty file': (file) => fs.truncateSync(file),
  'a file of something else': (file) => fs.writeFileSync(file, 'person:\n  mo: { name: Mo }\n'),
};

for (const [damage, doTo] of Object.entries(DAMAGES)) {
  test(`${damage} in every cache file is one note, once, and all is read anew`, async (context) => {
    const cwd = folderWith(context, FILES);
    const without = await check(cwd);
    const files = filesIn(path.join(cwd, 'kept'));
    assert.equal(files.length, 3);
    for (const file of files) doTo(file);
    const { stderr, ...report } = await check(cwd);
    const where = path.join(cwd, 'kept');
    const note = `rapporteur: the cache in ${where} was damaged. The findings do not depend on it.\n`;
    assert.deepEqual({ ...report, stderr }, { ...without, stderr: note });
    assert.deepEqual(await check(cwd), without);
    assert.equal(await hits(cwd), 3);
  });
}

test('a cache file from elsewhere, whole and well, is not believed', async (context) => {
  const cwd = folderWith(context, {
    ...FILES,
    'rapporteur.yaml': 'kinds: { vessel: { title: Vessel } }',
  });
  fs.writeFileSync(path.join(cwd, 'a.md'), ':vessel[Argo]{#argo}\n');
  await check(cwd);
  const before = filesIn(path.join(cwd, 'kept'));
  fs.writeFileSync(path.join(cwd, 'rapporteur.yaml'), '{}');
  await check(cwd);
  const after = filesIn(path.join(cwd, 'kept')).filter((name) => !before.includes(name));
  for (const file of after) {
    const other = before.find((name) => path.basename(name) === path.basename(file));
    fs.copyFileSync(other ?? '', file);
  }
  assert.equal(await hits(cwd), 0);
  assert.deepEqual(await check(cwd), await check(cwd, []));
});

test('a file where the cache should be, or a folder where a cache file should be, is a note', async (context) => {
  const cwd = folderWith(context, { ...FILES, kept: 'a file' });
  const without = await check(cwd, []);
  const { stderr, ...report } = await check(cwd);
  assert.deepEqual({ ...report, stderr: '' }, without);
  assert.match(stderr, /^rapporteur: the cache in \S+kept could not be written: one of [^\n]*\n$/);
  assert.equal(fs.readFileSync(path.join(cwd, 'kept'), 'utf8'), 'a file');
  await check(cwd, ['--cache-location', 'fine']);
  const [file = ''] = filesIn(path.join(cwd, 'fine'));
  fs.rmSync(file);
  fs.mkdirSync(file);
  const second = await check(cwd, ['--cache-location', 'fine']);
  assert.deepEqual({ ...second, stderr: '' }, without);
  assert.match(
    second.stderr,
    /^rapporteur: the cache in \S+fine could not be read: it is a folder[^\n]*\n$/,
  );
});

test('a link in place of a cache file leads no writing elsewhere', {
  skip: process.platform === 'win32',
}, async (context) => {
  const cwd = folderWith(context, { ...FILES, 'precious.txt': 'precious' });
  const without = await check(cwd);
  for (const file of filesIn(path.join(cwd, 'kept'))) {
    fs.rmSync(file);
    fs.symlinkSync(path.join(cwd, 'precious.txt'), file);
  }
  assert.equal((await check(cwd)).stdout, without.stdout);
  assert.equal(fs.readFileSync(path.join(cwd, 'precious.txt'), 'utf8'), 'precious');
  assert.equal(await hits(cwd), 3);
});

test('a full disk is one note; what was there stays whole', (context) => {
  const folder = folderWith(context, {});
  const of = { root: folder, settings: DEFAULT_SETTINGS };
  const page = readPage('a.md', BRIEF, DEFAULT_SETTINGS, vocabularyOf([]));
  const first = openFactsCache({ folder }, of);
  first.put(page);
  assert.equal(first.get('a.md', BRIEF)?.facts.tags.length, 2);
  assert.deepEqual(first.save(), []);
  let tries = 0;
  const full = openFactsCache({ folder }, of, () => {
    tries += 1;
    throw Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' });
  });
  for (const id of ['a.md', 'b.md', 'c.md', 'd.md']) {
    assert.equal(full.get(id, 'Other.\n'), undefined);
    full.put(readPage(id, 'Other.\n', DEFAULT_SETTINGS, vocabularyOf([])));
  }
  assert.deepEqual(full.save(), [
    `the cache in ${folder} could not be written: the disk is full. The findings do not depend on it.`,
  ]);
  assert.equal(tries, 1, 'it is not tried again and again');
  assert.deepEqual(openFactsCache({ folder }, of).get('a.md', BRIEF), page);
});

const CLI = path.resolve('out', 'server', 'cli', 'app', 'main.js');
const WORDS = ['check', '--format', 'json', '--today', '2025-11-01', ...PLACE];

/** Root may write anywhere, so the check is run by somebody else then. */
const SOMEBODY = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

test('a cache that may only be read is read', {
  skip: process.platform === 'win32',
}, async (context) => {
  const cwd = folderWith(context, FILES);
  fs.chmodSync(cwd, 0o755);
  await check(cwd);
  const all = [
    '.',
    ...fs.readdirSync(path.join(cwd, 'kept'), { recursive: true, encoding: 'utf8' }),
  ];
  const allow = (mode: number): void => {
    for (const name of all) fs.chmodSync(path.join(cwd, 'kept', name), mode);
  };
  allow(0o555);
  const run = () =>
    spawnSync(process.execPath, [CLI, ...WORDS, '--stats'], { cwd, encoding: 'utf8', ...SOMEBODY });
  const still = run();
  assert.match(still.stderr, /3 files from the cache/);
  assert.doesNotMatch(still.stderr, /the cache in/);
  fs.writeFileSync(path.join(cwd, 'a.md'), `${BRIEF}\nMore.\n`);
  const changed = run();
  // Or the folder could not be taken away after the test.
  allow(0o755);
  assert.equal(changed.status, 1);
  assert.match(changed.stderr, /the cache in \S+ could not be written: you may not write it/);
  assert.equal(changed.stdout, (await check(cwd, [])).stdout);
});

slow('checks at the same time on one cache are all right, and leave it whole', async (context) => {
  const { registry, briefs } = makeWorkspace(60, 1500);
  const cwd = folderWith(context, { 'registry.yaml': registry, ...Object.fromEntries(briefs) });
  const without = await check(cwd, []);
  const runs = await Promise.all([1, 2, 3].map(() => ended(cwd)));
  for (const run of runs) assert.deepEqual(run, without);
  assert.equal(await hits(cwd), 61);
  assert.deepEqual(draftsIn(cwd), []);
});

async function ended(cwd: string): Promise<Ran> {
  const child = spawn(process.execPath, [CLI, ...WORDS], { cwd });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (text: string) => {
      said[name] += text;
    });
  const status = await new Promise<number>((resolve) => child.on('close', resolve));
  return { status, ...said };
}

slow(
  'a check that is broken off, at whatever moment, leaves a cache that is whole',
  async (context) => {
    const { registry, briefs } = makeWorkspace(60, 1500);
    const cwd = folderWith(context, { 'registry.yaml': registry, ...Object.fromEntries(briefs) });
    const without = await check(cwd, []);
    for (const [signal, ms] of [
      ['SIGINT', 300],
      ['SIGKILL', 450],
      ['SIGINT', 600],
    ] as const) {
      const child = spawn(process.execPath, [CLI, ...WORDS], { cwd, stdio: 'ignore' });
      const closed = new Promise((resolve) => child.on('close', resolve));
      setTimeout(() => child.kill(signal), ms);
      await closed;
      if (signal === 'SIGINT') assert.deepEqual(draftsIn(cwd), []);
      assert.deepEqual(await check(cwd), without);
      fs.rmSync(path.join(cwd, 'kept'), { recursive: true, force: true });
    }
    const child = spawn(process.execPath, [CLI, ...WORDS], { cwd, stdio: 'ignore' });
    const closed = new Promise((resolve) => child.on('close', resolve));
    // Right after the first file came to be, the others still to come.
    while (child.exitCode === null && !fs.existsSync(path.join(cwd, 'kept')))
      await new Promise((resolve) => setTimeout(resolve, 1));
    child.kill('SIGINT');
    await closed;
    assert.deepEqual(draftsIn(cwd), []);
    assert.deepEqual(await check(cwd), without);
    assert.equal(await hits(cwd), 61);
  },
  { skip: process.platform === 'win32' && 'signals are another matter there' },
);

function draftsIn(cwd: string): readonly string[] {
  const kept = path.join(cwd, 'kept');
  if (!fs.existsSync(kept)) return [];
  const names = fs.readdirSync(kept, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.tmp'));
}

withGit('both sides of --since are remembered', async (context) => {
  const cwd = folderWith(context, FILES);
  const git = (...words: string[]): void => {
    const { status, stderr } = spawnSync(
      'git',
      ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...words],
      { cwd, encoding: 'utf8' },
    );
    assert.equal(status, 0, stderr);
  };
  fs.rmSync(path.join(cwd, '.git'), { recursive: true });
  git('init', '-q');
  git('add', '.');
  git('commit', '-q', '-m', 'first');
  fs.writeFileSync(path.join(cwd, 'a.md'), BRIEF.replace('Nobody', 'Somebody'));
  const without = await check(cwd, ['--since', 'HEAD']);
  assert.match(without.stdout, /Somebody/);
  const since = [...PLACE, '--since', 'HEAD'];
  for (const _ of [1, 2, 3]) assert.deepEqual(await check(cwd, since), without);
  assert.equal(await hits(cwd, since), 3);
  const files = filesIn(path.join(cwd, 'kept'));
  const before = files.map((file) => fs.statSync(file).mtimeMs);
  await check(cwd, since);
  assert.deepEqual(
    files.map((file) => fs.statSync(file).mtimeMs),
    before,
    'nothing is new',
  );
});

test('a place without a name is refused', async (context: TestContext) => {
  const { status, stderr } = await check(folderWith(context, FILES), ['--cache-location', ' ']);
  assert.deepEqual([status, stderr], [2, 'rapporteur: --cache-location: name a folder.\n']);
});
