import { EACH_OTHER, tagOf } from '../brief/index.js';
import { commitmentOfTag, commitmentsIn } from './commitments.js';
import { pagesWith } from './graph.js';
import { perKey, perWorkspace } from './memo.js';
import type { Commitment, Page, Workspace } from './model.js';
import { symbolByBlock } from './page-symbols.js';

/** What an entity owes: as who must act (`by`) and as on whose behalf another does (`for`). */
export function commitmentsBy(workspace: Workspace, id: string): readonly Commitment[] {
  return pointing(workspace, id, (commitment) => owes(commitment, id));
}

/** What is owed to an entity; of a mutual commitment, to each of those who owe it. */
export function commitmentsTo(workspace: Workspace, id: string): readonly Commitment[] {
  return pointing(
    workspace,
    id,
    (commitment) =>
      commitment.to.includes(id) || (commitment.to.includes(EACH_OTHER) && owes(commitment, id)),
  );
}

/** What was promised under an agreement or at an event. */
export function commitmentsUnder(workspace: Workspace, id: string): readonly Commitment[] {
  return pointing(workspace, id, ({ under, event }) => under === id || event === id);
}

function owes(commitment: Commitment, id: string): boolean {
  return commitment.by.includes(id) || commitment.for.includes(id);
}

export interface BackLinks {
  readonly partOf: readonly Commitment[];
  readonly dependsOn: readonly Commitment[];
  readonly supersedes: readonly Commitment[];
  readonly fulfils: readonly Commitment[];
}

/** The commitments that name this one in those attributes, by path and place. */
export function backLinks(workspace: Workspace, commitmentId: string): BackLinks {
  const naming = (relation: keyof BackLinks): readonly Commitment[] =>
    pointing(workspace, commitmentId, (commitment) => commitment[relation].includes(commitmentId));
  return {
    partOf: naming('partOf'),
    dependsOn: naming('dependsOn'),
    supersedes: naming('supersedes'),
    fulfils: naming('fulfils'),
  };
}

/** Looks only at pages where a commitment points at the id. */
function pointing(
  workspace: Workspace,
  id: string,
  test: (commitment: Commitment) => boolean,
): readonly Commitment[] {
  return pagesInTerms(workspace, id).flatMap((page) =>
    commitmentsNear(workspace, page, id).filter(test),
  );
}

/** Those of a page that may point at an id. What faulty attributes point at is not among its uses. */
function commitmentsNear(workspace: Workspace, page: Page, id: string): readonly Commitment[] {
  const known = near(workspace);
  const key = `${id}\0${page.id}`;
  const found = known.get(key) ?? foundNear(workspace, page, id);
  known.set(key, found);
  return found;
}

/** Asked for what is owed by somebody, to somebody, and under something: once for each hover is enough. */
const near = perWorkspace(() => new Map<string, readonly Commitment[]>());

function foundNear(workspace: Workspace, page: Page, id: string): readonly Commitment[] {
  if (page.facts.faults.length > 0) return commitmentsIn(workspace, page);
  const indices = new Set<number>();
  for (const { items, tags, before } of symbolByBlock(page, 'uses', id)) {
    for (const { tag } of items)
      if (tag !== undefined && tags[tag]?.role === 'commitment') indices.add(before + tag);
  }
  return [...indices]
    .sort((a, b) => a - b)
    .flatMap((index) => commitmentOfTag(workspace, page, tagOf(page.facts, index)) ?? []);
}

/** The pages with a commitment that points at an id: of 10,000 that mention it, often few. */
const pagesInTerms = perKey((workspace, id: string): readonly Page[] => {
  const pages: Page[] = [];
  for (const pageId of pagesWith(workspace.graph, 'uses', id)) {
    const page = workspace.pages.get(pageId);
    if (page !== undefined && pointsFromTerms(page, id)) pages.push(page);
  }
  return pages;
});

function pointsFromTerms(page: Page, id: string): boolean {
  for (const { items, tags } of symbolByBlock(page, 'uses', id)) {
    for (const { attribute, tag } of items)
      if (attribute !== 'ref' && tag !== undefined && tags[tag]?.role === 'commitment') return true;
  }
  return false;
}
