import { rmSync } from 'node:fs';
import { getEnvironmentData, isMainThread, setEnvironmentData } from 'node:worker_threads';

/**
 * Temporary files in flight. A signal that comes while one is there first takes them away, then ends
 * the process as it would have. Only then: a handler has to wait for work that does not pause, and
 * Ctrl+C with it. Whoever writes many files pauses between them, see {@link letSignalsThrough}.
 */
const temporaryFiles = new Set<string>();

export function registerTemporaryFile(path: string): void {
  if (isMainThread) listen();
  else beginInWorker();
  temporaryFiles.add(path);
}

export function forgetTemporaryFile(path: string): void {
  temporaryFiles.delete(path);
  if (!isMainThread) endInWorker();
  else if (isIdle()) setImmediate(stopListening);
}

/** Lets signals through that came meanwhile. */
export function letSignalsThrough(): Promise<void> {
  return new Promise((done) => setImmediate(done));
}

/**
 * For as long as other threads may write: they hear no signals, so this one does for them. Called
 * before they are started.
 * @returns what ends it
 */
export function listenForWorkers(): () => void {
  workers += 1;
  setEnvironmentData(SHARED, shared.buffer);
  listen();
  return () => {
    workers -= 1;
    if (isIdle()) stopListening();
  };
}

let workers = 0;

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const handlers = new Map<NodeJS.Signals, () => void>();

function listen(): void {
  if (handlers.size > 0) return;
  process.on('exit', removeTemporaryFiles);
  for (const signal of SIGNALS) {
    const handler = (): void => end(signal);
    handlers.set(signal, handler);
    process.on(signal, handler);
  }
}

function isIdle(): boolean {
  return temporaryFiles.size === 0 && workers === 0;
}

function stopListening(): void {
  if (!isIdle()) return;
  process.off('exit', removeTemporaryFiles);
  for (const [signal, handler] of handlers) process.off(signal, handler);
  handlers.clear();
}

/** Someone else who listens (a watch that goes on) ends the process in his own way. */
function end(signal: NodeJS.Signals): void {
  const others = process.listenerCount(signal) > 1;
  if (!others) waitForWorkers();
  removeTemporaryFiles();
  if (others) return;
  for (const [name, handler] of handlers) process.off(name, handler);
  process.kill(process.pid, signal);
}

function removeTemporaryFiles(): void {
  for (const file of temporaryFiles) rmSync(file, { force: true });
  temporaryFiles.clear();
}

/** What the threads of a process know of each other: how many temporary files there are, and whether it ends. */
const SHARED = 'rapporteur.temporary-files';
const WRITING = 0;
const ENDING = 1;
const shared = new Int32Array(sharedBuffer());

function sharedBuffer(): SharedArrayBuffer {
  const known = isMainThread ? undefined : getEnvironmentData(SHARED);
  return known instanceof SharedArrayBuffer ? known : new SharedArrayBuffer(8);
}

/** A file in a worker is written in one go: soon there is none, and none is begun any more. */
function waitForWorkers(): void {
  const LONGEST = 2000;
  const until = Date.now() + LONGEST;
  Atomics.store(shared, ENDING, 1);
  for (;;) {
    const writing = Atomics.load(shared, WRITING);
    if (writing === 0 || Date.now() > until) return;
    Atomics.wait(shared, WRITING, writing, 100);
  }
}

function beginInWorker(): void {
  Atomics.add(shared, WRITING, 1);
  if (Atomics.load(shared, ENDING) === 0) return;
  endInWorker();
  // The process ends now.
  Atomics.wait(shared, ENDING, 1);
}

function endInWorker(): void {
  Atomics.sub(shared, WRITING, 1);
  Atomics.notify(shared, WRITING);
}
