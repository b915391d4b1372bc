import { bySpan } from '../text/index.js';
import type { Level, Page, PageId, Severity, Workspace } from '../workspace/index.js';
import { RULES } from './list.js';
import type { Finding, Report, Rule } from './rule.js';
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
  const asked = RULES.flatMap((rule) => {
    const severity = levels.get(rule.name) ?? rule.level;
    return severity === 'off' ? [] : [{ rule, severity }];
  });
  const found = asked.flatMap((one) => reportsOf(one, page, workspace));
  const all = [...found, ...staleReports(page, asked, found)];
  return distinct(unsuppressed(all, page.facts.suppressions).toSorted(byPlace));
}

interface Asked {
  readonly rule: Rule;
  readonly severity: Severity;
}

function reportsOf({ rule, severity }: Asked, page: Page, workspace: Workspace): Report[] {
  return Array.from(rule.check(page, workspace), (finding) =>
    report(finding, rule.name, severity, page),
  );
}

function report(finding: Finding, rule: string, severity: Severity, page: Page): Report {
  return { ...finding, rule, severity, page: page.id };
}

function staleReports(page: Page, asked: readonly Asked[], findings: readonly Report[]): Report[] {
  const { suppressions } = page.facts;
  if (suppressions.length === 0) return [];
  const severities = new Map(asked.map(({ rule, severity }) => [rule.name, severity]));
  const names = new Set(RULES.map((rule) => rule.name));
  const off = new Set([...names].filter((name) => !severities.has(name)));
  const stale: Iterable<StaleFinding> = staleSuppressions(suppressions, {
    page: page.id,
    names,
    off,
    findings,
  });
  return [...stale].flatMap((finding) => {
    const severity = severities.get(finding.rule);
    return severity === undefined ? [] : [report(finding, finding.rule, severity, page)];
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
