import { rmSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/**
 * Temporary files in flight. A signal that comes while one is there first takes them away, then ends
 * the process as it would have. Only then: a handler has to wait for work that does not pause, and
 * Ctrl+C with it. Whoever writes many files pauses between them, see {@link pause}.
 */
const drafts = new Set<string>();

export function registerDraft(path: string): void {
  drafts.add(path);
  listen();
}

export function forgetDraft(path: string): void {
  drafts.delete(path);
  if (drafts.size === 0 && handlers.size > 0) setImmediate(stopListening);
}

/** Lets signals be heard that came meanwhile. */
export function pause(): Promise<void> {
  return new Promise((done) => setImmediate(done));
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const handlers = new Map<NodeJS.Signals, () => void>();

function listen(): void {
  // Workers hear no signals; they end with the process.
  if (handlers.size > 0 || !isMainThread) return;
  process.on('exit', dropDrafts);
  for (const signal of SIGNALS) {
    const handler = (): void => end(signal);
    handlers.set(signal, handler);
    process.on(signal, handler);
  }
}

function stopListening(): void {
  if (drafts.size > 0) return;
  process.off('exit', dropDrafts);
  for (const [signal, handler] of handlers) process.off(signal, handler);
  handlers.clear();
}

/** Someone else who listens (a watch that goes on) ends the process in his own way. */
function end(signal: NodeJS.Signals): void {
  dropDrafts();
  stopListening();
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}

function dropDrafts(): void {
  for (const draft of drafts) rmSync(draft, { force: true });
  drafts.clear();
}
