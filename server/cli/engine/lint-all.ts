import type { Io } from '../io.js';
import { listFiles } from '../listing.js';
import { eachWorkspace } from '../session.js';
import type { Linted, LintJob } from './job.js';
import { lintWhole } from './lint-whole.js';

/** Reads every workspace the question touches, and says what is found in the files asked about. */
export async function lintAll(io: Io, job: LintJob): Promise<readonly Linted[]> {
  const { question, cache } = job;
  return eachWorkspace(io, question, async (root, options) => {
    const start = performance.now();
    const listing = await listFiles(root, options);
    const spent = performance.now() - start;
    const linted = await lintWhole(root, listing, { ...options, cache }, job);
    const { measures } = linted;
    return {
      ...linted,
      configs: listing.config.files,
      measures: { ...measures, phases: { ...measures.phases, listing: spent } },
    };
  });
}
