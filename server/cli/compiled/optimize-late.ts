import { setFlagsFromString } from 'node:v8';

/**
 * Most checks are of few files, and over before it pays that V8 optimizes a function that has run a little: of 20 briefs
 * a quarter of the processor time went for that. So it waits longer. What was compiled is kept with these settings,
 * and goes with no others: at the end they are set again.
 */
export function optimizeLate(): void {
  if (WAITS === undefined) return;
  WAITS.long.forEach(setFlagsFromString);
  process.once('exit', () => WAITS.long.forEach(setFlagsFromString));
}

/** For a check of so many files that it pays sooner. */
export function optimizeAsUsual(files: number): void {
  if (files > FEW) WAITS?.usual.forEach(setFlagsFromString);
}

const FEW = 1000;

interface Waits {
  readonly long: readonly string[];
  /** As they are, where it makes a difference to thousands of files. */
  readonly usual: readonly string[];
}

const WAITS = waitsOf(Number.parseInt(process.versions.v8 ?? '', 10));

/** What the settings are called differs, and V8 complains of one that it does not know: `undefined` where nobody has looked. */
function waitsOf(v8: number): Waits | undefined {
  // Node 20.
  if (v8 === 11) return { long: ['--interrupt-budget=264000'], usual: [] };
  // Node 22 and 24.
  if (v8 !== 12 && v8 !== 13) return undefined;
  return {
    long: ['--invocation-count-for-maglev=1500', '--invocation-count-for-turbofan=12000'],
    usual: ['--invocation-count-for-maglev=400', '--invocation-count-for-turbofan=3000'],
  };
}
