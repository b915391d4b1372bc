import type { Report } from '../../core/index.js';

/** From so many findings of one rule in one file on, they are shown as one. */
const MANY = 3;

export type Group = readonly [Report, ...Report[]];

/** In the order of each group's first; a rule's few findings stay single. */
export function groupByRule(reports: readonly Report[]): readonly Group[] {
  const byRule = new Map<string, [Report, ...Report[]]>();
  for (const report of reports) {
    const known = byRule.get(report.rule);
    if (known === undefined) byRule.set(report.rule, [report]);
    else known.push(report);
  }
  return reports.flatMap((report): Group[] => {
    const group = byRule.get(report.rule);
    if (group === undefined || group.length < MANY) return [[report]];
    return group[0] === report ? [group] : [];
  });
}
