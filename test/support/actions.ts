// What is offered at a cursor, and the texts that come of it.
import {
  type ActionRequest,
  applyEdits,
  lint,
  type Offer,
  offersFor,
  type PageEdit,
  type PageId,
  reportsAndGathered,
  type Workspace,
} from '../../server/core/index.js';
import type { Cursor } from './features.js';

export interface Offered extends Offer {
  readonly action: string;
  readonly made: readonly PageEdit[];
}

export function offersAt(
  { workspace, page, selection }: Pick<Cursor, 'workspace' | 'page' | 'selection'>,
  ask: Partial<ActionRequest> = {},
): readonly Offered[] {
  const all = lint(workspace, page.id, workspace.settings.levels);
  const reports = reportsAndGathered(page, all).filter(
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

/** The text of a page after edits; of a page that is not there, what is made. */
export function afterEdits({ pages }: Workspace, page: PageId, edits: readonly PageEdit[]): string {
  const here = edits.filter((edit) => edit.page === page);
  return applyEdits(pages.get(page)?.text ?? '', here);
}
