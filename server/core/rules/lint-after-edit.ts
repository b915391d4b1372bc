// Over 150 lines: what is kept of a page's findings, and what is asked anew, is one decision.
import { changedBlocks, letGoOfMoved, partsOf } from '../brief/index.js';
import { changedPart, firstAtLeast, type Span, STEP, type Steps, shift } from '../text/index.js';
import {
  blocksTouched,
  levelsAt,
  type Page,
  partOfPage,
  type Touched,
  touchedBy,
  type Workspace,
} from '../workspace/index.js';
import { MAX_SUGGESTED, setFindingsBefore } from './id-suggestions.js';
import { findingsOf, inOrder, suppressIn } from './lint.js';
import { RULES } from './list.js';
import {
  chunkHasRule,
  chunksOf,
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
import { NEAR, type Report, type Rule } from './rule.js';

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

/** Blocks that follow each other, of which rules are asked. */
interface Stretch extends Span {
  readonly from: number;
  readonly to: number;
}

/** Some blocks, and all that stand so near to one of them that a rule may look at it from there. */
function* withNear(page: Page, indices: readonly number[]): Iterable<number> {
  const blocks = partsOf(page.facts)?.blocks ?? [];
  let last = -1;
  for (const index of indices.toSorted((a, b) => a - b)) {
    const { at = 0, length = 0 } = blocks[index] ?? {};
    const from = firstAtLeast(blocks, at - NEAR, (block) => block.at + block.length);
    const to = firstAtLeast(blocks, at + length + NEAR + 1, (block) => block.at);
    for (let near = Math.max(from, last + 1); near < to; near += 1) yield near;
    last = Math.max(last, to - 1);
  }
}

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

/** Whether what a rule reports may say which other names and ids come near: it may differ with any of them. */
export function maySuggest(rule: string): boolean {
  return RULE_BY_NAME.get(rule)?.names !== 'exact';
}

/** Those that suggest something for the first {@link MAX_SUGGESTED} of their findings in a page. */
const LIMITED: ReadonlySet<string> = new Set(['unresolved-name', 'unresolved-reference']);

/** Those around the edit, and the blocks elsewhere that look at what it changed; in order. */
function stretchesOf(
  page: Page,
  { from, to, after }: Around,
  touched: readonly number[],
): readonly Stretch[] {
  const blocks = partsOf(page.facts)?.blocks ?? [];
  const others = [...new Set(touched)].filter((at) => at < from || at >= to).sort((a, b) => a - b);
  const runs: { from: number; to: number }[] = [];
  for (const at of others) {
    const last = runs.at(-1);
    if (last?.to === at) last.to += 1;
    else runs.push({ from: at, to: at + 1 });
  }
  const stretches = runs.map((run) => ({ ...run, ...extent(blocks.slice(run.from, run.to)) }));
  if (from < to) stretches.push({ from, to, ...after });
  return stretches.sort((a, b) => a.from - b.from);
}

function isInAny(stretches: readonly Stretch[], { start }: Span): boolean {
  const stretch = stretches[firstAtLeast(stretches, start, ({ end }) => end)];
  return stretch !== undefined && stretch.start <= start;
}

interface Edit extends Span {
  /** Where what stood there before ended, in the text before. */
  readonly endBefore: number;
  readonly page: string;
}

/** The blocks that an edit may have changed something in, and what stands in them. */
interface Around {
  readonly edit: Edit;
  readonly from: number;
  readonly to: number;
  /** Where they stood in the text before, and where they stand now. */
  readonly before: Span;
  readonly after: Span;
}

function stretchAround(one: Page, other: Page): Around | undefined {
  const changed = changedBlocks(one.facts, other.facts);
  const gone = partsOf(one.facts)?.blocks ?? [];
  const come = partsOf(other.facts)?.blocks ?? [];
  if (changed === undefined || one.facts.role !== other.facts.role) return undefined;
  const { start, end } = changedPart(one.text, other.text);
  const endBefore = end - (other.text.length - one.text.length);
  const edit = { start, end, endBefore, page: other.id };
  // Front matter is for all of the page, and so is where a link by reference leads.
  if (start < (other.facts.front.span?.end ?? 0) || isFrontFaulty(other)) return undefined;
  const { start: first, goneEnd, comeEnd } = changed;
  const defining = [...gone.slice(first, goneEnd), ...come.slice(first, comeEnd)];
  if (defining.some(({ facts }) => facts.links.some(({ form }) => form === 'definition')))
    return undefined;
  const near = firstAtLeast(come, start - NEAR, ({ at, length }) => at + length);
  const behind = firstAtLeast(come, end + NEAR, ({ at }) => at);
  // Where no block says anything else, none but those around the edit are meant.
  const isSame = first === comeEnd && first === goneEnd;
  const from = isSame ? near : Math.min(first, near);
  const to = isSame ? behind : Math.max(comeEnd, behind);
  const toBefore = to - comeEnd + goneEnd;
  return {
    edit,
    from,
    to,
    before: extent(gone.slice(from, toBefore)),
    after: extent(come.slice(from, to)),
  };
}

/** What is wrong in the front matter is looked at from anywhere. */
function isFrontFaulty({ facts }: Page): boolean {
  const [first] = partsOf(facts)?.blocks ?? [];
  return facts.front.span !== undefined && first?.at === 0 && first.facts.faults.length > 0;
}

function extent(blocks: readonly { readonly at: number; readonly length: number }[]): Span {
  const [first] = blocks;
  const last = blocks.at(-1);
  if (first === undefined || last === undefined) return { start: -1, end: -1 };
  return { start: first.at, end: last.at + last.length };
}

const RULE_BY_NAME: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.name, rule]));

function isSeenInBlock(rule: string): boolean {
  const sees = RULE_BY_NAME.get(rule)?.sees;
  return sees !== undefined && sees !== 'text';
}

function isWithin({ start, end }: Span, place: Span): boolean {
  return start <= place.start && place.start <= end;
}

/** The rules that are asked about all of the page. */
function* rulesOfPage({ isTold, isMoved, isNamed }: Touched): Iterable<string> {
  const isSeen = isTold || isMoved || isNamed;
  for (const { name, sees } of RULES) {
    const isAsked = sees === undefined ? isSeen : sees === 'anchors' && isMoved;
    if (sees === 'text' || isAsked) yield name;
  }
}

interface Asking {
  readonly workspace: Workspace;
  readonly page: Page;
  readonly levels: ReturnType<typeof levelsAt>;
  /** Rules that are asked about the whole page anyway. */
  readonly anew: ReadonlySet<string>;
  readonly kept: readonly PlacedChunk[];
}

function askAbout(stretches: readonly Stretch[], asking: Asking): readonly Report[] {
  const { kept } = asking;
  const found: Report[] = [];
  for (const stretch of stretches) {
    const earlierOnes = [...found];
    const countOf = (rule: string): number =>
      countBefore(kept, rule, stretch.start) + countAmong(earlierOnes, rule, stretch.start);
    for (const report of askAboutOne(stretch, asking, countOf)) found.push(report);
  }
  return found;
}

/** @param countOf how many findings of a rule stand before the stretch */
function askAboutOne(
  { from, to, start }: Pick<Stretch, 'from' | 'to' | 'start'>,
  { workspace, page, levels, anew }: Omit<Asking, 'kept'>,
  countOf: (rule: string) => number,
): readonly Report[] {
  const blocks = partsOf(page.facts)?.blocks ?? [];
  const found: Report[] = [];
  const earlier = firstAtLeast(blocks, start - NEAR, ({ at, length }) => at + length);
  for (const [isAround, first] of [
    [false, from],
    [true, earlier],
  ] as const) {
    const part = partOfPage(page, first, to);
    setFindingsBefore(part, countOf);
    const rules = RULES.filter(
      ({ name, sees }) =>
        isSeenInBlock(name) && (sees === 'around') === isAround && !anew.has(name),
    );
    for (const report of findingsOf(part, workspace, levels, rules))
      if (report.span.start >= start) found.push(report);
  }
  return found;
}

function countAmong(
  reports: readonly Report[],
  of: string,
  offset: number = Number.POSITIVE_INFINITY,
): number {
  let count = 0;
  for (const { rule, span } of reports) if (rule === of && span.start < offset) count += 1;
  return count;
}

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

/** A report whose places have moved with the text; `undefined` if one of them was edited itself. */
function moveReport(report: Report, edit: Edit): Report | undefined {
  const { related, fixes } = report;
  const span = moveSpan(report.span, edit);
  if (span === undefined) return undefined;
  const movedRelated = related && moveAll(related, (place) => movePlace(place, edit));
  const movedFixes =
    fixes &&
    moveAll(fixes, (fix) => {
      const edits = moveAll(fix.edits, (each) => movePlace(each, edit));
      if (edits === undefined) return undefined;
      return edits === fix.edits ? fix : { ...fix, edits };
    });
  if ((related && !movedRelated) || (fixes && !movedFixes)) return undefined;
  if (span === report.span && movedRelated === related && movedFixes === fixes) return report;
  const { rule, severity, page, message } = report;
  // Field by field: of 100,000 findings a copy by `...` would be seen.
  if (movedRelated === undefined && movedFixes === undefined)
    return { span, message, rule, severity, page };
  return {
    ...report,
    span,
    ...(movedRelated && { related: movedRelated }),
    ...(movedFixes && { fixes: movedFixes }),
  };
}

/** The same list if nothing in it moved; `undefined` if something in it cannot be moved. */
function moveAll<T>(
  items: readonly T[],
  move: (item: T) => T | undefined,
): readonly T[] | undefined {
  let moved: T[] | undefined;
  for (const [index, item] of items.entries()) {
    const to = move(item);
    if (to === undefined) return undefined;
    if (to !== item) moved ??= items.slice(0, index);
    moved?.push(to);
  }
  return moved ?? items;
}

function movePlace<T extends { readonly page: string; readonly span: Span }>(
  place: T,
  edit: Edit,
): T | undefined {
  if (place.page !== edit.page) return place;
  const span = moveSpan(place.span, edit);
  return span === place.span ? place : span && { ...place, span };
}

function moveSpan(span: Span, { start, end, endBefore }: Edit): Span | undefined {
  if (span.end <= start && span.start < start) return span;
  if (span.start < endBefore || span.start < start) return undefined;
  return end === endBefore ? span : shift(span, end - endBefore);
}
