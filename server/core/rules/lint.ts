import { bySpan } from '../text/index.js';
import type { Level, Page, PageId, Severity, Workspace } from '../workspace/index.js';
import { RULES } from './list.js';
import type { Finding, Report } from './rule.js';
import type { StaleFinding } from './stale.js';
import { staleSuppressions } from './stale.js';
import { unsuppressed } from './suppress.js';

/**
 * What there is to say about a brief or a registry: in order of place, then of the rule's name. Of
 * other Markdown nothing is said, nor of a page that is not there.
 * @param levels rules whose level is not their own; `off`: not asked at all
 */
export function lint(
  workspace: Workspace,
  id: PageId,
  levels: ReadonlyMap<string, Level>,
): readonly Report[] {
  const page = workspace.pages.get(id);
  if (page === undefined || page.facts.role === 'document') return [];
  const clean = page.facts.faults.length === 0;
  const found: Report[] = [];
  for (const rule of RULES) {
    const severity = levels.get(rule.name) ?? rule.level;
    if (severity === 'off' || (clean && rule.needs === 'faults')) continue;
    for (const finding of rule.check(page, workspace)) {
      found.push(report(finding, rule.name, severity, page));
    }
  }
  const all = [...found, ...staleReports(page, levels, found)];
  return distinct(unsuppressed(all, page.facts.suppressions).toSorted(byPlace));
}

function report(finding: Finding, rule: string, severity: Severity, page: Page): Report {
  return { ...finding, rule, severity, page: page.id };
}

function staleReports(
  page: Page,
  levels: ReadonlyMap<string, Level>,
  findings: readonly Report[],
): Report[] {
  const { suppressions } = page.facts;
  if (suppressions.length === 0) return [];
  const asked = new Map(RULES.map((rule) => [rule.name, levels.get(rule.name) ?? rule.level]));
  const names = new Set(asked.keys());
  const off = new Set([...names].filter((name) => asked.get(name) === 'off'));
  const stale: Iterable<StaleFinding> = staleSuppressions(suppressions, {
    page: page.id,
    names,
    off,
    findings,
  });
  return [...stale].flatMap((finding) => {
    const severity = asked.get(finding.rule);
    return severity === undefined || severity === 'off'
      ? []
      : [report(finding, finding.rule, severity, page)];
  });
}

function byPlace(a: Report, b: Report): number {
  return bySpan(a.span, b.span) || order(a.rule, b.rule) || order(a.message, b.message);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function distinct(sorted: readonly Report[]): readonly Report[] {
  return sorted.filter((one, index) => {
    const before = sorted[index - 1];
    return before === undefined || byPlace(before, one) !== 0;
  });
}
