import { partsOf } from '../brief/index.js';
import { firstAtLeast } from '../text/index.js';
import { type levelsAt, type Page, partOfPage, type Workspace } from '../workspace/index.js';
import type { Stretch } from './edit-stretches.js';
import { setFindingsBefore } from './id-suggestions.js';
import { findingsOf } from './lint.js';
import { RULES } from './list.js';
import { countAmong, countBefore, type PlacedChunk } from './report-list.js';
import { NEAR, type Report } from './rule.js';
import { isSeenInBlock } from './rule-scope.js';

interface Asking {
  readonly workspace: Workspace;
  readonly page: Page;
  readonly levels: ReturnType<typeof levelsAt>;
  /** Rules that are asked about the whole page anyway. */
  readonly anew: ReadonlySet<string>;
  readonly kept: readonly PlacedChunk[];
}

/** What the rules that look at blocks find in some of them, one stretch after the other. */
export function askAbout(stretches: readonly Stretch[], asking: Asking): readonly Report[] {
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
export function askAboutOne(
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
