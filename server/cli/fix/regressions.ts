import type { CheckedFile } from '../formats/lint-run.js';

/**
 * Files in which a round breaks more than it fixes. A tag that is read at last may itself be broken: so
 * much each fix may bring to light, no more.
 */
export function filesWithRegressions(
  before: readonly CheckedFile[],
  after: readonly CheckedFile[],
  fixesIn: ReadonlyMap<string, number>,
): readonly string[] {
  const counts = new Map(before.map((file) => [file.file, countBroken(file)]));
  return after
    .filter((file) => {
      const fixes = fixesIn.get(file.file);
      return fixes !== undefined && countBroken(file) > (counts.get(file.file) ?? 0) + fixes;
    })
    .map(({ file }) => file);
}

/** Rules about text in which nobody can say where something ends. */
export const BROKEN_TEXT_RULES: ReadonlySet<string> = new Set([
  'invalid-front-matter',
  'invalid-yaml',
  'malformed-attribute',
  'malformed-fence',
  'unclosed-attributes',
  'unclosed-block',
  'unclosed-label',
  'unclosed-quote',
]);

function countBroken({ findings }: CheckedFile): number {
  return findings.filter(({ rule }) => BROKEN_TEXT_RULES.has(rule)).length;
}
