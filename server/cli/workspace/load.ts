import {
  applyChanges,
  type Change,
  type Day,
  documentsToRead,
  emptyWorkspace,
  linksToAsk,
  type Page,
  type Settings,
  vocabularyOf,
  type Workspace,
} from '../../core/index.js';
import { existingFiles, type Host, type WorkspaceRoot } from '../../host/index.js';
import type { CacheLocation } from '../cache/cache-location.js';
import type { FactsCache } from '../cache/facts-cache.js';
import type { Problem } from '../formats/lint-run.js';
import { type PlacedWorkspace, placesOf } from '../report/places.js';
import type { Progress } from '../terminal/progress.js';
import { type FileListing, type FileListingOptions, listFiles } from './file-listing.js';
import { type ReadOptions, readPages } from './read-pages.js';

/** One workspace, read. */
export interface LoadedWorkspace extends PlacedWorkspace {
  readonly root: WorkspaceRoot;
  /** What was asked about, in order of their ids: briefs and registries, and ordinary documents as far as `documents` says. */
  readonly requested: readonly Page[];
  readonly problems: readonly Problem[];
  /** Folders below with a configuration of their own: workspaces of their own. Absolute. */
  readonly nested: readonly string[];
  /** The cache's, once it was written: for the standard error. */
  readonly notes: readonly string[];
  /** Of all texts, in UTF-16 code units. */
  readonly characters: number;
  /** How many pages the cache knew. */
  readonly fromCache: number;
  /** Milliseconds. */
  readonly spent: { readonly facts: number; readonly joining: number };
}

export interface LoadOptions extends FileListingOptions {
  readonly today: Day;
  readonly progress: Progress;
  readonly cache?: CacheLocation | undefined;
  /** Ordinary documents that are read as well: those named one by one, or all that were asked about. */
  readonly documents?: 'named' | 'requested' | undefined;
}

export async function load(root: WorkspaceRoot, options: LoadOptions): Promise<LoadedWorkspace> {
  return loadFiles(root, await listFiles(root, options), options);
}

/** Reads the files of a workspace, all of it into memory. */
export async function loadFiles(
  root: WorkspaceRoot,
  { host, ids, given, ordinary, isRequested, nested, settings, ...listing }: FileListing,
  options: LoadOptions,
): Promise<LoadedWorkspace> {
  const problems: Problem[] = [...listing.problems];
  const cache = await cacheOf(root, settings, options);
  const start = performance.now();
  const vocabulary = vocabularyOf(settings.kinds);
  const reading: ReadOptions = {
    ...options,
    host,
    settings,
    vocabulary,
    folder: root.folder,
    given,
    ordinary,
    cache,
    onProblem: (problem) => problems.push(problem),
  };
  const { pages, characters } = await readPages(ids, reading, 'left-unread');
  const isWanted = {
    none: () => false,
    named: (id: string) => given.has(id),
    requested: isRequested,
  }[options.documents ?? 'none'];
  const documents = await readPages(
    pages.filter(({ id, facts }) => facts.role === 'document' && isWanted(id)).map(({ id }) => id),
    reading,
    'read',
  );
  const read = performance.now();
  const empty = emptyWorkspace(settings, vocabulary, options.today);
  const workspace = await withLinkTargets(
    applyChanges(empty, changesTo([...pages, ...documents.pages])),
    host,
    reading,
  );
  return {
    root,
    workspace,
    places: placesOf(workspace, root.folder, options.cwd),
    requested: [...workspace.pages.values()].filter(
      ({ id, facts }) => isRequested(id) && (facts.role !== 'document' || isWanted(id)),
    ),
    problems,
    nested,
    notes: cache?.save() ?? [],
    characters,
    fromCache: cache?.hits ?? 0,
    spent: { facts: read - start, joining: performance.now() - read },
  };
}

/** Read where there is one. */
async function cacheOf(
  { folder }: WorkspaceRoot,
  settings: Settings,
  { cache }: LoadOptions,
): Promise<FactsCache | undefined> {
  if (cache === undefined) return undefined;
  const { openFactsCache } = await import('../cache/facts-cache.js');
  return openFactsCache(cache, { root: folder, settings });
}

function changesTo(pages: readonly Page[]): readonly Change[] {
  return pages.map((page) => ({ type: 'page', page }));
}

/** With all that is to be known of what links lead to. */
async function withLinkTargets(
  workspace: Workspace,
  host: Host,
  reading: ReadOptions,
): Promise<Workspace> {
  const exist = await existingFiles(host, linksToAsk(workspace));
  const { pages } = await readPages(documentsToRead(workspace), reading, 'read');
  const files: readonly Change[] = exist.size === 0 ? [] : [{ type: 'files', exist }];
  return applyChanges(workspace, [...files, ...changesTo(pages)]);
}
