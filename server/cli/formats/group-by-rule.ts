import type { LocatedFinding } from './located-finding.js';

/** From so many findings of one rule in one file on, they are shown as one. */
const MIN_GROUP = 3;

export type Group = readonly [LocatedFinding, ...LocatedFinding[]];

/** In the order of each group's first; a rule's few findings stay single. */
export function groupByRule(findings: readonly LocatedFinding[]): readonly Group[] {
  const byRule = new Map<string, [LocatedFinding, ...LocatedFinding[]]>();
  for (const finding of findings) {
    const known = byRule.get(finding.rule);
    if (known === undefined) byRule.set(finding.rule, [finding]);
    else known.push(finding);
  }
  return findings.flatMap((finding): Group[] => {
    const group = byRule.get(finding.rule);
    if (group === undefined || group.length < MIN_GROUP) return [[finding]];
    return group[0] === finding ? [group] : [];
  });
}
