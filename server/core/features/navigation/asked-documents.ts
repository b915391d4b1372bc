import {
  definitionsOf,
  linkTarget,
  type Page,
  type PageId,
  partAt,
  type Workspace,
} from '../../workspace/index.js';
import type { Move } from '../rename/moved-files.js';
import { targetAt } from '../target-at.js';
import { idsOfTarget } from './navigation-targets.js';

/**
 * The ordinary documents that an answer looks into. Those that were not read yet must be, before it is made:
 * by the shell, which has the disk.
 */
export interface DocumentsAsked {
  readonly named: readonly PageId[];
  /** Files and folders: every document that links to one of them. */
  readonly linkedTo: readonly PageId[];
}

/** For a hover over a link at an offset (UTF-16), or for following it. */
export function documentsBehind(page: Page, offset: number): DocumentsAsked {
  const links = partAt(page, offset).facts.links.filter(
    ({ span }) => span.start <= offset && offset <= span.end,
  );
  return { named: links.flatMap((link) => targetsOf(page, link)), linkedTo: [] };
}

/** For the titles of all that a page links to. */
export function documentsLinkedFrom(page: Page): DocumentsAsked {
  return { named: page.facts.links.flatMap((link) => targetsOf(page, link)), linkedTo: [] };
}

/** For all links to what stands at an offset, or to what the link there leads to. */
export function documentsReferringTo(
  workspace: Workspace,
  page: Page,
  offset: number,
): DocumentsAsked {
  const { named } = documentsBehind(page, offset);
  const isHeading = targetAt(workspace, page, offset)?.type === 'heading';
  return { named, linkedTo: isHeading ? [...named, page.id] : named };
}

/** For another name of what stands at an offset: links may lead to the tag that defines it, too. */
export function documentsToRename(
  workspace: Workspace,
  page: Page,
  offset: number,
): DocumentsAsked {
  const asked = documentsReferringTo(workspace, page, offset);
  const subject = targetAt(workspace, page, offset);
  const ids = subject === undefined ? [] : idsOfTarget(workspace, page, subject);
  const defining = ids
    .flatMap((id) => definitionsOf(workspace, id))
    .flatMap(({ page: at, definition }) => (definition.tag === undefined ? [] : [at]));
  return { ...asked, linkedTo: [...new Set([...asked.linkedTo, ...defining])] };
}

/** For links that must follow what moves: to it, and in it. */
export function documentsToMove({ pages }: Workspace, moves: readonly Move[]): DocumentsAsked {
  const moved = moves.map(({ from }) => from);
  const named = [...pages.keys()].filter((id) =>
    moved.some((from) => id === from || id.startsWith(`${from}/`)),
  );
  return { named, linkedTo: moved };
}

/** Some sites leave the ending out. */
function targetsOf(page: Page, link: Page['facts']['links'][number]): readonly PageId[] {
  const target = linkTarget(page, link)?.page;
  return target === undefined ? [] : [target, `${target}.md`];
}
