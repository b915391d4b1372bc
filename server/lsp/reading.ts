import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { Desk } from './desk.js';
import type { Platform } from './platform.js';
import { type Root, readRoot } from './root.js';
import { below } from './uris.js';

/** Reads a workspace in the background, with a progress that can be cancelled where the client has one. */
export async function readWithProgress(
  connection: Connection,
  platform: Platform,
  desk: Desk,
  root: Root,
): Promise<void> {
  const progress = await progressOn(connection, desk);
  progress?.begin('Reading briefs', 0, undefined, true);
  try {
    await readRoot(root, platform, {
      tell(done, total) {
        progress?.report(Math.floor((100 * done) / total), `${done} of ${total} files`);
        const stopped =
          progress?.token.isCancellationRequested === true ||
          desk.roots.get(root.place.uri) !== root;
        if (stopped) connection.console.info('Reading was stopped; not all files are known.');
        return !stopped;
      },
      leftOut: (uri, reason) => connection.console.warn(`${uri} was left out: ${reason}.`),
      isOpen: (id) => desk.documents.has(below(root.place.uri, id)),
    });
    connection.console.info(
      `${root.place.uri}: ${root.workspace.pages.size} files read${nestedWords(root)}.`,
    );
  } finally {
    progress?.done();
  }
}

function nestedWords({ nested }: Root): string {
  return nested.length === 0 ? '' : `, ${nested.length} workspaces of their own in it`;
}

async function progressOn(
  connection: Connection,
  { client }: Desk,
): Promise<
  (WorkDoneProgressServerReporter & { token: { isCancellationRequested: boolean } }) | undefined
> {
  if (!client.can.progress) return undefined;
  // A client that refuses is served without.
  return connection.window.createWorkDoneProgress().catch(() => undefined);
}
