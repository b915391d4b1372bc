// Ctrl+C and its like at any moment: no half file, no draft left, and the process ends by the signal.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { folderWith } from './support/cli.js';
import { slow } from './support/needs.js';

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

/** Starts the check, and ends it by a signal once it has come so far; it may be ready before that is seen. */
async function interrupted(
  cwd: string,
  signal: NodeJS.Signals,
  hasCome: () => boolean,
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
  const isRunning = (): boolean => child.exitCode === null && child.signalCode === null;
  while (isRunning() && !hasCome()) await sleep(2);
  child.kill(signal);
  const [code, by] = await ended;
  return { code, signal: by, stderr: heard.join('') };
}

function hasDraft(folder: string): boolean {
  if (!fs.existsSync(folder)) return false;
  const names = fs.readdirSync(folder, { recursive: true }).map(String);
  return names.some((name) => name.endsWith('.tmp'));
}

function isWritten(cwd: string, index: number): boolean {
  return fs.statSync(path.join(cwd, 'b', `${index}.md`)).size !== BEFORE.length;
}

/** How far a check has come, seen from outside. */
const STAGES: Readonly<Record<string, (cwd: string) => boolean>> = {
  'it starts': () => true,
  'the cache is made': (cwd) => fs.existsSync(path.join(cwd, 'kept')),
  'the cache has a draft': (cwd) => hasDraft(path.join(cwd, 'kept')),
  'a brief has a draft': (cwd) => hasDraft(path.join(cwd, 'b')),
  'another brief is written': (cwd) => isWritten(cwd, 1),
  'reports are begun': (cwd) => fs.existsSync(path.join(cwd, 'reports')),
  'a report is there': (cwd) => fs.existsSync(path.join(cwd, 'reports', 'a.json')),
};

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
    // The first file in order: most others are still to come.
    const run = await interrupted(cwd, signal, () => isWritten(cwd, 0));
    assert.equal(run.stderr, '');
    const { fixed } = isSound(cwd);
    assert.ok(fixed > 0);
    // On a machine with much else to do it may have been ready before the signal came.
    if (run.signal === null) assert.deepEqual([run.code, fixed], [0, BRIEFS]);
    else assert.equal(run.signal, signal);
  }
});

async function withoutSignal(context: TestContext): Promise<void> {
  const cwd = slowFolder(context);
  const whole = await interrupted(cwd, 'SIGTERM', () => false);
  assert.deepEqual([whole.code, whole.signal], [0, null]);
  assert.equal(isSound(cwd).fixed, BRIEFS);
}

slow('without a signal all is done', withoutSignal, { skip });

for (const [index, [stage, hasCome]] of Object.entries(STAGES).entries()) {
  const signal = index % 2 === 0 ? 'SIGINT' : 'SIGTERM';
  const endsWell = async (context: TestContext): Promise<void> => {
    const cwd = slowFolder(context);
    const run = await interrupted(cwd, signal, () => hasCome(cwd));
    if (run.signal === null) assert.equal(run.code, 0, 'it was ready before');
    else assert.equal(run.signal, signal);
    assert.equal(run.stderr, '');
    isSound(cwd);
  };
  slow(`${signal} when ${stage} leaves all files whole`, endsWell, { skip });
}

async function cacheIsWhole(context: TestContext): Promise<void> {
  const cwd = slowFolder(context);
  const kept = path.join(cwd, 'kept');
  for (let index = 0; index < 8; index += 1) {
    fs.rmSync(kept, { recursive: true, force: true });
    const signal = index % 2 === 0 ? 'SIGINT' : 'SIGTERM';
    const words = ['check', '--threads', '2', '--cache-location', 'kept'];
    const run = await interrupted(cwd, signal, () => hasDraft(kept), words);
    assert.equal(run.stderr, '');
    assert.equal(hasDraft(kept), false);
  }
}

slow('while several threads write a cache', cacheIsWhole, { skip });
