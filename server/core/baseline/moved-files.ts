import { addToGroup } from '../text/index.js';
import {
  type Baseline,
  countsOf,
  type FindingCounts,
  foldPath,
  type KnownFinding,
  sum,
} from './model.js';

/**
 * The baseline with the entries of files that have been moved under their new paths. The entries of a
 * file that is gone go to one that has none of its own and either the same name and one of its
 * findings, or at least half of its findings; to the one that has most of them.
 * @param found the findings of files that are there, by path
 * @param isGone whether a file that the baseline speaks of is not there any more
 */
export function followMovedFiles(
  baseline: Baseline,
  found: ReadonlyMap<string, readonly KnownFinding[]>,
  isGone: (path: string) => boolean,
): Baseline {
  const gone = [...baseline.keys()].filter(isGone);
  if (gone.length === 0) return baseline;
  const moved = movesOf(baseline, gone, found);
  if (moved.size === 0) return baseline;
  return new Map([...baseline].map(([path, tally]) => [moved.get(path) ?? path, tally]));
}

interface Move {
  readonly from: string;
  readonly to: string;
  /** How many findings they share. */
  readonly shared: number;
  /** How many names at the end of their paths are the same. */
  readonly tail: number;
}

function movesOf(
  baseline: Baseline,
  gone: readonly string[],
  found: ReadonlyMap<string, readonly KnownFinding[]>,
): ReadonlyMap<string, string> {
  const moves = new Map<string, string>();
  const taken = new Set<string>();
  for (const { from, to } of candidates(baseline, gone, found).sort(byLikeness)) {
    if (moves.has(from) || taken.has(to)) continue;
    moves.set(from, to);
    taken.add(to);
  }
  return moves;
}

function byLikeness(a: Move, b: Move): number {
  return b.shared - a.shared || b.tail - a.tail || order(a.from, b.from) || order(a.to, b.to);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function candidates(
  baseline: Baseline,
  gone: readonly string[],
  found: ReadonlyMap<string, readonly KnownFinding[]>,
): Move[] {
  const likely = likelySources(baseline, gone);
  const moves: Move[] = [];
  for (const [written, findings] of found) {
    const to = foldPath(written);
    if (findings.length === 0 || baseline.has(to)) continue;
    const tally = countsOf(findings);
    for (const from of likely(to, tally)) {
      const move = moveOf(from, to, baseline.get(from) ?? tally, tally);
      if (move !== undefined) moves.push(move);
    }
  }
  return moves;
}

function moveOf(
  from: string,
  to: string,
  before: FindingCounts,
  now: FindingCounts,
): Move | undefined {
  let shared = 0;
  for (const [key, count] of before) shared += Math.min(count, now.get(key) ?? 0);
  const tail = commonTail(from, to);
  const isSame = shared > 0 && (tail > 0 || 2 * shared >= sum(before));
  return isSame ? { from, to, shared, tail } : undefined;
}

/** What very many files have in common says nothing of where one of them went. */
const TOO_MANY = 16;

/**
 * Finds the files that are gone which a file may have been: by its name, alone and with the folders
 * around it, as whole folders move too; and by each of its findings.
 */
function likelySources(
  baseline: Baseline,
  gone: readonly string[],
): (to: string, tally: FindingCounts) => ReadonlySet<string> {
  const byTail = new Map<string, string[]>();
  const byKey = new Map<string, string[]>();
  for (const path of gone) {
    for (const tail of tailsOf(path)) addToGroup(byTail, tail, path);
    for (const key of baseline.get(path)?.keys() ?? []) addToGroup(byKey, key, path);
  }
  return (to, tally) => {
    const likely = new Set<string>();
    const lists = [
      ...tailsOf(to).map((tail) => byTail.get(tail)),
      ...[...tally.keys()].map((key) => byKey.get(key)),
    ];
    for (const list of lists) {
      if (list === undefined || list.length > TOO_MANY) continue;
      for (const path of list) likely.add(path);
    }
    return likely;
  };
}

function tailsOf(path: string): readonly string[] {
  const names = path.split('/');
  return [1, 2, 3, 4].map((length) => names.slice(-length).join('/'));
}

/** How many whole names at their ends two paths have in common. */
function commonTail(one: string, other: string): number {
  let tail = 0;
  for (let back = 1; ; back += 1) {
    const [a, b] = [one[one.length - back], other[other.length - back]];
    const isNameOver = (a === undefined || a === '/') && (b === undefined || b === '/');
    if (isNameOver) tail += 1;
    if (a === undefined || a !== b) return tail;
  }
}
