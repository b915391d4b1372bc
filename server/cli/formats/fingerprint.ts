import { createHash } from 'node:crypto';
import type { CheckedFile, LintRun } from './lint-run.js';
import type { LocatedFinding } from './located-finding.js';
import { repositoryPath } from './repository-path.js';

/**
 * What a finding is known again by, in other runs too: its rule, its file, the words it is about, and
 * which of those that share all three it is. No line: text above may come and go. Findings in every
 * state count, so that silencing one renames no other.
 */
export function fingerprintsOf(
  { file, findings }: CheckedFile,
  run: Pick<LintRun, 'prefix'>,
): ReadonlyMap<LocatedFinding, string> {
  const path = repositoryPath(file, run);
  const counts = new Map<string, number>();
  return new Map(
    findings.map((found) => {
      const key = JSON.stringify([found.rule, path, found.words]);
      const ordinal = counts.get(key) ?? 0;
      counts.set(key, ordinal + 1);
      return [found, hashOf(`${key}${ordinal}`)];
    }),
  );
}

/** 128 bits are enough for no two to meet. */
function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 32);
}
