import type { Location, Position, Range, WorkspaceEdit } from 'vscode-languageserver';
import type { Page, PageEdit, PageId, Place, Span, Workspace } from '../core/index.js';
import type { Client } from './client.js';
import { type PositionConverter, positionConverter } from './position-converter.js';
import { normalizedUri, pathBelow, uriBelow } from './uris.js';
import { type EditPreview, workspaceEdit } from './workspace-edit.js';

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
  /** The text of a file that is no page, as it is now: of the configuration. */
  otherText(file: PageId): string | undefined;
  /** `undefined` when the page is gone. */
  toLocation(place: Place): Location | undefined;
  /**
   * Minimal text edits; versioned where the client can take that. A page that is not there yet is
   * created.
   */
  toWorkspaceEdit(edits: readonly PageEdit[], preview?: EditPreview): WorkspaceEdit;
}

/** The document of a request, in its workspace as of now. */
export interface DocumentView extends WorkspaceView {
  readonly uri: string;
  /** As the client counts; `null`: it is not open. */
  readonly version: number | null;
  readonly page: Page;
  toPosition(offset: number): Position;
  toOffset(position: Position): number;
  toRange(span: Span): Range;
  toSpan(range: Range): Span;
}

/** What a view is made of: a workspace, where it lies, and which of its pages are open. */
export interface WorkspaceViewInput {
  readonly workspace: Workspace;
  readonly complete: boolean;
  /** Normalized. */
  readonly root: string;
  readonly client: Client;
  /** A page that is no file below the root, see `detachedView`. */
  readonly detached: { readonly id: PageId; readonly uri: string } | undefined;
  otherText(file: PageId): string | undefined;
  /** The uri under which the editor knows a page, with its version; `undefined`: not open. */
  open(uri: string): { readonly uri: string; readonly version: number } | undefined;
}

export function workspaceView(input: WorkspaceViewInput): WorkspaceView {
  const { workspace, root, client } = input;
  const toUri = (page: PageId): string => {
    if (page === input.detached?.id) return input.detached.uri;
    const uri = uriBelow(root, page);
    return input.open(uri)?.uri ?? uri;
  };
  const converterOfPage = (id: PageId): PositionConverter => {
    const page = workspace.pages.get(id);
    if (page !== undefined) return converterFor(page, client);
    const other = input.otherText(id);
    return other === undefined ? EMPTY_PAGE : positionConverter(other, client.encoding);
  };
  return {
    workspace,
    complete: input.complete,
    toUri,
    toPage: (uri) => {
      const id = pathBelow(normalizedUri(uri), root);
      return id !== undefined && workspace.pages.has(id) ? id : undefined;
    },
    converterOf: converterOfPage,
    otherText: input.otherText,
    toLocation: ({ page, span }) =>
      workspace.pages.has(page)
        ? { uri: toUri(page), range: converterOfPage(page).toRange(span) }
        : undefined,
    toWorkspaceEdit: (edits, preview) =>
      workspaceEdit({ isThere, client, toUri, converterOfPage, version }, edits, preview),
  };

  function isThere(page: PageId): boolean {
    return workspace.pages.has(page) || input.otherText(page) !== undefined;
  }

  function version(page: PageId): number | null {
    return input.open(toUri(page))?.version ?? null;
  }
}

export function documentView(input: WorkspaceViewInput, uri: string, page: Page): DocumentView {
  const converter = converterFor(page, input.client);
  const version = input.open(uri)?.version ?? null;
  return { ...workspaceView(input), ...converter, uri, version, page };
}

const EMPTY_PAGE: PositionConverter = positionConverter('', 'utf-16');
const converters = new WeakMap<Page, PositionConverter>();

function converterFor(page: Page, { encoding }: Client): PositionConverter {
  const converter = converters.get(page) ?? positionConverter(page.text, encoding);
  converters.set(page, converter);
  return converter;
}
