import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type FileSystemWatcher,
  WatchKind,
} from 'vscode-languageserver';
import type { ServerState } from './server-state.js';
import { normalizedUri } from './uris.js';

/**
 * Hears of what is changed outside the editor. Where the client does not tell it, `look-again.ts` looks.
 * @param onChanged is given the files and folders (normalized uris) that changed
 */
export function watchFiles(
  connection: Connection,
  state: ServerState,
  onChanged: (uris: readonly string[]) => void,
): void {
  connection.onDidChangeWatchedFiles(({ changes }) => {
    onChanged(changes.map(({ uri }) => normalizedUri(uri)));
  });
  if (!state.isWatching) return;
  const watchers: FileSystemWatcher[] = [
    { globPattern: '**/*.{md,markdown,yaml,yml,MD}' },
    { globPattern: '**/.gitignore' },
    // Baselines: their name is free, but for its end.
    { globPattern: '**/*.json' },
    // Links lead to pictures and PDFs, and whole folders come and go.
    { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
  ];
  void connection.client
    .register(DidChangeWatchedFilesNotification.type, { watchers })
    .catch(() => {
      state.isWatching = false;
    });
}
