import {
  applyChanges,
  type Change,
  DEFAULT_SETTINGS,
  emptyWorkspace,
  isIgnoredPath,
  isMarkdownPath,
  type Page,
  type PageId,
  readPage,
  vocabularyOf,
  type Workspace,
} from '../core/index.js';
import { CONFIG_NAME, type Exclusion } from '../host/portable.js';
import type { Client } from './client.js';
import { configTextAt } from './config.js';
import { isLongToRead, readLongPage, takeLongPage } from './long-texts.js';
import type { OpenDocument } from './open-document.js';
import { acceptsPage, applyToRoot, type LintContext, lookAtLinks, type OpenRoot } from './root.js';
import { normalizedUri, parentUri, pathBelow, uriBelow } from './uris.js';
import type { DocumentView } from './workspace-view.js';
import { documentView, type WorkspaceViewInput } from './workspace-view.js';
import type { YieldIfDue } from './yielding.js';

/** What lies open, and the workspaces it belongs to: all that changes while the server runs. */
export interface ServerState {
  readonly client: Client;
  /** By normalized uri. */
  readonly documents: Map<string, OpenDocument>;
  /** By normalized uri. */
  readonly roots: Map<string, OpenRoot>;
  /** Normalized uris of open documents whose text the workspaces have not got yet. */
  readonly pendingUris: Set<string>;
  /** By normalized uri of an open document, why the disk excludes it, if it does. */
  readonly exclusions: Map<string, KnownExclusion>;
  /** Normalized uris of the folders that are open in the editor. */
  folders: readonly string[];
  lintContext: LintContext;
  /** Whether the client tells of what changes on the disk in those folders. */
  isWatching: boolean;
  /** Whether every workspace that is known of has been read. */
  isAllRead: boolean;
  /** How many questions are being answered. */
  openRequests: number;
  /** Long texts that were opened and are being read, by normalized uri; nobody but who asks about them waits for them. */
  readonly opening: Map<string, Promise<void>>;
  /** For work that lets questions go first. */
  startSlices(): YieldIfDue;
  /** Something changed that answers may depend on. */
  changed(): void;
}

interface KnownExclusion {
  readonly root: OpenRoot;
  readonly exclusion: Exclusion | undefined;
}

export interface PagePlace {
  readonly root: OpenRoot;
  readonly id: PageId;
}

/** The workspace a uri (normalized) lies in: the one that begins nearest above it. */
export function rootAbove(state: ServerState, uri: string): PagePlace | undefined {
  let best: PagePlace | undefined;
  for (const root of state.roots.values()) {
    const id = pathBelow(uri, root.place.uri);
    if (id === undefined || (best && best.root.place.uri.length > root.place.uri.length)) continue;
    best = { root, id };
  }
  return best;
}

/** Where a uri (normalized) is a page of a workspace, as opposed to a text on its own. */
export function pagePlace(state: ServerState, uri: string): PagePlace | undefined {
  const place = rootAbove(state, uri);
  if (place === undefined || !acceptsPage(place.root, place.id)) return undefined;
  return isLeftOut(state, uri, place) ? undefined : place;
}

/** Whether its workspace leaves out an open document (`uri` normalized): a check would not find it. */
export function isLeftOut(state: ServerState, uri: string, { root, id }: PagePlace): boolean {
  const { documents, exclusions } = state;
  if (isIgnoredPath(root.workspace.settings, id) || root.leftOut.has(id)) return true;
  if (!documents.has(uri)) return false;
  const known = exclusions.get(uri);
  const entry = known?.root === root ? known : { root, exclusion: root.host.exclusionOf(id) };
  exclusions.set(uri, entry);
  return entry.exclusion !== undefined;
}

export function isConfigUri(uri: string): boolean {
  return uri.endsWith(`/${CONFIG_NAME}`);
}

/**
 * Takes what was typed since into the workspaces; many edits at once cost as much as one. The texts are
 * in at once; resolves when it is known, too, what their links lead to.
 */
export async function applyPendingEdits(state: ServerState): Promise<void> {
  if (state.pendingUris.size === 0) return;
  const changes = new Map<OpenRoot, Change[]>();
  const later: string[] = [];
  for (const uri of state.pendingUris) {
    const place = pagePlace(state, uri);
    const document = state.documents.get(uri);
    if (place === undefined || document === undefined) continue;
    if (isLongToRead(place.root.workspace.pages.get(place.id), document.text)) {
      later.push(uri);
      startOpening(state, uri, place, document.text);
      continue;
    }
    const change: Change = { type: 'text', id: place.id, text: document.text, isOpen: true };
    changes.set(place.root, [...(changes.get(place.root) ?? []), change]);
  }
  state.pendingUris.clear();
  for (const uri of later) state.pendingUris.add(uri);
  await Promise.all([...changes].map(([root, texts]) => applyToRoot(root, texts)));
}

/** What is typed meanwhile waits, and then costs its block. */
function startOpening(state: ServerState, uri: string, place: PagePlace, text: string): void {
  if (state.opening.has(uri)) return;
  const opened = openLong(state, uri, place, text).finally(() => {
    state.opening.delete(uri);
    state.changed();
  });
  state.opening.set(uri, opened);
}

async function openLong(
  state: ServerState,
  uri: string,
  { root, id }: PagePlace,
  text: string,
): Promise<void> {
  const pause = state.startSlices();
  const page = await readLongPage(root, id, text, pause);
  if (!state.documents.has(uri)) return;
  await takeLongPage(root, page, pause);
  await lookAtLinks(root, [{ type: 'page', page }]);
}

export function viewInputOf(state: ServerState, root: OpenRoot): WorkspaceViewInput {
  const { workspace, complete, place } = root;
  const otherText = otherTextOf(state, root);
  return {
    workspace,
    complete,
    root: place.uri,
    detached: undefined,
    otherText,
    ...editorPart(state),
  };
}

/** What a configuration says, as the editor has it, or else the disk. */
function otherTextOf(
  { documents }: ServerState,
  { config, place }: Pick<OpenRoot, 'config' | 'place'>,
): (file: PageId) => string | undefined {
  return (file) =>
    documents.get(normalizedUri(uriBelow(place.uri, file)))?.text ?? configTextAt(config, file);
}

function editorPart(state: ServerState): Pick<WorkspaceViewInput, 'client' | 'open'> {
  return { client: state.client, open: (uri) => state.documents.get(normalizedUri(uri)) };
}

/** A document as of now. `uri` as the client writes it. */
export function documentViewIn(state: ServerState, uri: string): DocumentView | undefined {
  void applyPendingEdits(state);
  const key = normalizedUri(uri);
  const place = pagePlace(state, key);
  const page = place?.root.workspace.pages.get(place.id);
  // The workspace may still have what the disk had.
  if (state.opening.has(key) && state.documents.get(key)?.text !== page?.text) return undefined;
  if (place !== undefined && page !== undefined) {
    return documentView(viewInputOf(state, place.root), state.documents.get(key)?.uri ?? uri, page);
  }
  const document = state.documents.get(key);
  return document && isMarkdownDocument(document) ? detachedView(state, key, document) : undefined;
}

function isMarkdownDocument({ uri, languageId }: OpenDocument): boolean {
  return languageId === 'markdown' || isMarkdownPath(uri);
}

interface DetachedPage {
  readonly base: Workspace;
  readonly workspace: Workspace;
  readonly page: Page;
}

const detachedPages = new WeakMap<OpenDocument, DetachedPage>();

/**
 * A document that is no file of a workspace: a new one without a name, one that is left out, or one
 * from elsewhere. It knows what the nearest workspace knows; the workspace knows nothing of it.
 */
function detachedView(state: ServerState, key: string, document: OpenDocument): DocumentView {
  const above = rootAbove(state, key);
  const [first] = state.roots.values();
  const root = above?.root ?? (isFile(key) ? undefined : first);
  const base = root?.workspace ?? emptyWorkspaceFor(state);
  const known = detachedPages.get(document);
  const made =
    known?.base === base ? known : readDetached(base, above?.id ?? document.uri, document.text);
  detachedPages.set(document, made);
  const complete = root?.complete ?? true;
  const at: WorkspaceViewInput = {
    workspace: made.workspace,
    complete,
    root: root?.place.uri ?? parentUri(key),
    detached: { id: made.page.id, uri: document.uri },
    otherText: root === undefined ? () => undefined : otherTextOf(state, root),
    ...editorPart(state),
  };
  return documentView(at, document.uri, made.page);
}

function readDetached(base: Workspace, id: PageId, text: string): DetachedPage {
  // Which files are briefs cannot be said of a text without a file: what it holds decides.
  const settings = { ...base.settings, briefs: undefined };
  const page = readPage(id, text, settings, base.vocabulary);
  return { base, page, workspace: applyChanges(base, [{ type: 'page', page }]) };
}

function isFile(uri: string): boolean {
  return !uri.startsWith('untitled:');
}

const emptyWorkspaces = new WeakMap<LintContext, Workspace>();

function emptyWorkspaceFor({ lintContext }: ServerState): Workspace {
  const settings = { ...DEFAULT_SETTINGS, levels: lintContext.levels };
  const base =
    emptyWorkspaces.get(lintContext) ??
    emptyWorkspace(settings, vocabularyOf([]), lintContext.today);
  emptyWorkspaces.set(lintContext, base);
  return base;
}

/** How many briefs and registries there are; other Markdown is known for its links only. */
export function countBriefs({ roots }: ServerState): number {
  let count = 0;
  for (const { workspace } of roots.values()) {
    for (const { facts } of workspace.pages.values()) if (facts.role !== 'document') count += 1;
  }
  return count;
}
