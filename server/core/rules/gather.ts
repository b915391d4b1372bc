import { groupBy } from '../text/index.js';
import type { Page } from '../workspace/index.js';
import { byPlace } from './lint.js';
import { RULES } from './list.js';
import type { Gathering, Report } from './rule.js';

const GATHERING: ReadonlyMap<string, Gathering> = new Map(
  RULES.flatMap(({ name, gathering }) => (gathering === undefined ? [] : [[name, gathering]])),
);

/** How what a rule finds in a page becomes one finding; `undefined`: each is reported alone. */
export function gatheringOf(rule: string): Gathering | undefined {
  return GATHERING.get(rule);
}

/** Whether all that a rule finds in a page is one finding. */
export function doesGather(rule: string): boolean {
  return GATHERING.has(rule);
}

/** The reports of a page as a person is shown them: those of a rule that gathers as one. In order of place. */
export function gatherReports(page: Page, reports: readonly Report[]): readonly Report[] {
  if (!reports.some(({ rule }) => doesGather(rule))) return reports;
  const groups = groupBy(reports, ({ rule }) => (GATHERING.has(rule) ? rule : undefined));
  const alone = reports.filter(({ rule }) => !groups.has(rule));
  const made = [...groups.values()].flatMap((group) => oneOf(page, group));
  return [...alone, ...made].sort(byPlace);
}

/** The reports of a page at every place where a person may ask about them: where they are, and where they are shown. */
export function reportsAndGathered(page: Page, reports: readonly Report[]): readonly Report[] {
  return [...new Set([...reports, ...gatherReports(page, reports)])];
}

function oneOf(page: Page, group: readonly Report[]): readonly Report[] {
  const [first] = group;
  const gathering = first && GATHERING.get(first.rule);
  if (first === undefined || gathering === undefined) return [];
  const { rule, severity } = first;
  return [
    {
      ...{ rule, severity, page: page.id },
      span: gathering.place(page) ?? first.span,
      message: gathering.message(group.length),
      related: group.map(({ span, message }) => ({ page: page.id, span, message })),
    },
  ];
}
