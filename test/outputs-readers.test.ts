// Who reads a report may be slow, or gone; the disk behind the standard output may be full.
import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { Writable } from 'node:stream';
import test, { type TestContext } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { outputOf } from '../server/cli/terminal/io.js';
import { writeAll } from '../server/cli/terminal/write-all.js';
import { folderWith } from './support/cli.js';
import { slow } from './support/needs.js';

const CLI = path.resolve('dist', 'cli.js');
const COUNT = 10_000;

function crowded(context: TestContext): string {
  const file = (part: number): string =>
    Array.from({ length: COUNT / 10 }, (_, at) => `:person[Nobody ${part} ${at}]\n`).join('\n');
  const files = Array.from({ length: 10 }, (_, part) => [`${part}.md`, file(part)] as const);
  return folderWith(context, Object.fromEntries(files));
}

const ENV = { ...process.env, GITHUB_ACTIONS: '', GITLAB_CI: '', TF_BUILD: '' };

const started = (cwd: string, ...words: readonly string[]): ChildProcessWithoutNullStreams =>
  spawn(process.execPath, [CLI, 'check', ...words], { cwd, env: ENV });

for (const format of ['jsonl', 'compact', 'text']) {
  (format === 'jsonl' ? test : slow)(
    `${COUNT} findings arrive whole at a slow reader: ${format}`,
    async (context: TestContext) => {
      const cwd = crowded(context);
      const args = [CLI, 'check', '--format', format];
      const fast = spawnSync(process.execPath, args, { cwd, env: ENV, maxBuffer: 1 << 28 });
      const child = started(cwd, '--format', format);
      const closed = once(child, 'close');
      const chunks: Buffer[] = [];
      for await (const chunk of child.stdout) {
        chunks.push(chunk as Buffer);
        await pause(2);
      }
      assert.deepEqual(await closed, [1, null]);
      const late = Buffer.concat(chunks);
      assert.ok(late.equals(fast.stdout));
      if (format !== 'text') assert.equal(late.toString().split('\n').length, COUNT + 1);
    },
  );
}

test('a reader that stops early is no fault; files are written all the same', async (context) => {
  const cwd = crowded(context);
  const child = started(cwd, '--format', 'jsonl', '--format', 'compact=all.txt');
  const errors: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  child.stdout.once('data', () => child.stdout.destroy());
  assert.deepEqual(await once(child, 'close'), [1, null]);
  assert.equal(Buffer.concat(errors).toString(), '');
  const all = fs.readFileSync(path.join(cwd, 'all.txt'), 'utf8');
  assert.equal(all.split('\n').length, COUNT + 1);
});

test('| head -n 1 ends quietly, and the check says what it found', {
  skip: process.platform === 'win32',
}, (context) => {
  const cwd = crowded(context);
  const line = `{ "${process.execPath}" "${CLI}" check --format compact; echo $? >status; } | head -n 1`;
  const { stdout, stderr } = spawnSync('sh', ['-c', line], { cwd, env: ENV, encoding: 'utf8' });
  assert.match(stdout, /^0\.md:1:9: error unresolved-name .*\n$/);
  assert.equal(stderr, '');
  assert.equal(fs.readFileSync(path.join(cwd, 'status'), 'utf8'), '1\n');
});

test('nobody reads the standard error: no fault either', async (context) => {
  const cwd = folderWith(context, { 'a.md': ':person[Nobody]\n', 'folder/': '' });
  const child = started(cwd, '--format', 'json=folder', '--format', 'compact');
  child.stderr.destroy();
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  assert.deepEqual(await once(child, 'close'), [2, null]);
  assert.match(Buffer.concat(chunks).toString(), /^a\.md:1:9: error unresolved-name/);
});

test('a standard output on a full disk is one clear line and exit 2', {
  skip: !fs.existsSync('/dev/full'),
}, (context) => {
  const cwd = folderWith(context, { 'a.md': ':person[Nobody]\n' });
  for (const words of ['check', 'check --format json', 'explain', 'list mentions', 'strip a.md']) {
    const line = `exec "${process.execPath}" "${CLI}" ${words} >/dev/full`;
    const { status, stderr } = spawnSync('sh', ['-c', line], { cwd, env: ENV, encoding: 'utf8' });
    assert.deepEqual(
      { words, status, stderr },
      {
        words,
        status: 2,
        stderr: 'rapporteur: the standard output could not be written: the disk is full.\n',
      },
    );
  }
});

test('no more is made than is read: what waits is one piece', async () => {
  let made = 0;
  let read = 0;
  let most = 0;
  function* parts(): Iterable<string> {
    for (let at = 0; at < 2000; at += 1) {
      made += 1000;
      most = Math.max(most, made - read);
      yield 'x'.repeat(1000);
    }
  }
  const slow = new Writable({
    decodeStrings: false,
    write(chunk: string, _encoding, done) {
      setImmediate(() => {
        read += chunk.length;
        done();
      });
    },
  });
  await writeAll(outputOf(slow, 'standard output'), parts());
  assert.deepEqual([made, read], [2_000_000, 2_000_000]);
  assert.ok(most < 70_000, String(most));
});

test('when the reader is gone, no more is made', async () => {
  let made = 0;
  function* parts(): Iterable<string> {
    for (; made < 2000; made += 1) yield 'x'.repeat(1000);
  }
  const gone = new Writable({
    write: (_chunk, _encoding, done) => done(Object.assign(new Error('gone'), { code: 'EPIPE' })),
  });
  await writeAll(outputOf(gone, 'standard output'), parts());
  assert.ok(made < 70, String(made));
});
