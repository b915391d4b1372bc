// What is offered at a cursor, and the texts that come of it.
import {
  type ActionRequest,
  applyEdits,
  lint,
  type Offer,
  offersFor,
  type PageEdit,
  type PageId,
  type Workspace,
} from '../../server/core/index.js';
import { type Cursor, workspaceWithCursor } from './features.js';

export interface Offered extends Offer {
  readonly action: string;
  readonly made: readonly PageEdit[];
}

export function offersAt(
  { workspace, page, selection }: Pick<Cursor, 'workspace' | 'page' | 'selection'>,
  ask: Partial<ActionRequest> = {},
): readonly Offered[] {
  const all = lint(workspace, page.id, workspace.settings.levels);
  const reports = all.filter(
    ({ span }) => span.start <= selection.end && selection.start <= span.end,
  );
  const offers = offersFor({
    workspace,
    page,
    selection,
    reports,
    all: () => all,
    trigger: 'asked',
    newPages: 'allowed',
    ...ask,
  });
  return [...offers].map((offer) => ({
    ...offer,
    made: typeof offer.edits === 'function' ? offer.edits() : offer.edits,
  }));
}

/** The titles of what is offered at the cursor of a drawn workspace, in order. */
export function titlesAt(markdown: string, ...only: readonly string[]): readonly string[] {
  const asked = only.length > 0 ? { only } : {};
  return offersAt(workspaceWithCursor(markdown), asked).map(({ title }) => title);
}

/** The text of a page after edits; of a page that is not there, what is made. */
export function afterEdits({ pages }: Workspace, page: PageId, edits: readonly PageEdit[]): string {
  const here = edits.filter((edit) => edit.page === page);
  return applyEdits(pages.get(page)?.text ?? '', here);
}

/**
 * The texts after the one offer of that title at the cursor, by path: those that it changes, and
 * nothing of their front matter.
 */
export function chosen(
  markdown: string,
  title: string | RegExp,
  ask: Partial<ActionRequest> = {},
): Readonly<Record<string, string>> {
  const cursor = workspaceWithCursor(markdown);
  const offers = offersAt(cursor, ask);
  const fits = (each: string): boolean =>
    typeof title === 'string' ? each === title : title.test(each);
  const found = offers.filter((offer) => fits(offer.title));
  if (found.length !== 1) {
    const titles = offers.map((offer) => offer.title).join('\n');
    throw new Error(`${found.length} offers are called ${title} among\n${titles}`);
  }
  const made = found[0]?.made ?? [];
  const pages = new Set(made.map(({ page }) => page));
  return Object.fromEntries(
    [...pages].map((page) => [page, afterEdits(cursor.workspace, page, made)]),
  );
}
