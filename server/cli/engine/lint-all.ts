import { availableParallelism } from 'node:os';
import { optimizeAsUsual } from '../compiled/optimize-late.js';
import type { Io } from '../terminal/io.js';
import { type FileListing, listFiles } from '../workspace/file-listing.js';
import type { LoadOptions } from '../workspace/load.js';
import { eachWorkspace } from '../workspace/session.js';
import { siftFiles } from '../workspace/sift-files.js';
import type { LintedWorkspace, LintJob } from './job.js';
import { lintInMemory } from './lint-in-memory.js';
import { limitOfOneThread } from './workspace-size.js';

/** Reads every workspace the request touches, and says what is found in the files asked about. */
export async function lintAll(io: Io, job: LintJob): Promise<readonly LintedWorkspace[]> {
  const { request, cache } = job;
  const { sink: _, ...gathering } = job;
  return eachWorkspace(io, request, async (root, options) => {
    const start = performance.now();
    const listing = await listFiles(root, options);
    const spent = performance.now() - start;
    // Files of several workspaces are reported in one order.
    const isOnly = options.targets.length === request.targets.length;
    const own = isOnly ? job : gathering;
    const linted = await lintListed(root, listing, { ...options, cache }, own);
    const { measures } = linted;
    return {
      ...linted,
      configs: listing.config.files,
      measures: { ...measures, phases: { ...measures.phases, listing: spent } },
    };
  });
}

async function lintListed(
  root: LintedWorkspace['root'],
  listing: FileListing,
  options: LoadOptions,
  job: LintJob,
): Promise<LintedWorkspace> {
  const processors = availableParallelism();
  if (job.threads !== undefined && job.threads > 1)
    return lintInThreads(root, listing, options, job, job.threads);
  const start = performance.now();
  const limit = limitOfOneThread(processors, job.threads);
  const sifted = await siftFiles(listing, limit, options.progress);
  const spent = performance.now() - start;
  optimizeAsUsual(sifted.listing.ids.length);
  const linted = await (sifted.isLarge
    ? lintInThreads(root, sifted.listing, options, job, job.threads ?? processors)
    : lintInMemory(root, sifted.listing, options, job));
  const { measures } = linted;
  const phases = { ...measures.phases, facts: measures.phases.facts + spent };
  return { ...linted, measures: { ...measures, phases } };
}

async function lintInThreads(
  root: LintedWorkspace['root'],
  listing: FileListing,
  options: LoadOptions,
  job: LintJob,
  threads: number,
): Promise<LintedWorkspace> {
  // Read when it is needed: most checks are of small folders.
  const { lintThreaded } = await import('./lint-threaded.js');
  return lintThreaded(root, listing, options, job, { threads });
}
