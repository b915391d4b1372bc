import { kindsOfId } from './definitions.js';
import { pagesWith } from './graph.js';
import { perKey } from './memo.js';
import type { Page, PageId, Symbols, Workspace } from './model.js';
import { idsInAnyCase } from './names.js';
import { symbolByBlock } from './page-symbols.js';
import { keysOf, mentionsIn, mentionsOf } from './resolve.js';

/** How often something is spoken of, and in how many pages. */
export interface MentionCount {
  readonly mentions: number;
  readonly pages: number;
}

/**
 * As many as `mentionsOf` has, without making a list of them: thousands are counted while a person
 * moves the mouse.
 */
export const countMentions: (workspace: Workspace, id: string) => MentionCount = perKey(count);

function count(workspace: Workspace, id: string): MentionCount {
  const keys = keysAlone(workspace, id);
  if (keys === undefined) return listed(workspace, id);
  const tally: Tally = { mentions: 0, pages: new Set() };
  for (const key of keys) {
    tallyPages(workspace, 'mentions', key, tally, (page) => byWords(page, key));
  }
  const kinds = kindsOfId(workspace, id);
  tallyPages(workspace, 'uses', id, tally, (page) => byRef(page, id, kinds));
  tallyPages(workspace, 'definitions', id, tally, (page) => definedIn(page, id));
  return { mentions: tally.mentions, pages: tally.pages.size };
}

/** As {@link countMentions}, in one page. */
export function countMentionsIn(workspace: Workspace, page: Page, id: string): number {
  const keys = keysAlone(workspace, id);
  if (keys === undefined) {
    const tags = new Set(mentionsIn(workspace, page, id));
    return tags.size + definedIn(page, id);
  }
  const named = keys.reduce((sum, key) => sum + byWords(page, key), 0);
  return named + byRef(page, id, kindsOfId(workspace, id)) + definedIn(page, id);
}

/** The caseless names of an entity; `undefined` where one of them is somebody else's too. */
function keysAlone(workspace: Workspace, id: string): readonly string[] | undefined {
  // The words of a commitment are no name: nobody is found by them.
  const keys = keysOf(workspace, id).filter((key) => idsInAnyCase(workspace, key).includes(id));
  return keys.some((key) => idsInAnyCase(workspace, key).length > 1) ? undefined : keys;
}

interface Tally {
  mentions: number;
  readonly pages: Set<PageId>;
}

/** Family by family: what a page has of another one is not looked for in it. */
function tallyPages(
  { graph, pages }: Workspace,
  family: keyof Symbols,
  symbol: string,
  tally: Tally,
  countIn: (page: Page) => number,
): void {
  for (const id of pagesWith(graph, family, symbol)) {
    const page = pages.get(id);
    const here = page === undefined ? 0 : countIn(page);
    if (here === 0) continue;
    tally.mentions += here;
    tally.pages.add(id);
  }
}

/** Where a name is several entities' in some spelling, each mention must be looked at. */
function listed(workspace: Workspace, id: string): MentionCount {
  const found = mentionsOf(workspace, id);
  return { mentions: found.length, pages: new Set(found.map(({ page }) => page)).size };
}

function byWords(page: Page, key: string): number {
  let found = 0;
  for (const { items } of symbolByBlock(page, 'mentions', key)) found += items.length;
  return found;
}

function byRef(page: Page, id: string, kinds: ReadonlySet<string>): number {
  let found = 0;
  for (const { items, tags } of symbolByBlock(page, 'uses', id)) {
    let last: number | undefined;
    for (const { attribute, tag: index } of items) {
      // Uses stand in order of place: of a `ref` that names the id twice they are neighbours.
      if (attribute !== 'ref' || index === undefined || index === last) continue;
      last = index;
      const tag = tags[index];
      if (tag?.role === 'mention' && kinds.has(tag.kind)) found += 1;
    }
  }
  return found;
}

/** The words that define something in a sentence speak of it. */
function definedIn(page: Page, id: string): number {
  let found = 0;
  for (const { items, tags } of symbolByBlock(page, 'definitions', id)) {
    for (const { tag: index } of items) {
      const tag = index === undefined ? undefined : tags[index];
      if (tag?.role === 'definition' && tag.form === 'text') found += 1;
    }
  }
  return found;
}
