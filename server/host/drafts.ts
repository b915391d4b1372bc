import { rmSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/**
 * Temporary files in flight. A signal while one is there (and only then: a handler would otherwise keep
 * Ctrl+C waiting for work that does not pause) first takes them away, then ends the process as the
 * signal would have. Whoever writes many files should pause between them (`setImmediate`), so that a
 * signal is heard.
 */
const drafts = new Set<string>();

export function registerDraft(path: string): void {
  drafts.add(path);
  listen();
}

export function forgetDraft(path: string): void {
  drafts.delete(path);
}

/** Takes away what is in flight; for whoever hears signals himself. */
export function dropDrafts(): void {
  for (const draft of drafts) rmSync(draft, { force: true });
  drafts.clear();
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
let listening = false;

/** From the first file on: a signal that came while one was written is heard after it. */
function listen(): void {
  // Workers hear no signals; they end with the process.
  if (listening || !isMainThread) return;
  listening = true;
  process.on('exit', dropDrafts);
  for (const signal of SIGNALS) {
    if (process.listenerCount(signal) === 0) process.once(signal, () => end(signal));
  }
}

function end(signal: (typeof SIGNALS)[number]): void {
  dropDrafts();
  process.kill(process.pid, signal);
}
