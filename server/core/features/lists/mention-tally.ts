import {
  countMentions,
  countMentionsIn,
  looksSame,
  type Page,
  pagesDiffering,
  perPage,
  perWorkspace,
  type Workspace,
} from '../../workspace/index.js';

/** How often entities are mentioned, as far as somebody has asked. */
interface Tally {
  readonly counts: Map<string, number>;
  /** Another object when one of them is another number. */
  stamp: object;
}

/** As many mentions as `countMentions` counts; after an edit only the page that it is in is counted again. */
export function mentionCount(workspace: Workspace, id: string): number {
  const { counts } = tallyOf(workspace);
  const count = counts.get(id) ?? countMentions(workspace, id).mentions;
  counts.set(id, count);
  return count;
}

/** The same object for as long as what was counted before is the same, and what is said of it. */
export function mentionStamp(workspace: Workspace): object {
  return tallyOf(workspace).stamp;
}

interface Known {
  readonly workspace: Workspace;
  readonly tally: Tally;
}

const latest = new WeakMap<Workspace['settings'], Known>();

const tallyOf = perWorkspace((workspace): Tally => {
  const before = latest.get(workspace.settings);
  const tally = (before && afterChange(before, workspace)) ?? { counts: new Map(), stamp: {} };
  latest.set(workspace.settings, { workspace, tally });
  return tally;
});

/** More pages of more entities are counted anew when somebody asks. */
const MOST_COUNTED = 5000;

function afterChange({ workspace: before, tally }: Known, after: Workspace): Tally | undefined {
  if (before.naming !== after.naming) return undefined;
  const pages = [...pagesDiffering(before.pages, after.pages)];
  if (pages.length === 0) return tally;
  if (pages.length * tally.counts.size > MOST_COUNTED) return undefined;
  const counts = new Map<string, number>();
  let isSame = pages.every((id) => saysSame(before.pages.get(id), after.pages.get(id)));
  for (const [id, count] of tally.counts) {
    let now = count;
    for (const page of pages)
      now +=
        countIn(after, after.pages.get(page), id) - countIn(before, before.pages.get(page), id);
    counts.set(id, now);
    isSame &&= now === count;
  }
  return { counts, stamp: isSame ? tally.stamp : {} };
}

/** Whether a page says the same of what it defines and promises. */
function saysSame(one: Page | undefined, other: Page | undefined): boolean {
  return one !== undefined && other !== undefined && looksSame(one, other);
}

function countIn(workspace: Workspace, page: Page | undefined, id: string): number {
  if (page === undefined) return 0;
  const { naming, counts } = pageCounts(page);
  if (naming !== workspace.naming) {
    pageCounts(page).naming = workspace.naming;
    counts.clear();
  }
  const count = counts.get(id) ?? countMentionsIn(workspace, page, id);
  counts.set(id, count);
  return count;
}

/** What comes of an edit is what the next one goes on from. */
const pageCounts = perPage((): PageCounts => ({ naming: undefined, counts: new Map() }));

interface PageCounts {
  naming: object | undefined;
  readonly counts: Map<string, number>;
}
