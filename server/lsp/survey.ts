import type { CancellationToken } from 'vscode-languageserver';
import { catchUp } from './desk.js';
import { SLICE } from './root.js';
import type { Session } from './session.js';

/**
 * Looks at every page of every workspace that nobody has asked about since it changed, a slice at a
 * time. False when it was stopped.
 */
export async function survey(session: Session, token?: CancellationToken): Promise<boolean> {
  void catchUp(session.desk);
  for (const root of session.desk.roots.values()) {
    // Of half a workspace nothing can be said to be missing.
    if (!root.complete) continue;
    let since = performance.now();
    while (session.findings.surveyOne(root)) {
      if (performance.now() - since < SLICE) continue;
      await session.platform.turn();
      void catchUp(session.desk);
      if (token?.isCancellationRequested === true) return false;
      since = performance.now();
    }
  }
  return true;
}

/** Does some work once nothing has changed for a while; another change puts it off. */
export function afterQuiet(session: Session, milliseconds: number, work: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  session.onChange(() => {
    clearTimeout(timer);
    timer = setTimeout(work, milliseconds);
  });
}
