// Over 150 lines: what is kept of a page's findings, and what is asked anew, is one decision.
import { changedBlocks, partsOf } from '../brief/index.js';
import { changedPart, firstAtLeast, type Span, shift } from '../text/index.js';
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
import { findingsOf, inOrder, mergedInOrder } from './lint.js';
import { RULES } from './list.js';
import { NEAR, type Report, type Rule } from './rule.js';

/** What was found in a page, by place, before its comments suppress any of it. */
export interface Found {
  readonly workspace: Workspace;
  readonly page: Page;
  readonly reports: readonly Report[];
}

/** What all rules find in a page. */
export function findAll(workspace: Workspace, page: Page): Found {
  const levels = levelsAt(workspace.settings, page.id);
  return { workspace, page, reports: inOrder(findingsOf(page, workspace, levels, RULES)) };
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
  // A name that a mention has matters to what is said of those after it.
  if (touched.isNamed && page.facts.role !== 'registry') return undefined;
  const named = touched.isNamed ? blocksSuggesting(before, page) : [];
  const stretches = stretchesOf(page, around, [...blocksTouched(page, touched), ...named]);
  if (stretches.length > MAX_STRETCHES) return undefined;
  const levels = levelsAt(workspace.settings, page.id);
  const kept: Report[] = [];
  const anew = new Set(rulesOfPage(touched));
  const dropped: Report[] = [];
  let last = '';
  let isSeen = false;
  let isAnew = false;
  for (const report of before.reports) {
    const { rule } = report;
    // Nearly all of many are of one rule.
    if (rule !== last) {
      last = rule;
      isSeen = isSeenInBlock(rule);
      isAnew = anew.has(rule);
    }
    if (isAnew) continue;
    if (isSeen && isWithin(around.before, report.span)) {
      dropped.push(report);
      continue;
    }
    const moved = moveReport(report, around.edit);
    if (moved === undefined) {
      anew.add(rule);
      isAnew = true;
    } else if (isSeen && isInAny(stretches, moved.span)) dropped.push(moved);
    else kept.push(moved);
  }
  const asked = askAbout(stretches, { workspace, page, levels, anew, kept });
  for (const rule of overBudget(kept, asked, dropped)) anew.add(rule);
  const isLeft = ({ rule }: Report): boolean => !anew.has(rule);
  const whole = findingsOf(
    page,
    workspace,
    levels,
    RULES.filter(({ name }) => anew.has(name)),
  );
  const rest = kept.every(isLeft) ? kept : kept.filter(isLeft);
  // What was moved as far as its neighbours is in order still.
  const come = inOrder([...asked.filter(isLeft), ...whole]);
  return { workspace, page, reports: mergedInOrder(inOrder(rest), come) };
}

/** Where more than this may have changed, all is asked at once. */
const MAX_STRETCHES = 100;

/** Blocks that follow each other, of which rules are asked. */
interface Stretch extends Span {
  readonly from: number;
  readonly to: number;
}

/** The blocks outside of the edit where something is found that other names may change. */
function* blocksSuggesting({ page: before, reports }: Found, page: Page): Iterable<number> {
  const changed = changedBlocks(before.facts, page.facts);
  const gone = partsOf(before.facts)?.blocks ?? [];
  if (changed === undefined) return;
  const { start, goneEnd, comeEnd } = changed;
  for (const report of reports) {
    if (!maySuggest(report)) continue;
    const index = firstAtLeast(gone, report.span.start + 1, ({ at }) => at) - 1;
    if (index < start) yield index;
    if (index >= goneEnd) yield index - goneEnd + comeEnd;
  }
}

/** Whether a report may say which other names and ids come near: it may differ with any of them. */
export function maySuggest({ rule }: Report): boolean {
  return RULE_BY_NAME.get(rule)?.names !== 'exact';
}

/** Those around the edit, and each block elsewhere that looks at what it changed; in order. */
function stretchesOf(
  page: Page,
  { from, to, after }: Around,
  touched: readonly number[],
): readonly Stretch[] {
  const blocks = partsOf(page.facts)?.blocks ?? [];
  const others = [...new Set(touched)].filter((at) => at < from || at >= to);
  const stretches = others.map((at) => ({
    from: at,
    to: at + 1,
    ...extent(blocks.slice(at, at + 1)),
  }));
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
  const front = other.facts.front.span?.end ?? 0;
  // Front matter is for all of the page, and so is where a link by reference leads.
  if (start < front || (come[0]?.at === 0 && front > 0 && come[0].facts.faults.length > 0))
    return undefined;
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
  readonly kept: readonly Report[];
}

function askAbout(stretches: readonly Stretch[], asking: Asking): readonly Report[] {
  const { workspace, page, levels, anew, kept } = asking;
  const blocks = partsOf(page.facts)?.blocks ?? [];
  const found: Report[] = [];
  for (const { from, to, start } of stretches) {
    const earlier = firstAtLeast(blocks, start - NEAR, ({ at, length }) => at + length);
    const earlierOnes = [...found];
    const countOf = (rule: string): number =>
      countBefore(kept, rule, start) + countBefore(earlierOnes, rule, start);
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
  }
  return found;
}

function countBefore(reports: readonly Report[], of: string, offset: number): number {
  let count = 0;
  for (const { rule, span } of reports) if (rule === of && span.start < offset) count += 1;
  return count;
}

/**
 * Of how many slips is asked what was meant, goes by their order: one more is one less further down, if not so many
 * stand above.
 */
function* overBudget(
  kept: readonly Report[],
  asked: readonly Report[],
  dropped: readonly Report[],
): Iterable<string> {
  const everywhere = Number.POSITIVE_INFINITY;
  for (const rule of new Set([...dropped, ...asked].map((each) => each.rule))) {
    const less = countBefore(dropped, rule, everywhere);
    const more = countBefore(asked, rule, everywhere);
    if (less === more) continue;
    const total = countBefore(kept, rule, everywhere) + Math.max(less, more);
    if (total <= MAX_SUGGESTED) continue;
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
