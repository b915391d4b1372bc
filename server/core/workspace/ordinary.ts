import { type Facts, mayHoldTags, type Vocabulary } from '../brief/index.js';
import { pagesWith } from './graph.js';
import { linkTarget, targetsIn } from './links.js';
import { perPage } from './memo.js';
import type { Page, PageId, Workspace } from './model.js';
import { isBriefPath, isRegistryPath, type Settings } from './settings/index.js';

/**
 * Whether a file is an ordinary document: Markdown that is no brief. Nothing is found in it, and others can
 * only link to it, so it is not read until something asks for its headings, anchors or links. Takes one pass
 * over the text; in doubt the answer is `false`, and reading it tells.
 */
export function isOrdinary(
  id: PageId,
  text: string,
  settings: Settings,
  vocabulary: Vocabulary,
): boolean {
  if (isRegistryPath(settings, id)) return false;
  const named = isBriefPath(settings, id);
  return named === undefined ? !mayHoldTags(text, vocabulary) : !named;
}

/** An ordinary document of which nothing is known but that it is there. */
export function unreadPage(id: PageId): Page {
  return { id, text: '', facts: UNREAD_FACTS, unread: true };
}

const UNREAD_FACTS: Facts = {
  role: 'document',
  front: { span: undefined, source: [] },
  tags: [],
  definitions: [],
  uses: [],
  headings: [],
  links: [],
  footnotes: [],
  faults: [],
  suppressions: [],
};

/** Of some pages, those that were not read yet, each once. */
export function unreadAmong(
  { pages }: Pick<Workspace, 'pages'>,
  ids: Iterable<PageId>,
): readonly PageId[] {
  return [...new Set(ids)].filter((id) => pages.peek(id)?.unread === true);
}

/**
 * The unread documents that findings depend on: those with a heading that a brief links to. The shell reads
 * them, and puts them in as pages, before anything is linted. Sorted.
 * @param changed after a change, the pages that changed: the others' links were looked at before
 */
export function documentsToRead(
  workspace: Workspace,
  changed?: Iterable<PageId>,
): readonly PageId[] {
  const { graph, pages } = workspace;
  const targets = changed === undefined ? graph.links.keys() : targetsAround(workspace, changed);
  const isLinkedInto = (target: PageId): boolean =>
    pagesLinkingTo(workspace, target).some((id) => {
      const page = pages.get(id);
      return page !== undefined && headingTargets(page).has(target);
    });
  return unreadAmong(workspace, targets).filter(isLinkedInto).sort();
}

/** The briefs and registries that link to a page. */
export function pagesLinkingTo({ graph }: Workspace, id: PageId): readonly PageId[] {
  return pagesWith(graph, 'links', id);
}

/** Changed pages, and what they link to. */
function* targetsAround({ pages }: Workspace, changed: Iterable<PageId>): Iterable<PageId> {
  for (const id of changed) {
    yield id;
    const page = pages.get(id);
    if (page !== undefined) yield* headingTargets(page);
  }
}

/** The pages to whose headings (or other anchors) a brief links. */
export const headingTargets: (page: Page) => ReadonlySet<PageId> = perPage((page) => {
  const targets = new Set<PageId>();
  if (page.facts.role !== 'brief') return targets;
  for (const link of targetsIn(page.facts)) {
    const target = linkTarget(page, link);
    if (target?.anchor !== undefined) targets.add(target.page);
  }
  return targets;
});
