// What a test needs. `npm test -- --quick` leaves out what draws inputs at random, what makes git histories, and whole-program
// runs in many variations; a file that holds nothing but the first or the second says so in its name: `*.property.test.ts`,
// `*.git.test.ts`. The reasons are what the last line of a quick run counts (`.build/test.mjs`).
import test from 'node:test';

type Body = NonNullable<Parameters<typeof test>[0]>;

interface Skip {
  /** Why it cannot run here at all. */
  readonly skip?: string | false;
}

const isQuick = process.env.QUICK === '1';

/** A test of many inputs, drawn at random: `fc.assert(…, runs('text'))`. */
export function property(title: string, body: Body): void {
  test(title, { skip: isQuick && 'property tests: not with --quick' }, body);
}

/** A test with git repositories of its own. */
export function withGit(title: string, body: Body): void {
  test(title, { skip: isQuick && 'tests with git histories: not with --quick' }, body);
}

/**
 * A test of whole-program runs in many variations (numbers of threads, sample by sample, scripts as they are shipped), or of
 * every byte of an input: seconds of work. A plain test beside it shows the same thing once.
 */
export function slow(title: string, body: Body, { skip = false }: Skip = {}): void {
  test(title, { skip: isQuick ? 'slow tests: not with --quick' : skip }, body);
}

/** As {@link slow}, for whole suites and for tests that something else draws: `describe(title, SLOW, …)`. */
export const SLOW: { readonly skip: string | false } = {
  skip: isQuick && 'slow tests: not with --quick',
};

/** How many inputs are tried, by what a run of one costs. */
const RUNS = {
  /** A function of a few characters. */
  word: 3000,
  /** Reading a small text. */
  text: 1000,
  /** Reading a text in several ways, or a page with its findings. */
  page: 300,
  /** A workspace of some pages. */
  workspace: 100,
  /** Whole runs, or files on disk. */
  run: 50,
  /** A conversation with a server. */
  server: 12,
} as const;

/** RUNS=10 tries ten times as many, as a nightly run may; RUNS=0.1 a tenth. */
const FACTOR = Number(process.env.RUNS ?? 1);

/**
 * What the inputs are drawn from: the same ones in each run, so that what is red is red again. SEED=7 draws others, SEED=any
 * others each time; fast-check names the seed of a failure.
 */
const SEED = process.env.SEED ?? '1';
const seed = SEED === 'any' ? {} : { seed: Number(SEED) };

/** Parameters of `fc.assert`; all property tests take their number of runs from here. */
export function runs(cost: keyof typeof RUNS): {
  readonly numRuns: number;
  readonly seed?: number;
} {
  return { numRuns: Math.max(1, Math.round(RUNS[cost] * FACTOR)), ...seed };
}
