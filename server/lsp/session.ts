import type { CancellationToken } from 'vscode-languageserver';
import type { DocumentsAsked } from '../core/index.js';
import type { Client } from './client.js';
import type { EditorSettings } from './editor-settings.js';
import type { FindingsCache } from './findings-cache.js';
import type { Platform } from './platform.js';
import type { ServerState } from './server-state.js';
import type { Suggestions } from './suggestions.js';
import type { DocumentView, WorkspaceView } from './workspace-view.js';

/** The one place where something changes: documents, workspaces, settings. */
export interface Session {
  readonly client: Client;
  readonly platform: Platform;
  readonly state: ServerState;
  readonly findings: FindingsCache;
  readonly suggestions: Suggestions;
  settings(): EditorSettings;
  /**
   * Answers a question about a document from the snapshot of now. `null` when nothing is known of the
   * document; a request that was cancelled, or whose document has changed since, is answered so.
   * @param asks which ordinary documents the answer looks into
   */
  answer<T>(
    uri: string,
    token: CancellationToken,
    make: (view: DocumentView) => T | undefined,
    asks?: (view: DocumentView) => DocumentsAsked,
  ): Promise<T | null>;
  /**
   * As {@link answer}, and also where more has been typed since: for what an editor goes on with by
   * itself, as it narrows a list of suggestions. A refusal would close the list.
   */
  answerEvenIfEdited<T>(
    uri: string,
    token: CancellationToken,
    make: (view: DocumentView) => T | undefined,
  ): Promise<T | null>;
  /** As {@link answer}, of all workspaces. */
  answerForAllWorkspaces<T>(
    token: CancellationToken,
    make: (workspaceViews: readonly WorkspaceView[]) => T,
    asks?: (view: WorkspaceView) => DocumentsAsked,
  ): Promise<T>;
  /** The document as of now, without waiting. */
  view(uri: string): DocumentView | undefined;
  workspaceViews(): readonly WorkspaceView[];
  /** The uris of open documents. */
  openUris(): readonly string[];
  /** Told after anything changed that an answer may depend on; not more often than once a turn. */
  onChange(listener: () => void): void;
  /** Resolves after the next change, see {@link onChange}. */
  nextChange(): Promise<void>;
  /** Resolves when every workspace that is known of has been read. */
  whenAllRead(): Promise<void>;
  /** Resolves when it is known what changed on the disk some seconds ago; at once where the client tells. */
  whenUpToDate(): Promise<void>;
}
