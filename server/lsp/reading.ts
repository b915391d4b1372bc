import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { Desk } from './desk.js';
import type { Platform } from './platform.js';
import { type Root, readRoot } from './root.js';
import { pauses } from './turns.js';
import { below } from './uris.js';

/**
 * Reads a workspace in the background, with a progress that can be cancelled where the client has one.
 * @param again reads it anew, when a person who has cancelled asks for it
 */
export async function readWithProgress(
  connection: Connection,
  platform: Platform,
  desk: Desk,
  root: Root,
  again: () => void,
): Promise<void> {
  const progress = beginProgress(connection, desk);
  await readRoot(root, pauses(platform, desk), {
    tell(done, total) {
      progress.report(done, total);
      return !progress.isCancelled() && desk.roots.get(root.place.uri) === root;
    },
    leftOut: (uri, reason) => connection.console.warn(`${uri} was left out: ${reason}.`),
    isOpen: (id) => desk.documents.has(below(root.place.uri, id)),
  }).finally(progress.done);
  if (root.complete) connection.console.info(`${root.place.uri}: ${pagesIn(root)}.`);
  else if (progress.isCancelled()) void offerAgain(connection, again);
}

function pagesIn({ workspace, nested }: Root): string {
  const read = `${workspace.pages.size} files read`;
  return nested.size === 0 ? read : `${read}, ${nested.size} workspaces of their own in it`;
}

/** Who has cancelled should know what is missing now, and how to come by it. */
async function offerAgain({ window }: Connection, again: () => void): Promise<void> {
  const words =
    'The briefs were not read to the end, so no problems are shown and some names may seem unknown.';
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
function beginProgress(connection: Connection, { client }: Desk): Progress {
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
