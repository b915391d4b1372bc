import { linesOf, type Place, perPage, type Workspace } from '../../core/index.js';

/** The line of a place, from 1. */
export function lineOfPlace({ pages }: Workspace, { page: id, span }: Place): number {
  const page = pages.get(id);
  return page === undefined ? 1 : linesOfPage(page).positionAt(span.start).line + 1;
}

const linesOfPage = perPage(({ text }) => linesOf(text));
