import type { CancellationToken } from 'vscode-languageserver';
import { applyPendingEdits } from './server-state.js';
import type { Session } from './session.js';
import { createYielder } from './yielding.js';

/**
 * Checks every page of every workspace that has not been checked since it changed, a slice at a time.
 * False when it was stopped.
 */
export async function lintAllPages(session: Session, token?: CancellationToken): Promise<boolean> {
  void applyPendingEdits(session.state);
  const pause = createYielder(session.platform, session.state);
  for (const root of session.state.roots.values()) {
    // Of half a workspace nothing can be said to be missing.
    if (!root.complete) continue;
    for (;;) {
      await session.findings.prepare(root, pause);
      if (!session.findings.lintNext(root)) break;
      if ((await pause()) === 'continued') continue;
      void applyPendingEdits(session.state);
      if (token?.isCancellationRequested === true) return false;
    }
  }
  return true;
}

/** Does some work once nothing has changed for a while; another change puts it off. */
export function onQuiet(session: Session, milliseconds: number, work: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  session.onChange(() => {
    clearTimeout(timer);
    timer = setTimeout(work, milliseconds);
  });
}
