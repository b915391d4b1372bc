import { availableParallelism } from 'node:os';
import type { Io } from '../terminal/io.js';
import { type FileListing, listFiles } from '../workspace/file-listing.js';
import type { LoadOptions } from '../workspace/load.js';
import { eachWorkspace } from '../workspace/session.js';

import type { LintedWorkspace, LintJob } from './job.js';
import { lintInMemory } from './lint-in-memory.js';
import { isLargerThan, limitOfOneThread } from './workspace-size.js';

/** Reads every workspace the request touches, and says what is found in the files asked about. */
export async function lintAll(io: Io, job: LintJob): Promise<readonly LintedWorkspace[]> {
  const { request, cache } = job;
  return eachWorkspace(io, request, async (root, options) => {
    const start = performance.now();
    const listing = await listFiles(root, options);
    const spent = performance.now() - start;
    const linted = await lintListed(root, listing, { ...options, cache }, job);
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
  const isSmall = !isLargerThan(limitOfOneThread(processors, job.threads), root, listing);
  const threads = job.threads ?? (isSmall ? 1 : processors);
  if (isSmall && threads === 1) return lintInMemory(root, listing, options, job);
  // Read when it is needed: most checks are of small folders.
  const { lintThreaded } = await import('./lint-threaded.js');
  return lintThreaded(root, listing, options, job, { threads });
}
