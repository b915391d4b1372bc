/**
 * Up to this size, in characters of its briefs and registries, a workspace is checked in one thread, all of
 * it in memory: that takes some 20 bytes for each, half a gigabyte at most. Measured on two processors with
 * 3,000 briefs of 6 KB: 6.4 s of work and 400 MB. Two threads have 9.7 s of work and 470 MB, as each must
 * read and warm up our code, and what they say to each other is copied.
 */
const MAX_IN_MEMORY = 24_000_000;

/** From this size on threads share the work where there are so many processors that none waits for another. */
const MIN_SHARED = 12_000_000;
const MANY_PROCESSORS = 4;

/** How large it may be to be checked in one thread; of `--threads 1` the size in memory alone decides. */
export function limitOfOneThread(processors: number, asked: number | undefined): number {
  return asked === undefined && processors >= MANY_PROCESSORS ? MIN_SHARED : MAX_IN_MEMORY;
}
