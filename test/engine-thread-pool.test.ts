// Threads that end when they should not, or must.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import type { WorkerSetup } from '../server/cli/engine/threaded/messages.js';
import { startThreadPool } from '../server/cli/engine/threaded/thread-pool.js';
import { DEFAULT_SETTINGS, dayOf } from '../server/core/index.js';
import { makeWorkspace } from './support/briefs.js';
import { folderWith } from './support/cli.js';
import { HANGS } from './support/patience.js';

const CLI = path.resolve('dist', 'cli.js');

function settingFor(settings: WorkerSetup['settings']): WorkerSetup {
  const folder = os.tmpdir();
  return {
    ...{ folder, cwd: folder, settings, today: dayOf(2025, 11, 1), given: new Map() },
    ...{
      overlay: new Map(),
      cache: undefined,
      want: { comments: 'respected' },
      cachedBytes: 0,
    },
  };
}

test('a thread that breaks ends the work, and nobody waits for it', {
  timeout: HANGS,
}, async () => {
  const broken = { ...DEFAULT_SETTINGS, kinds: undefined as never };
  const pool = startThreadPool(2, settingFor(broken));
  const tasks = Array.from({ length: 5 }, () => ({
    request: {
      type: 'read' as const,
      batch: { ids: ['a.md'], requested: [true], documents: 'read' as const },
    },
  }));
  await assert.rejects(pool.run(tasks, () => {}));
  await assert.rejects(pool.runOnEach({ type: 'save' }), 'nor later');
  await pool.close();
});

function folderOfBriefs(context: Parameters<typeof folderWith>[0]): string {
  const { registry, briefs } = makeWorkspace(700, 6000);
  return folderWith(context, { 'registry.yaml': registry, ...Object.fromEntries(briefs) });
}

interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

function check(cwd: string, words: readonly string[], node: readonly string[] = []) {
  const child = spawn(process.execPath, [...node, CLI, 'check', ...words], { cwd });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const ended = new Promise<Ended>((done) =>
    child.on('close', (code, signal) => done({ code, signal, stdout, stderr })),
  );
  return { child, ended };
}

test('an interrupt ends all threads at once', { timeout: HANGS }, async (context) => {
  const { child, ended } = check(folderOfBriefs(context), ['--threads', '2']);
  setTimeout(() => child.kill('SIGINT'), 400);
  const { signal, stdout } = await ended;
  assert.deepEqual([signal, stdout], ['SIGINT', '']);
});

test('a thread without enough memory is reported in words', {
  timeout: HANGS,
}, async (context) => {
  // What one worker needs for a table of this size is more than it may have; the main thread has it.
  const rows = Array.from({ length: 60_000 }, (_, at) => `| :person[A${at}] | :date[2025] |\n`);
  const cwd = folderWith(context, { 'a.md': `| a | b |\n|---|---|\n${rows.join('')}` });
  const small = fs.realpathSync(cwd);
  const { ended } = check(small, ['--threads', '2'], ['--max-old-space-size=60']);
  const { code, stderr } = await ended;
  assert.equal(code, 2, stderr.slice(0, 300));
  assert.match(
    stderr,
    /^rapporteur: there was not enough memory for this check\. Use fewer threads/m,
  );
});
