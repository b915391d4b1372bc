/**
 * Findings that are known and borne with, by file: how often each of them is. Paths are relative to the
 * folder of the baseline's own file, with `/`; the findings of a file are its {@link FindingCounts}.
 */
export type Baseline = ReadonlyMap<string, FindingCounts>;

/** How often a finding is known, by its {@link keyOf}. */
export type FindingCounts = ReadonlyMap<string, number>;

/** What makes a finding the same one when lines have moved: `words` as of `findingWords`. */
export interface KnownFinding {
  readonly rule: string;
  readonly words: string;
}

/** Where it lies when nobody has named another place: in the folder where the workspace begins. */
export const BASELINE_NAME = 'rapporteur-baseline.json';

export const EMPTY_BASELINE: Baseline = new Map();

/** No rule's name has a space in it. */
export function keyOf({ rule, words }: KnownFinding): string {
  return `${rule} ${words}`;
}

export function knownFindingOf(key: string): KnownFinding {
  const space = key.indexOf(' ');
  return { rule: key.slice(0, space), words: key.slice(space + 1) };
}

/** Some systems take the letters of a file's name apart. */
export function foldPath(path: string): string {
  return path.normalize('NFC');
}

export function countsOf(findings: readonly KnownFinding[]): FindingCounts {
  const tally = new Map<string, number>();
  for (const finding of findings) {
    const key = keyOf(finding);
    tally.set(key, (tally.get(key) ?? 0) + 1);
  }
  return tally;
}

export function sizeOf(baseline: Baseline): number {
  let size = 0;
  for (const tally of baseline.values()) size += sum(tally);
  return size;
}

export function sum(tally: FindingCounts): number {
  let all = 0;
  for (const count of tally.values()) all += count;
  return all;
}

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
