// Over 150 lines: what is kept of a page's findings, and what is asked anew, is one decision.
import { changedBlocks, letGoOfMoved, partsOf } from '../brief/index.js';
import { firstAtLeast, STEP, type Steps } from '../text/index.js';
import {
  blocksTouched,
  levelsAt,
  type Page,
  touchedBy,
  type Workspace,
} from '../workspace/index.js';
import { askAbout, askAboutOne } from './ask-blocks.js';
import {
  type Around,
  extent,
  isFrontFaulty,
  isInAny,
  isWithin,
  type Stretch,
  stretchAround,
  stretchesOf,
  withNear,
} from './edit-stretches.js';
import { MAX_SUGGESTED } from './id-suggestions.js';
import { findingsOf, inOrder, suppressIn } from './lint.js';
import { RULES } from './list.js';
import { moveReport } from './move-reports.js';
import {
  chunkHasRule,
  chunksOf,
  countAmong,
  countBefore,
  listOfChunks,
  type PlacedChunk,
  placed,
  type ReportList,
  reportList,
  reportsIn,
  reportsOf,
  withReports,
} from './report-list.js';
import type { Report } from './rule.js';
import { isSeenInBlock, maySuggest, rulesOfPage } from './rule-scope.js';

/** What was found in a page, by place, before its comments suppress any of it. */
export interface Found {
  readonly workspace: Workspace;
  readonly page: Page;
  readonly reports: ReportList;
}

/** What all rules find in a page. */
export function findAll(workspace: Workspace, page: Page): Found {
  const levels = levelsAt(workspace.settings, page.id);
  return {
    workspace,
    page,
    reports: reportList(inOrder(findingsOf(page, workspace, levels, RULES))),
  };
}

/** What is left of them when the comments of the page have been respected. */
export function leftIn({ workspace, page, reports }: Found): ReportList {
  if (page.facts.suppressions.length === 0) return reports;
  const levels = levelsAt(workspace.settings, page.id);
  return reportList(suppressIn(page, levels, reportsOf(reports)).reports);
}

/**
 * As {@link findAll}, of a page that may be long: one rule at a time, and those that look at a block about some blocks at a
 * time, if the page is kept by block.
 * @param step how many
 */
export function* findAllInSteps(
  workspace: Workspace,
  page: Page,
  step: number = STEP,
): Steps<Found> {
  const blocks = partsOf(page.facts)?.blocks ?? [];
  const isAtOnce = blocks.length <= step || isFrontFaulty(page);
  const levels = levelsAt(workspace.settings, page.id);
  // What is kept with a workspace of each part that was asked about goes with this one.
  const own = { ...workspace };
  const found: Report[] = [];
  const counts = new Map<string, number>();
  for (const rule of RULES) {
    if (!isAtOnce && isSeenInBlock(rule.name)) continue;
    for (const report of findingsOf(page, own, levels, [rule])) found.push(report);
    yield;
  }
  const asking = { workspace: own, page, levels, anew: new Set<string>() };
  for (let from = 0; !isAtOnce && from < blocks.length; from += step) {
    const to = Math.min(from + step, blocks.length);
    const start = from === 0 ? 0 : extent(blocks.slice(from, to)).start;
    const countOf = (rule: string): number => counts.get(rule) ?? 0;
    const come = askAboutOne({ from, to, start }, asking, countOf);
    for (const { rule } of come) counts.set(rule, countOf(rule) + 1);
    for (const report of come) found.push(report);
    letGoOfMoved(page.facts, from, to);
    yield;
  }
  return { workspace, page, reports: reportList(inOrder(found)) };
}

/**
 * As {@link findAll}, of a page that was edited: rules are asked about the blocks around the edit and those that
 * look at what it changed, and what was found elsewhere moves. Only if nothing else has changed that may matter to
 * this page. `undefined` where all must be asked anew.
 */
export function findAfterEdit(before: Found, workspace: Workspace, page: Page): Found | undefined {
  const touched = touchedBy(before.workspace, workspace, [page.id]);
  const around = stretchAround(before.page, page);
  if (around === undefined || touched === undefined) return undefined;
  const named = touched.isNamed ? blocksSuggesting(before, page) : [];
  const looking = [...blocksTouched(page, touched), ...named];
  // Whom a mention means matters to what is said of those around it.
  const all = touched.isNamed ? [...withNear(page, looking)] : looking;
  const stretches = stretchesOf(page, around, all);
  if (stretches.length > MAX_STRETCHES) return undefined;
  const levels = levelsAt(workspace.settings, page.id);
  const anew = new Set(rulesOfPage(touched));
  const { kept, dropped } = keptAfter(before.reports, around, stretches, anew);
  const asked = askAbout(stretches, { workspace, page, levels, anew, kept });
  for (const rule of overBudget({ kept, asked, dropped, stretches })) anew.add(rule);
  const isLeft = ({ rule }: Report): boolean => !anew.has(rule);
  const whole = findingsOf(
    page,
    workspace,
    levels,
    RULES.filter(({ name }) => anew.has(name)),
  );
  const rest = kept.flatMap((at) =>
    chunkHasRule(at.chunk, (rule) => anew.has(rule)) ? chunksOf(reportsIn(at).filter(isLeft)) : at,
  );
  const come = inOrder([...asked.filter(isLeft), ...whole]);
  return { workspace, page, reports: listOfChunks(withReports(rest, come)) };
}

/**
 * What is kept of findings after an edit, moved with the text, and what is dropped, as it is asked about again. A chunk
 * whose places all lie above the edit, or all below it, is kept as a whole.
 * @param anew rules that are asked about all of the page; those are added of which a finding was edited itself
 */
function keptAfter(
  { chunks }: ReportList,
  around: Around,
  stretches: readonly Stretch[],
  anew: Set<string>,
): { readonly kept: readonly PlacedChunk[]; readonly dropped: readonly Report[] } {
  const kept: PlacedChunk[] = [];
  const dropped: Report[] = [];
  for (const at of chunks) {
    const whole = movedAsWhole(at, around, stretches, anew);
    if (whole !== undefined) {
      kept.push(whole);
      continue;
    }
    const own: Report[] = [];
    for (const report of reportsIn(at)) {
      const { rule } = report;
      if (anew.has(rule)) continue;
      const isSeen = isSeenInBlock(rule);
      if (isSeen && isWithin(around.before, report.span)) {
        dropped.push({ ...report, span: around.after });
        continue;
      }
      const moved = moveReport(report, around.edit);
      if (moved === undefined) anew.add(rule);
      else if (isSeen && isInAny(stretches, moved.span)) dropped.push(moved);
      else own.push(moved);
    }
    // What was moved as far as its neighbours is in order still.
    for (const each of chunksOf(inOrder(own))) kept.push(each);
  }
  return { kept, dropped };
}

/** Nothing of it is asked about again, and all of it moves as far: `undefined` where that is not so. */
function movedAsWhole(
  at: PlacedChunk,
  { before, edit }: Around,
  stretches: readonly Stretch[],
  anew: ReadonlySet<string>,
): PlacedChunk | undefined {
  const { chunk, by } = at;
  const [first, last] = [chunk.first + by, chunk.last + by];
  const [start, end] = [chunk.extent.start + by, chunk.extent.end + by];
  const isAbove = end < edit.start;
  if (!isAbove && start < Math.max(edit.start, edit.endBefore)) return undefined;
  if (chunkHasRule(chunk, (rule) => anew.has(rule))) return undefined;
  if (before.start <= last && first <= before.end) return undefined;
  const moved = isAbove ? by : by + edit.end - edit.endBefore;
  const near = stretches[firstAtLeast(stretches, chunk.first + moved, (each) => each.end)];
  if (near !== undefined && near.start <= chunk.last + moved) return undefined;
  return moved === by ? at : placed(chunk, moved);
}

/** Where more than this may have changed, all is asked at once. */
const MAX_STRETCHES = 100;

/**
 * The blocks outside of the edit where something is found that other names may change. Where suggestions are made of so
 * many slips alone, those behind these do not count.
 */
function* blocksSuggesting({ page: before, reports }: Found, page: Page): Iterable<number> {
  const changed = changedBlocks(before.facts, page.facts);
  const gone = partsOf(before.facts)?.blocks ?? [];
  if (changed === undefined) return;
  const { start, goneEnd, comeEnd } = changed;
  const counts = new Map<string, number>();
  for (const at of reports.chunks) {
    if (!chunkHasRule(at.chunk, maySuggest)) continue;
    for (const { rule, span } of reportsIn(at)) {
      if (!maySuggest(rule)) continue;
      const count = (counts.get(rule) ?? 0) + 1;
      counts.set(rule, count);
      if (count > MAX_SUGGESTED && LIMITED.has(rule)) continue;
      const index = firstAtLeast(gone, span.start + 1, (block) => block.at) - 1;
      if (index < start) yield index;
      if (index >= goneEnd) yield index - goneEnd + comeEnd;
    }
  }
}

/** Those that suggest something for the first {@link MAX_SUGGESTED} of their findings in a page. */
const LIMITED: ReadonlySet<string> = new Set(['unresolved-name', 'unresolved-reference']);

interface Replaced {
  readonly kept: readonly PlacedChunk[];
  /** What was found in the stretches before, and now. */
  readonly dropped: readonly Report[];
  readonly asked: readonly Report[];
  readonly stretches: readonly Stretch[];
}

/**
 * Of how many slips is asked what was meant, goes by their order: one more is one less further down, if not so many
 * stand above.
 */
function* overBudget({ kept, asked, dropped, stretches }: Replaced): Iterable<string> {
  const inStretches = (reports: readonly Report[], rule: string): string =>
    stretches
      .map(
        ({ start, end }) => countAmong(reports, rule, end + 1) - countAmong(reports, rule, start),
      )
      .join();
  for (const rule of new Set([...dropped, ...asked].map((each) => each.rule))) {
    const most = Math.max(countAmong(dropped, rule), countAmong(asked, rule));
    if (countBefore(kept, rule) + most <= MAX_SUGGESTED) continue;
    // Those in between count as before.
    if (inStretches(dropped, rule) === inStretches(asked, rule)) continue;
    const places = [...asked, ...dropped].flatMap((each) =>
      each.rule === rule ? [each.span.start] : [],
    );
    if (countBefore(kept, rule, Math.min(...places)) < MAX_SUGGESTED) yield rule;
  }
}
