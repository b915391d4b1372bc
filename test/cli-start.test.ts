// What a small check loads, and what of our code is kept compiled for the next one.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import {
  compiledName,
  packCompiled,
  unpackCompiled,
} from '../server/cli/compiled/compiled-file.js';
import { preparePrivateFolder, removeOldPrivate, writePrivate } from '../server/host/index.js';
import { folderWith } from './support/cli.js';

const CLI = path.resolve('dist', 'cli.js');
const FILES = { 'brief.md': ':person[Nobody]\n' };

interface Loaded {
  /** Files of ours, by their names. */
  readonly files: readonly string[];
  /** Modules of Node. */
  readonly builtins: readonly string[];
}

/** Run with the program: prints what is loaded when it ends. */
const LISTING = `process.on('exit', () => require('fs').writeSync(2, JSON.stringify({
  files: Object.keys(require.cache).map((file) => require('path').basename(file)),
  builtins: process.moduleLoadList.map((name) => name.replace('NativeModule ', '')),
})));`;

function loadedBy(context: TestContext, words: readonly string[]): Loaded {
  const cwd = folderWith(context, { ...FILES, 'list.cjs': LISTING });
  const args = ['--require', path.join(cwd, 'list.cjs'), CLI, ...words];
  const env = { ...process.env, XDG_CACHE_HOME: path.join(cwd, 'home') };
  const { stderr } = spawnSync(process.execPath, args, { cwd, env, encoding: 'utf8' });
  const loaded = JSON.parse(stderr) as Loaded;
  return { ...loaded, files: loaded.files.filter((name) => name !== 'list.cjs').sort() };
}

test('a check loads what every check needs, and its format', (context) => {
  const { files, builtins } = loadedBy(context, ['check', '--format', 'json']);
  assert.deepEqual(files, ['formats-check-json.cjs', 'main.cjs', 'run.cjs']);
  const costly = ['child_process', 'crypto', 'worker_threads', 'readline', 'http'];
  assert.deepEqual(
    costly.filter((name) => builtins.includes(name)),
    [],
  );
});

test('the version needs a few lines', (context) => {
  assert.deepEqual(loadedBy(context, ['--version']).files, ['main.cjs']);
});

test('what every check reads stays small', () => {
  const { size } = fs.statSync(path.resolve('dist', 'cli', 'run.cjs'));
  assert.ok(size < 1_240_000, `${size} bytes: is something in it that few checks need?`);
});

test('our code is ASCII, which Node decodes at once', () => {
  const folder = path.resolve('dist', 'cli');
  const names = fs.readdirSync(folder).filter((name) => name.endsWith('.cjs'));
  assert.ok(names.length > 10);
  for (const name of names)
    assert.doesNotMatch(fs.readFileSync(path.join(folder, name), 'utf8'), /[\u0080-\uffff]/, name);
});

/** A run with a folder for caches; `all`: every file that lies in there, with its mode. */
function runWith(cwd: string, home: string): { stdout: string; all: readonly string[] } {
  const { NODE_DISABLE_COMPILE_CACHE: _, ...others } = process.env;
  const env = { ...others, XDG_CACHE_HOME: home };
  const run = spawnSync(process.execPath, [CLI, 'check', '--format', 'compact'], {
    cwd,
    env,
    encoding: 'utf8',
  });
  assert.equal(run.stderr, '');
  const all = fs.existsSync(home) ? fs.readdirSync(home, { recursive: true }).map(String) : [];
  return {
    stdout: run.stdout,
    all: all.filter((name) => fs.statSync(path.join(home, name)).isFile()),
  };
}

const onUnix = { skip: process.platform === 'win32' || process.platform === 'darwin' };

test('compiled code is kept where only its user may read and write', onUnix, (context) => {
  const cwd = folderWith(context, FILES);
  const home = path.join(cwd, 'home');
  const first = runWith(cwd, home);
  assert.ok(first.all.length > 0);
  assert.equal(fs.statSync(path.join(home, 'rapporteur', 'compiled')).mode & 0o777, 0o700);
  assert.equal(runWith(cwd, home).stdout, first.stdout);
});

test('compiled code is taken again, of few files and of many', onUnix, (context) => {
  for (const count of [1, 1200]) {
    const many = Array.from({ length: count }, (_, at) => [`${at}.md`, ':person[Nobody]\n']);
    const cwd = folderWith(context, Object.fromEntries(many));
    const home = path.join(cwd, 'home');
    const looks = (all: readonly string[]): readonly number[] =>
      all.map((name) => fs.statSync(path.join(home, name)).ino);
    const first = runWith(cwd, home);
    const written = looks(first.all);
    assert.ok(written.length > 0);
    assert.deepEqual(looks(runWith(cwd, home).all), written, `${count} files`);
  }
});

test('damaged compiled code is not run', onUnix, (context) => {
  const cwd = folderWith(context, FILES);
  const home = path.join(cwd, 'home');
  const first = runWith(cwd, home);
  for (const name of first.all) {
    const file = path.join(home, name);
    const bytes = fs.readFileSync(file);
    for (let at = 0; at < bytes.length; at += 997) bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    fs.writeFileSync(file, bytes);
  }
  assert.equal(runWith(cwd, home).stdout, first.stdout);
  assert.equal(runWith(cwd, home).stdout, first.stdout);
});

test('a folder that others may change gets none', onUnix, (context) => {
  const cwd = folderWith(context, FILES);
  const home = path.join(cwd, 'home');
  fs.mkdirSync(home);
  fs.chmodSync(home, 0o1777);
  assert.deepEqual(runWith(cwd, home).all, []);
  assert.equal(preparePrivateFolder(home, ['a', 'b']), false);
});

test('a private folder is a folder, open to nobody else', onUnix, (context) => {
  const home = folderWith(context, { file: '' });
  const names = ['rapporteur', 'compiled'];
  assert.equal(preparePrivateFolder(home, names), true);
  const last = path.join(home, ...names);
  fs.chmodSync(last, 0o750);
  assert.equal(preparePrivateFolder(home, names), false);
  fs.rmdirSync(last);
  fs.mkdirSync(path.join(home, 'elsewhere'), { mode: 0o700 });
  fs.symlinkSync(path.join(home, 'elsewhere'), last);
  assert.equal(preparePrivateFolder(home, names), false);
  assert.equal(preparePrivateFolder(home, ['file', 'compiled']), false);
});

test('each place has its own compiled code, and old code goes', (context) => {
  assert.notEqual(compiledName('/a/cli/run.cjs'), compiledName('/b/cli/run.cjs'));
  const folder = folderWith(context, { old: 'x', new: 'x' });
  fs.utimesSync(path.join(folder, 'old'), 0, 0);
  assert.equal(writePrivate(path.join(folder, 'next'), Buffer.from('x')), true);
  removeOldPrivate(folder);
  assert.deepEqual(fs.readdirSync(folder).sort(), ['.git', 'new', 'next']);
});

test('compiled code comes back whole, or not at all', () => {
  const code = Uint8Array.from({ length: 1001 }, (_, at) => (at * 7) % 256);
  const packed = packCompiled(code, 'source');
  assert.deepEqual(new Uint8Array(unpackCompiled(packed, 'source') ?? []), code);
  assert.equal(unpackCompiled(packed, 'Source'), undefined);
  assert.equal(unpackCompiled(undefined, 'source'), undefined);
  for (let at = 0; at < packed.length; at += 1) {
    const wrong = packed.slice();
    wrong[at] = (wrong[at] ?? 0) ^ 1;
    assert.equal(unpackCompiled(wrong, 'source'), undefined, `byte ${at}`);
    assert.equal(unpackCompiled(packed.slice(0, at), 'source'), undefined, `cut at ${at}`);
  }
});
