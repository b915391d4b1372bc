import type { LinkFact } from '../../brief/index.js';
import type { PageEdit } from '../../rules/index.js';
import { linkTarget, type Page, type PageId, type Workspace } from '../../workspace/index.js';
import { movedLink } from './moved-links.js';
import { sortedOnce } from './rename-model.js';

/** A file or a folder that is to be called otherwise; paths below the workspace's root. */
export interface Move {
  readonly from: PageId;
  readonly to: PageId;
}

/**
 * The edits that keep every link leading to where it leads now: those to what moves, and those in pages
 * that move. They are made before the files move, so they are told of the old pages.
 */
export function moveFiles(workspace: Workspace, moves: readonly Move[]): readonly PageEdit[] {
  const names = new Map(moves.map(({ from, to }) => [from, to]));
  const edits: PageEdit[] = [];
  for (const page of workspace.pages.values()) {
    const from = movedId(names, page.id);
    for (const link of page.facts.links) {
      const edit = editOf(workspace, names, page, link, from);
      if (edit !== undefined) edits.push(edit);
    }
  }
  return sortedOnce(edits);
}

/** What a file is called after the move of itself or of a folder it lies in; the innermost counts. */
function movedId(names: ReadonlyMap<PageId, PageId>, id: PageId): PageId {
  for (let end = id.length; end > 0; end = id.lastIndexOf('/', end - 1)) {
    const to = names.get(id.slice(0, end));
    if (to !== undefined) return to + id.slice(end);
  }
  return id;
}

function editOf(
  { pages }: Workspace,
  names: ReadonlyMap<PageId, PageId>,
  page: Page,
  link: LinkFact,
  from: PageId,
): PageEdit | undefined {
  const target = linkTarget(page, link)?.page;
  if (target === undefined) return undefined;
  // An anchor alone leads to its own page, wherever that lies.
  if (/^\s*#/.test(link.target.text)) return undefined;
  const isShort = !pages.has(target) && pages.has(`${target}.md`);
  const moved = movedId(names, isShort ? `${target}.md` : target);
  const to = isShort ? moved.replace(/\.md$/, '') : moved;
  if (to === target && from === page.id) return undefined;
  if (linkTarget({ ...page, id: from }, link)?.page === to) return undefined;
  return movedLink(page, link, from, to);
}
