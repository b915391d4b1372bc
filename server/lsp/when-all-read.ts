import type { CancellationToken } from 'vscode-languageserver';
import type { DocumentsAsked } from '../core/index.js';
import type { Session } from './session.js';
import { normalizedUri } from './uris.js';
import type { DocumentView } from './workspace-view.js';

/**
 * As `session.answer`, for what would be wrong if it were half: when every file has been read. A client
 * that gives up meanwhile is let go.
 */
export async function answerWhenAllRead<T>(
  session: Session,
  uri: string,
  token: CancellationToken,
  make: (view: DocumentView) => T | undefined,
  asks?: (view: DocumentView) => DocumentsAsked,
): Promise<T | null> {
  const isOpening = session.state.opening.has(normalizedUri(uri));
  if (isOpening || session.view(uri)?.complete === false) await allReadOrCancelled(session, token);
  return session.answer(uri, token, make, asks);
}

/** Resolves when all has been read, or when the request is cancelled. */
export function allReadOrCancelled(session: Session, token: CancellationToken): Promise<void> {
  return new Promise((resolve, reject) => {
    const watching = token.onCancellationRequested(() => resolve());
    session
      .whenUpToDate()
      .then(session.whenAllRead)
      .then(resolve, reject)
      .finally(() => watching.dispose());
  });
}
