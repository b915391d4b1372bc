import type { Suppression } from '../brief/index.js';
import { bySpan } from '../text/index.js';
import {
  type Level,
  levelsAt,
  type Page,
  type PageId,
  type Severity,
  type Workspace,
} from '../workspace/index.js';
import { RULES } from './list.js';
import type { Finding, Report, Rule } from './rule.js';
import type { StaleFinding } from './stale-suppressions.js';
import { staleSuppressions } from './stale-suppressions.js';
import { silencingOf } from './suppress.js';

/** What was found in a page, and what of it a comment in the text silences. Each in order. */
export interface Examined {
  readonly reports: readonly Report[];
  readonly suppressed: readonly SuppressedReport[];
}

export interface SuppressedReport extends Report {
  readonly suppression: Suppression;
}

export interface ExamineOptions {
  /** Rules whose level is not their own; `off`: not asked at all. Without: what the settings say. */
  readonly levels?: ReadonlyMap<string, Level>;
  /** Whether comments may silence findings; `ignored`: they are as if they were not there. */
  readonly comments?: 'respected' | 'ignored';
  /** `named`: rules that have something to say of ordinary documents are asked about one that was read. */
  readonly documents?: 'named' | undefined;
  /** Stands between us and a rule, to take the time that its answer takes. */
  readonly ask?: (rule: string, answer: () => readonly Finding[]) => readonly Finding[];
}

/**
 * What there is to say about a brief or a registry: in order of place, then of the rule's name. Of
 * other Markdown nothing is said, nor of a page that is not there.
 * @param levels rules whose level is not their own; without them, what the settings say of the page
 */
export function lint(
  workspace: Workspace,
  id: PageId,
  levels?: ReadonlyMap<string, Level>,
): readonly Report[] {
  return examine(workspace, id, levels === undefined ? {} : { levels }).reports;
}

/** As {@link lint}, with what is suppressed beside it. */
export function examine(workspace: Workspace, id: PageId, options: ExamineOptions = {}): Examined {
  const page = workspace.pages.get(id);
  if (page === undefined) return EMPTY_RESULT;
  const rules = rulesFor(page, options);
  if (rules.length === 0) return EMPTY_RESULT;
  const set = options.levels ?? levelsAt(workspace.settings, id);
  // A text about comments may show some, and nobody asked about them.
  const levels = page.facts.role === 'document' ? new Map([...set, ...WITHOUT_STALE]) : set;
  const isIgnored = options.comments === 'ignored';
  const told = findingsOf(page, workspace, levels, rules, options.ask);
  // Nor is anything said of a comment that is as if it were not there.
  const found = isIgnored ? told.filter(({ rule }) => rule !== 'unknown-suppression') : told;
  return suppressIn(page, levels, found, isIgnored ? [] : page.facts.suppressions);
}

function rulesFor({ facts, unread }: Page, { documents }: ExamineOptions): readonly Rule[] {
  if (facts.role !== 'document') return RULES;
  return documents === undefined || unread ? [] : RULES_OF_DOCUMENTS;
}

const WITHOUT_STALE: ReadonlyMap<string, Level> = new Map([
  ['unused-suppression', 'off'],
  ['unknown-suppression', 'off'],
]);

const RULES_OF_DOCUMENTS = RULES.filter(({ reads }) => reads === 'documents');

/** What is left of findings, in order, once the comments of their page have been respected. */
export function suppressIn(
  page: Page,
  levels: ReadonlyMap<string, Level>,
  found: readonly Report[],
  suppressions: readonly Suppression[] = page.facts.suppressions,
): Examined {
  const stale = staleReports(page, suppressions, levels, found);
  const all = stale.length === 0 ? found : [...found, ...stale];
  return splitSuppressed(inOrder(all), suppressions);
}

/** Reports by place, each once; the same list if they are so already. */
export function inOrder(reports: readonly Report[]): readonly Report[] {
  return isInOrder(reports) ? reports : distinct(reports.toSorted(byPlace));
}

function isInOrder(reports: readonly Report[]): boolean {
  for (let index = 1; index < reports.length; index += 1)
    if (byPlace(reports[index - 1] as Report, reports[index] as Report) >= 0) return false;
  return true;
}

/** Two lists {@link inOrder} as one. */
export function mergedInOrder(one: readonly Report[], other: readonly Report[]): readonly Report[] {
  if (other.length === 0) return one;
  const merged: Report[] = [];
  let next = 0;
  for (const report of one) {
    for (let than = 1; next < other.length; next += 1) {
      than = byPlace(other[next] as Report, report);
      if (than > 0) break;
      if (than < 0) merged.push(other[next] as Report);
    }
    merged.push(report);
  }
  for (; next < other.length; next += 1) merged.push(other[next] as Report);
  return merged;
}

const EMPTY_RESULT: Examined = { reports: [], suppressed: [] };

/** What some rules find in a page, before comments suppress any of it. */
export function findingsOf(
  page: Page,
  workspace: Workspace,
  levels: ReadonlyMap<string, Level>,
  rules: readonly Rule[],
  ask?: ExamineOptions['ask'],
): readonly Report[] {
  const found: Report[] = [];
  for (const rule of rules) {
    const severity = levels.get(rule.name) ?? rule.level;
    const isClean = rule.needs === 'faults' && page.facts.faults.length === 0;
    if (severity === 'off' || isClean || isMissing(rule.part)) continue;
    const answer = rule.check(page, workspace);
    for (const finding of ask?.(rule.name, () => [...answer]) ?? answer) {
      found.push(report(finding, rule.name, severity, page));
    }
  }
  return found;
}

function isMissing(part: Rule['part']): boolean {
  return part !== undefined && part.loaded() === undefined;
}

function splitSuppressed(all: readonly Report[], suppressions: readonly Suppression[]): Examined {
  if (suppressions.length === 0) return { reports: all, suppressed: [] };
  const silencing = silencingOf(suppressions);
  const reports: Report[] = [];
  const suppressed: SuppressedReport[] = [];
  for (const one of all) {
    const silenced = silencing(one);
    if (silenced === undefined) reports.push(one);
    else suppressed.push({ ...one, suppression: silenced.by });
  }
  return { reports, suppressed };
}

/** Field by field: of 100,000 findings a copy by `...` would be seen. */
function report(
  { span, message, related, fixes }: Finding,
  rule: string,
  severity: Severity,
  { id: page }: Page,
): Report {
  if (related === undefined)
    return fixes === undefined
      ? { span, message, rule, severity, page }
      : { span, message, fixes, rule, severity, page };
  return fixes === undefined
    ? { span, message, related, rule, severity, page }
    : { span, message, related, fixes, rule, severity, page };
}

function staleReports(
  page: Page,
  suppressions: readonly Suppression[],
  levels: ReadonlyMap<string, Level>,
  findings: readonly Report[],
): Report[] {
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

export function byPlace(a: Report, b: Report): number {
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
