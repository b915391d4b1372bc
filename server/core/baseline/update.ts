import {
  type Baseline,
  countsOf,
  type FindingCounts,
  foldPath,
  type KnownFinding,
  knownFindingOf,
  sizeOf,
} from './model.js';

/** What a check looked at, and what it found there. */
export interface CheckedFiles {
  /** What is open or known, by path; a file without findings has none. */
  readonly found: ReadonlyMap<string, readonly KnownFinding[]>;
  /**
   * Whether it can be said that a finding of a rule is no more: its file was among those looked at, or
   * is gone, and the rule was asked.
   */
  wasChecked(path: string, rule: string): boolean;
}

/** With all that was found as known; what was not looked at stays as it was. */
export function updatedBaseline(before: Baseline, { found, wasChecked }: CheckedFiles): Baseline {
  const after = new Map<string, Map<string, number>>();
  const keep = (path: string, key: string, count: number): void => {
    const tally = after.get(path) ?? new Map<string, number>();
    after.set(path, tally.set(key, count));
  };
  for (const [path, key, count] of entriesOf(before)) {
    if (!wasChecked(path, knownFindingOf(key).rule)) keep(path, key, count);
  }
  for (const [path, findings] of found) {
    for (const [key, count] of countsOf(findings)) keep(foldPath(path), key, count);
  }
  return after;
}

/** Without the entries that no longer occur. Nothing that was known becomes a finding by it. */
export function prunedBaseline(before: Baseline, { found, wasChecked }: CheckedFiles): Baseline {
  const after = new Map<string, Map<string, number>>();
  const tallies = talliesOf(found);
  for (const [path, key, count] of entriesOf(before)) {
    const left = wasChecked(path, knownFindingOf(key).rule)
      ? Math.min(count, tallies.get(path)?.get(key) ?? 0)
      : count;
    if (left === 0) continue;
    const tally = after.get(path) ?? new Map<string, number>();
    after.set(path, tally.set(key, left));
  }
  return after;
}

/** How many entries no longer occur. */
export function countStale(baseline: Baseline, looked: CheckedFiles): number {
  return sizeOf(baseline) - sizeOf(prunedBaseline(baseline, looked));
}

function talliesOf(found: CheckedFiles['found']): ReadonlyMap<string, FindingCounts> {
  return new Map([...found].map(([path, findings]) => [foldPath(path), countsOf(findings)]));
}

function* entriesOf(baseline: Baseline): Iterable<readonly [string, string, number]> {
  for (const [path, tally] of baseline) {
    for (const [key, count] of tally) yield [path, key, count];
  }
}
