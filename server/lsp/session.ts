import type {
  CancellationToken,
  Location,
  Position,
  Range,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { Page, PageEdit, PageId, Place, Span, Workspace } from '../core/index.js';
import type { Client } from './client.js';
import type { EditorSettings } from './editor-settings.js';
import type { FindingsCache } from './findings-cache.js';
import type { Platform } from './platform.js';
import type { PositionConverter } from './position-converter.js';
import type { ServerState } from './server-state.js';

/** One workspace as of now, with the way between its pages and the protocol's documents. */
export interface WorkspaceView {
  readonly workspace: Workspace;
  /** Whether every file has been read; until then nothing may be said to be missing. */
  readonly complete: boolean;
  toUri(page: PageId): string;
  /** `undefined` for what is not below this workspace's root. */
  toPage(uri: string): PageId | undefined;
  /** Of a page of this workspace, in the client's encoding. */
  converterOf(page: PageId): PositionConverter;
  /** `undefined` when the page is gone. */
  toLocation(place: Place): Location | undefined;
  /**
   * Minimal text edits; versioned where the client can take that. A page that is not there yet is
   * created.
   */
  toWorkspaceEdit(edits: readonly PageEdit[], look?: EditPreview): WorkspaceEdit;
}

/** What an editor may show, or ask, before it makes changes. */
export interface EditPreview {
  readonly label: string;
  readonly description?: string;
  readonly confirm: 'ask' | 'silent';
  /** Which edits it is asked about; absent: all of them. */
  readonly about?: (edit: PageEdit) => 'ask' | 'silent';
}

/** A document that was asked about, in its workspace as of now. */
export interface DocumentView extends WorkspaceView {
  readonly uri: string;
  readonly page: Page;
  toPosition(offset: number): Position;
  toOffset(position: Position): number;
  toRange(span: Span): Range;
  toSpan(range: Range): Span;
}

/** The one place where something changes: documents, workspaces, settings. */
export interface Session {
  readonly client: Client;
  readonly platform: Platform;
  readonly state: ServerState;
  readonly findings: FindingsCache;
  settings(): EditorSettings;
  /**
   * Answers a question about a document from the snapshot of now. `null` when nothing is known of the
   * document; a request that was cancelled, or whose document has changed since, is answered so.
   */
  answer<T>(
    uri: string,
    token: CancellationToken,
    make: (view: DocumentView) => T | undefined,
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
}
