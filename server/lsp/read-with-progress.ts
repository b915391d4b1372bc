import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { Platform } from './platform.js';
import { type OpenRoot, readRoot } from './root.js';
import type { ServerState } from './server-state.js';
import { uriBelow } from './uris.js';
import { createYielder } from './yielding.js';

/**
 * Reads a workspace in the background, with a progress that can be cancelled where the client has one.
 * @param again reads it from the start, when a person who has cancelled asks for it
 * @param takesKept whether what the last session kept of it may be taken
 */
export async function readWithProgress(
  connection: Connection,
  platform: Platform,
  state: ServerState,
  root: OpenRoot,
  again: () => void,
  takesKept: boolean,
): Promise<void> {
  const progress = beginProgress(connection, state);
  await readRoot(root, createYielder(platform, state), {
    onProgress(done, total) {
      progress.report(done, total);
      return !progress.isCancelled() && state.roots.get(root.place.uri) === root;
    },
    onLeftOut: (uri, reason) => connection.console.warn(`${uri} was left out: ${reason}.`),
    openText: (id) => state.documents.get(uriBelow(root.place.uri, id))?.text,
    takesKept,
  }).finally(progress.done);
  if (root.complete) connection.console.info(`${root.place.uri}: ${pagesIn(root)}.`);
  else if (progress.isCancelled()) void offerAgain(connection, again);
}

function pagesIn({ workspace, nestedRoots }: OpenRoot): string {
  const read = `${workspace.pages.size} files read`;
  return nestedRoots.size === 0 ? read : `${read}, ${nestedRoots.size} separate workspaces in it`;
}

/** After cancelling, a person should know what is missing now, and how to get it. */
async function offerAgain({ window }: Connection, again: () => void): Promise<void> {
  const words =
    'Not all briefs were read, so no problems are shown and some names may seem unknown.';
  // A client that cannot ask gives no answer.
  const choice = await window
    .showInformationMessage(words, { title: 'Read Them Now' })
    .catch(() => undefined);
  if (choice) again();
}

interface Progress {
  report(done: number, total: number): void;
  isCancelled(): boolean;
  done(): void;
}

type Reporter = WorkDoneProgressServerReporter & {
  readonly token: { readonly isCancellationRequested: boolean };
};

/** Nobody waits for a client to make one: it may refuse, or never answer. */
function beginProgress(connection: Connection, { client }: ServerState): Progress {
  let reporter: Reporter | undefined;
  let isDone = false;
  if (client.can.progress) {
    connection.window.createWorkDoneProgress().then(
      (made) => {
        made.begin('Reading briefs', 0, undefined, true);
        if (isDone) made.done();
        else reporter = made;
      },
      () => undefined,
    );
  }
  return {
    report: (done, total) =>
      reporter?.report(Math.floor((100 * done) / total), `${done} of ${total} files`),
    isCancelled: () => reporter?.token.isCancellationRequested === true,
    done() {
      isDone = true;
      reporter?.done();
    },
  };
}
