import type { LintJob, Shard } from '../engine/job.js';
import type { Invocation, Option } from '../invocation/command.js';
import { textOf } from '../invocation/shared-options.js';
import { Failure } from '../terminal/failure.js';

/** Options about who does the work: how many threads, and which part of several runs. */
export const threadOptions: readonly Option[] = [
  {
    syntax: '--threads <number>',
    summary:
      'how many threads share the work (default: one for a small workspace, otherwise one for each processor)',
  },
  {
    syntax: '--shard <part/of>',
    summary:
      "check one of several parts, such as 1/4 for every fourth file; 'rapporteur merge' joins the reports",
  },
];

/** More than this no machine has, and each takes memory. */
const MAX_THREADS = 256;

/** More than anyone has files. */
export const MAX_PARTS = 999_999;

/** @throws Failure for what is no number of threads, or no part. */
export function threadsOf(
  invocation: Invocation,
): Pick<LintJob, 'threads' | 'shard' | 'lineHashes'> {
  const threads = countOf(textOf(invocation, 'threads'));
  const shard = shardOf(textOf(invocation, 'shard'));
  return {
    ...(threads === undefined ? {} : { threads }),
    // A report of a part may become one of any format.
    ...(shard === undefined ? {} : { shard, lineHashes: 'wanted' }),
  };
}

function countOf(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  const count = Number(written);
  if (/^\d+$/.test(written) && count >= 1 && count <= MAX_THREADS) return count;
  throw new Failure(
    `--threads: '${written}' is not a number of threads. Write a number from 1 to ${MAX_THREADS}.`,
  );
}

function shardOf(written: string | undefined): Shard | undefined {
  if (written === undefined) return undefined;
  const [, part = '', of = ''] = /^(\d+)\/(\d+)$/.exec(written) ?? [];
  const shard = { part: Number(part), of: Number(of) };
  if (shard.part >= 1 && shard.part <= shard.of && shard.of <= MAX_PARTS) return shard;
  throw new Failure(
    `--shard: '${written}' is not a part. Write 1/4 for the first of four parts, 4/4 for the last.`,
  );
}
