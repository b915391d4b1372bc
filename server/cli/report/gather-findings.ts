import { gatheringOf, groupBy } from '../../core/index.js';
import type { CheckedFile } from '../formats/lint-run.js';
import type { LocatedFinding } from '../formats/located-finding.js';

/**
 * The findings of a file as they are reported: where a rule gathers what it finds, those that are open are one, and
 * those that the baseline knows.
 */
export function gatherFindings(file: CheckedFile): CheckedFile {
  const groups = groupBy(file.findings, ({ gathered, state, rule }) =>
    gathered === undefined || state === 'suppressed' ? undefined : `${state} ${rule}`,
  );
  if (groups.size === 0) return file;
  const gathered = new Set([...groups.values()].flat());
  const alone = file.findings.filter((found) => !gathered.has(found));
  return { ...file, findings: [...alone, ...[...groups.values()].flatMap(oneOf)].sort(byPlace) };
}

function oneOf(group: readonly LocatedFinding[]): readonly LocatedFinding[] {
  const [first] = group;
  if (first === undefined) return [];
  const { gathered, ...found } = first;
  return [
    {
      ...found,
      ...(gathered === 'first' ? {} : gathered),
      message: gatheringOf(found.rule)?.message(group.length) ?? found.message,
      related: group.map(({ file, range, message }) => ({ message, file, range })),
    },
  ];
}

/** In order of place, then of rule. */
export function byPlace(a: LocatedFinding, b: LocatedFinding): number {
  const [one, other] = [a.range, b.range];
  return (
    one.start.offset - other.start.offset ||
    one.end.offset - other.end.offset ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}
