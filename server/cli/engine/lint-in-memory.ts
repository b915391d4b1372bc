import { resolve } from 'node:path';
import { asksDocuments, loadParts } from '../../core/index.js';
import type { WorkspaceRoot } from '../../host/index.js';
import type { FileListing } from '../workspace/file-listing.js';
import { type LoadOptions, loadFiles } from '../workspace/load.js';
import type { LintedWorkspace, LintJob } from './job.js';
import { lintPage } from './lint-page.js';
import { partOf } from './shard.js';
import { takeFiles } from './take-files.js';

/** Lints a workspace with all of it in memory: the quickest way while it is small. */
export async function lintInMemory(
  root: WorkspaceRoot,
  listing: FileListing,
  options: LoadOptions,
  job: LintJob,
): Promise<LintedWorkspace> {
  await loadParts(listing.settings);
  const documents = asksDocuments(listing.settings) ? 'named' : undefined;
  const loaded = await loadFiles(root, listing, { ...options, documents });
  const { workspace, problems, nested, notes, characters, fromCache, spent } = loaded;
  const start = performance.now();
  const clocks = new Map<string, number>();
  const requested = partOf(loaded.requested, job.shard);
  const pages = new Map(requested.map((page) => [loaded.places.fileOf(page.id), page]));
  const { settings } = workspace;
  const taker = await takeFiles(job.sink, { root, settings, problems, nested }, [...pages.keys()]);
  for (const name of taker.order) {
    const page = pages.get(name);
    if (page !== undefined) await taker.take(lintPage({ ...loaded, clocks }, page, job));
  }
  const files = await taker.all();
  const links = [...workspace.files.keys()].map((id) => resolve(root.folder, id));
  return {
    ...{ root, settings, files, problems, nested, notes },
    ...(job.keeps === 'links' ? { links } : {}),
    measures: {
      files: workspace.pages.size,
      characters,
      fromCache,
      checked: files.length,
      threads: 1,
      phases: { listing: 0, ...spent, linting: performance.now() - start },
      rules: clocks,
    },
  };
}
