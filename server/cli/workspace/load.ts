import {
  applyChanges,
  type Change,
  type Day,
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
import { readPages } from './read-pages.js';

/** One workspace, read. */
export interface LoadedWorkspace extends PlacedWorkspace {
  readonly root: WorkspaceRoot;
  /** The briefs and registries that were asked about, in order of their ids. */
  readonly requested: readonly Page[];
  readonly problems: readonly Problem[];
  /** Folders below with a configuration of their own: workspaces of their own. Absolute. */
  readonly nested: readonly string[];
  /** The cache's, once it was written: for the standard error. */
  readonly notes: readonly string[];
  /** How many pages the cache knew. */
  readonly fromCache: number;
  /** Milliseconds. */
  readonly spent: { readonly facts: number; readonly joining: number };
}

export interface LoadOptions extends FileListingOptions {
  readonly today: Day;
  readonly progress: Progress;
  readonly cache?: CacheLocation | undefined;
}

export async function load(root: WorkspaceRoot, options: LoadOptions): Promise<LoadedWorkspace> {
  return loadFiles(root, await listFiles(root, options), options);
}

/** Reads the files of a workspace, all of it into memory. */
export async function loadFiles(
  root: WorkspaceRoot,
  { host, ids, given, isRequested, nested, settings, ...listing }: FileListing,
  options: LoadOptions,
): Promise<LoadedWorkspace> {
  const problems: Problem[] = [...listing.problems];
  const cache = await cacheOf(root, settings, options);
  const start = performance.now();
  const vocabulary = vocabularyOf(settings.kinds);
  const pages = await readPages(ids, {
    ...options,
    host,
    settings,
    vocabulary,
    folder: root.folder,
    given,
    cache,
    onProblem: (problem) => problems.push(problem),
  });
  const read = performance.now();
  const empty = emptyWorkspace(settings, vocabulary, options.today);
  const changes = pages.map((page): Change => ({ type: 'page', page }));
  const workspace = await withLinkTargets(applyChanges(empty, changes), host);
  return {
    root,
    workspace,
    places: placesOf(workspace, root.folder, options.cwd),
    requested: [...workspace.pages.values()].filter(
      (page) => page.facts.role !== 'document' && isRequested(page.id),
    ),
    problems,
    nested,
    notes: cache?.save() ?? [],
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

async function withLinkTargets(workspace: Workspace, host: Host): Promise<Workspace> {
  const exist = await existingFiles(host, linksToAsk(workspace));
  return exist.size === 0 ? workspace : applyChanges(workspace, [{ type: 'files', exist }]);
}
