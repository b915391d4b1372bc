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
import { CONFIG_NAME } from '../host/portable.js';
import type { Client } from './client.js';
import type { OpenDocument } from './documents.js';
import { applyTo, type Outlook, type Root, takes } from './root.js';
import type { View } from './session.js';
import { type Ground, viewOf } from './space.js';
import { normalizedUri, parentOf, pathBelow } from './uris.js';

/** What lies open, and the workspaces it belongs to: all that changes while the server runs. */
export interface Desk {
  readonly client: Client;
  /** By normalized uri. */
  readonly documents: Map<string, OpenDocument>;
  /** By normalized uri. */
  readonly roots: Map<string, Root>;
  /** Normalized uris of open documents whose text the workspaces have not got yet. */
  readonly waiting: Set<string>;
  /** By normalized uri of an open document, whether Git or a link's target leaves it out. */
  readonly leftOut: Map<string, { readonly root: Root; readonly verdict: boolean }>;
  /** Normalized uris of the folders that are open in the editor. */
  folders: readonly string[];
  outlook: Outlook;
  /** Whether every workspace that is known of has been read. */
  settled: boolean;
  /** How many questions are being answered. */
  asked: number;
}

export interface PagePlace {
  readonly root: Root;
  readonly id: PageId;
}

/** The workspace a uri (normalized) lies in: the one that begins nearest above it. */
export function rootAbove(desk: Desk, uri: string): PagePlace | undefined {
  let best: PagePlace | undefined;
  for (const root of desk.roots.values()) {
    const id = pathBelow(uri, root.place.uri);
    if (id === undefined || (best && best.root.place.uri.length > root.place.uri.length)) continue;
    best = { root, id };
  }
  return best;
}

/** Where a uri (normalized) is a page of a workspace, as opposed to a text on its own. */
export function pagePlace(desk: Desk, uri: string): PagePlace | undefined {
  const place = rootAbove(desk, uri);
  if (place === undefined || !takes(place.root, place.id)) return undefined;
  return isLeftOut(desk, uri, place) ? undefined : place;
}

/** Whether its workspace leaves out an open document (`uri` normalized): a check would not find it. */
export function isLeftOut(desk: Desk, uri: string, { root, id }: PagePlace): boolean {
  const { documents, leftOut } = desk;
  if (isIgnoredPath(root.workspace.settings, id)) return true;
  if (!documents.has(uri)) return false;
  const known = leftOut.get(uri);
  if (known?.root === root) return known.verdict;
  const verdict = root.host.leavesOut(id);
  leftOut.set(uri, { root, verdict });
  return verdict;
}

export function isConfigUri(uri: string): boolean {
  return uri.endsWith(`/${CONFIG_NAME}`);
}

/**
 * Takes what was typed since into the workspaces; many edits at once cost as much as one. The texts are
 * in at once; resolves when it is known, too, what their links lead to.
 */
export async function catchUp(desk: Desk): Promise<void> {
  if (desk.waiting.size === 0) return;
  const changes = new Map<Root, Change[]>();
  for (const uri of desk.waiting) {
    const place = pagePlace(desk, uri);
    const document = desk.documents.get(uri);
    if (place === undefined || document === undefined) continue;
    const change: Change = { type: 'text', id: place.id, text: document.text };
    changes.set(place.root, [...(changes.get(place.root) ?? []), change]);
  }
  desk.waiting.clear();
  await Promise.all([...changes].map(([root, texts]) => applyTo(root, texts)));
}

export function groundOf(desk: Desk, root: Root): Ground {
  const { workspace, complete, place } = root;
  return { workspace, complete, root: place.uri, loose: undefined, ...around(desk) };
}

function around(desk: Desk): Pick<Ground, 'client' | 'open'> {
  return { client: desk.client, open: (uri) => desk.documents.get(normalizedUri(uri)) };
}

/** A document as of now. `uri` as the client writes it. */
export function viewIn(desk: Desk, uri: string): View | undefined {
  void catchUp(desk);
  const key = normalizedUri(uri);
  const place = pagePlace(desk, key);
  const page = place?.root.workspace.pages.get(place.id);
  if (place !== undefined && page !== undefined) {
    return viewOf(groundOf(desk, place.root), desk.documents.get(key)?.uri ?? uri, page);
  }
  const document = desk.documents.get(key);
  return document && isMarkdownDocument(document) ? looseView(desk, key, document) : undefined;
}

function isMarkdownDocument({ uri, languageId }: OpenDocument): boolean {
  return languageId === 'markdown' || isMarkdownPath(uri);
}

interface Loose {
  readonly base: Workspace;
  readonly workspace: Workspace;
  readonly page: Page;
}

const loose = new WeakMap<OpenDocument, Loose>();

/**
 * A document that is no file of a workspace: a new one without a name, one that is left out, or one
 * from elsewhere. It knows what the nearest workspace knows; the workspace knows nothing of it.
 */
function looseView(desk: Desk, key: string, document: OpenDocument): View {
  const above = rootAbove(desk, key);
  const [first] = desk.roots.values();
  const root = above?.root ?? (isFile(key) ? undefined : first);
  const base = root?.workspace ?? emptyBase(desk);
  const known = loose.get(document);
  const made =
    known?.base === base ? known : readLoose(base, above?.id ?? document.uri, document.text);
  loose.set(document, made);
  const complete = root?.complete ?? true;
  const at: Ground = {
    workspace: made.workspace,
    complete,
    root: root?.place.uri ?? parentOf(key),
    loose: { id: made.page.id, uri: document.uri },
    ...around(desk),
  };
  return viewOf(at, document.uri, made.page);
}

function readLoose(base: Workspace, id: PageId, text: string): Loose {
  // Which files are briefs cannot be said of a text without a file: what it holds decides.
  const settings = { ...base.settings, briefs: undefined };
  const page = readPage(id, text, settings, base.vocabulary);
  return { base, page, workspace: applyChanges(base, [{ type: 'page', page }]) };
}

function isFile(uri: string): boolean {
  return !uri.startsWith('untitled:');
}

const bases = new WeakMap<Outlook, Workspace>();

function emptyBase({ outlook }: Desk): Workspace {
  const settings = { ...DEFAULT_SETTINGS, levels: outlook.levels };
  const base = bases.get(outlook) ?? emptyWorkspace(settings, vocabularyOf([]), outlook.today);
  bases.set(outlook, base);
  return base;
}
