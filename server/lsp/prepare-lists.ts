import type { CancellationToken } from 'vscode-languageserver';
import { indexSteps, searchSteps } from '../core/index.js';
import type { Session } from './session.js';
import { createYielder } from './yielding.js';

/**
 * Makes what lists are made of, as far as it is not there: a slice at a time, so that a key or a hover need not wait for
 * 100,000 commitments.
 * @param isSearched whether words are looked for in them
 */
export async function prepareLists(
  session: Session,
  { isSearched }: { readonly isSearched: boolean },
  token?: CancellationToken,
): Promise<void> {
  const pause = createYielder(session.platform, session.state);
  for (const { workspace } of session.workspaceViews()) {
    const steps = isSearched ? searchSteps(workspace) : indexSteps(workspace);
    while (steps.next().done !== true) {
      await pause();
      if (token?.isCancellationRequested === true) return;
    }
  }
}
