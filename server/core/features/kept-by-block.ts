import { changedBlocks, type PlacedFacts, partsOf } from '../brief/index.js';
import {
  blocksTouched,
  type Page,
  pagesDiffering,
  partOfPage,
  touchedBy,
  type Workspace,
} from '../workspace/index.js';

/** What was made of each block of a page at one moment: the next edit goes on from there. */
export interface KeptByBlock<T> {
  readonly workspace: Workspace;
  readonly page: Page;
  /** One for each block, in order. */
  readonly pieces: readonly T[];
  /** How many of them were made for this moment. */
  readonly made: number;
}

/**
 * What is made of each block of a page. After an edit only those blocks are asked anew that changed or that look at what
 * did (`touched.ts`).
 * @param make of a part of the page that is one block; must count places from where the block begins, and may look at what
 *   findings may look at, but not at other blocks, the whole text, or links
 * @returns `undefined` where the facts of a page are not kept by block
 */
export function keptByBlock<T>(
  before: KeptByBlock<T> | undefined,
  workspace: Workspace,
  page: Page,
  make: (part: Page, block: PlacedFacts) => T,
): KeptByBlock<T> | undefined {
  const blocks = partsOf(page.facts)?.blocks;
  if (blocks === undefined) return undefined;
  if (before?.page === page && before.workspace === workspace) return before;
  const isKept = (before && keptFrom(before, workspace, page)) ?? (() => undefined);
  let made = 0;
  const pieces = blocks.map((block, index) => {
    const from = isKept(index);
    if (from !== undefined) return before?.pieces[from] as T;
    made += 1;
    return make(partOfPage(page, index, index + 1), block);
  });
  return { workspace, page, pieces, made };
}

/** Too much may have changed for a look at each. */
const MAX_PAGES = 50;

/** Where a block stood whose piece is still right; `undefined` where all may differ. */
function keptFrom<T>(
  before: KeptByBlock<T>,
  after: Workspace,
  page: Page,
): ((index: number) => number | undefined) | undefined {
  const { workspace } = before;
  const isSame =
    workspace.settings === after.settings &&
    workspace.vocabulary === after.vocabulary &&
    workspace.today === after.today &&
    workspace.naming === after.naming;
  if (!isSame || before.page.id !== page.id) return undefined;
  if (before.page.facts.role !== page.facts.role) return undefined;
  const edited = [...pagesDiffering(workspace.pages, after.pages)];
  if (edited.length > MAX_PAGES) return undefined;
  const changed =
    before.page === page ? NOTHING_CHANGED : changedBlocks(before.page.facts, page.facts);
  const touched = changed && touchedBy(workspace, after, edited);
  if (changed === undefined || touched === undefined) return undefined;
  const stale = new Set(blocksTouched(page, touched));
  const { start, goneEnd, comeEnd } = changed;
  return (index) => {
    if (stale.has(index) || (index >= start && index < comeEnd)) return undefined;
    return index < start ? index : index - comeEnd + goneEnd;
  };
}

const NOTHING_CHANGED = { start: 0, goneEnd: 0, comeEnd: 0 };
