// Ctrl+C and its like at any moment: no half file, no draft left, and the process ends by the signal.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { folderWith } from './support/cli.js';

const CLI = path.resolve('dist', 'cli.js');
const REGISTRY = 'person: { jm: { name: Jean Martin } }\n';
const BEFORE = `---\ndate: 2025-10-31\n---\n\nHere is :person [Jean Martin].\n${'Words. '.repeat(400)}\n`;
const AFTER = BEFORE.replace('person [', 'person[');
const BRIEFS = 150;
const WORDS = [
  ...['check', '--fix', '--today', '2025-11-01', '--cache-location', 'kept', '--threads', '2'],
  ...['--format', 'json=reports/a.json', '--format', 'sarif=reports/b.sarif', '--format', 'text'],
];

const skip = process.platform === 'win32' ? 'signals are another matter there' : false;

function slowFolder(context: TestContext): string {
  const names = Array.from({ length: BRIEFS }, (_, index) => [`b/${index}.md`, BEFORE]);
  return folderWith(context, { 'registry.yaml': REGISTRY, ...Object.fromEntries(names) });
}

/** Starts the check, and ends it by a signal when `moment` has come. */
async function interrupted(
  cwd: string,
  signal: NodeJS.Signals,
  moment: (child: ChildProcess) => Promise<unknown>,
  words: readonly string[] = WORDS,
): Promise<{ code: number | null; signal: NodeJS.Signals | null; stderr: string }> {
  const child = spawn(process.execPath, [CLI, ...words], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const heard: string[] = [];
  child.stderr.on('data', (part) => heard.push(String(part)));
  child.stdout.resume();
  const ended = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  await Promise.race([moment(child), ended]);
  child.kill(signal);
  const [code, by] = await ended;
  return { code, signal: by, stderr: heard.join('') };
}

function isSound(cwd: string): { fixed: number } {
  const all = fs.readdirSync(cwd, { recursive: true }).map(String);
  assert.deepEqual(
    all.filter((name) => name.endsWith('.tmp')),
    [],
  );
  const briefs = all.filter((name) => name.endsWith('.md'));
  assert.equal(briefs.length, BRIEFS);
  let fixed = 0;
  for (const name of briefs) {
    const text = fs.readFileSync(path.join(cwd, name), 'utf8');
    assert.ok(text === BEFORE || text === AFTER, `${name} is whole`);
    if (text === AFTER) fixed += 1;
  }
  for (const name of all.filter(
    (one) => /\.(?:json|sarif)$/.test(one) && one.startsWith('reports'),
  )) {
    JSON.parse(fs.readFileSync(path.join(cwd, name), 'utf8'));
  }
  return { fixed };
}

test('while files are written, files are whole and the process ends by the signal', {
  skip,
}, async (context) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    const cwd = slowFolder(context);
    const last = path.join(cwd, 'b', '0.md');
    const size = fs.statSync(last).size;
    const run = await interrupted(cwd, signal, async () => {
      // The first file in order: most others are still to come.
      while (fs.statSync(last).size === size) await sleep(2);
    });
    assert.equal(run.stderr, '');
    const { fixed } = isSound(cwd);
    assert.ok(fixed > 0);
    // On a machine with much else to do it may have been ready before the signal came.
    if (run.signal === null) assert.deepEqual([run.code, fixed], [0, BRIEFS]);
    else assert.equal(run.signal, signal);
  }
});

test('at any other moment too', { skip }, async (context) => {
  const cwd = slowFolder(context);
  const start = performance.now();
  const whole = await interrupted(cwd, 'SIGTERM', () => new Promise(() => undefined));
  assert.deepEqual([whole.code, whole.signal], [0, null]);
  assert.equal(isSound(cwd).fixed, BRIEFS);
  const lasted = performance.now() - start;
  for (const [index, share] of [0.2, 0.4, 0.55, 0.7, 0.8, 0.9].entries()) {
    const again = slowFolder(context);
    const signal = index % 2 === 0 ? 'SIGINT' : 'SIGTERM';
    const run = await interrupted(again, signal, () => sleep(lasted * share));
    if (run.signal === null) assert.equal(run.code, 0, 'it was ready before');
    else assert.equal(run.signal, signal);
    assert.equal(run.stderr, '');
    isSound(again);
  }
});

test('while several threads write a cache', { skip }, async (context) => {
  const cwd = slowFolder(context);
  const kept = path.join(cwd, 'kept');
  const files = (): string[] =>
    fs.existsSync(kept) ? fs.readdirSync(kept, { recursive: true }).map(String) : [];
  for (let index = 0; index < 8; index += 1) {
    fs.rmSync(kept, { recursive: true, force: true });
    const signal = index % 2 === 0 ? 'SIGINT' : 'SIGTERM';
    const words = ['check', '--threads', '2', '--cache-location', 'kept'];
    const run = await interrupted(
      cwd,
      signal,
      async () => {
        while (!files().some((name) => name.endsWith('.tmp'))) await sleep(1);
      },
      words,
    );
    assert.equal(run.stderr, '');
    assert.deepEqual(
      files().filter((name) => name.endsWith('.tmp')),
      [],
    );
  }
});
