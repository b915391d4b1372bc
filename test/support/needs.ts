// What a test needs. `npm test -- --quick` leaves out what draws inputs at random, and what makes git histories; a file that
// holds nothing else says so in its name: `*.property.test.ts`, `*.git.test.ts`.
import test from 'node:test';

type Body = NonNullable<Parameters<typeof test>[0]>;

const isQuick = process.env.QUICK === '1';

/** A test of many inputs, drawn at random: `fc.assert(…, runs('text'))`. */
export function property(title: string, body: Body): void {
  test(title, { skip: isQuick && 'many runs: not with --quick' }, body);
}

/** A test with git repositories of its own. */
export function withGit(title: string, body: Body): void {
  test(title, { skip: isQuick && 'git: not with --quick' }, body);
}

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

/** Parameters of `fc.assert`; all property tests take their number of runs from here. */
export function runs(cost: keyof typeof RUNS): { readonly numRuns: number } {
  return { numRuns: Math.max(1, Math.round(RUNS[cost] * FACTOR)) };
}
