import type { CancellationToken } from 'vscode-languageserver';
import { catchUp } from './desk.js';
import type { Session } from './session.js';
import { pauses } from './turns.js';

/**
 * Looks at every page of every workspace that nobody has asked about since it changed, a slice at a
 * time. False when it was stopped.
 */
export async function survey(session: Session, token?: CancellationToken): Promise<boolean> {
  void catchUp(session.desk);
  const pause = pauses(session.platform, session.desk);
  for (const root of session.desk.roots.values()) {
    // Of half a workspace nothing can be said to be missing.
    if (!root.complete) continue;
    while (session.findings.surveyOne(root)) {
      if ((await pause()) === 'went on') continue;
      void catchUp(session.desk);
      if (token?.isCancellationRequested === true) return false;
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
