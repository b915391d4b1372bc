import { type Baseline, foldPath, type KnownFinding, keyOf } from './model.js';

/**
 * Which findings of a file are known, one answer each: of those alike, as many from the first on as the
 * baseline names; one more is a new one.
 * @param findings in order of place
 */
export function knownAmong(
  baseline: Baseline,
  path: string,
  findings: readonly KnownFinding[],
): readonly boolean[] {
  const tally = baseline.get(foldPath(path));
  if (tally === undefined) return findings.map(() => false);
  const left = new Map(tally);
  return findings.map((finding) => {
    const key = keyOf(finding);
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    return count > 0;
  });
}
