import {
  isRefused,
  type PageEdit,
  prepareRename,
  type Renaming,
  rename,
  type Workspace,
} from '../../../../server/core/index.js';
import { drawChanges } from '../changes.js';
import { markAt, NOTHING, orNothing, placeOf, type Question } from '../question.js';

export const renameQuestion: Question = {
  word: 'rename',
  summary:
    'what changes when the thing under the cursor is renamed `to="…"`, and which of it a person is asked about first; under a line the words that are marked and what stands in the box to begin with',
  about: 'spot',
  required: ['to'],
  marks: (asking) => {
    const begun = prepareRename(asking.workspace, asking.page, asking.spot.start);
    if (begun === undefined) return markAt(asking, undefined);
    if (isRefused(begun)) return markAt(asking, `refused: ${begun.refused}`);
    return markAt(asking, begun.placeholder, begun.span);
  },
  answer: ({ workspace, page, spot, option }) => {
    const renaming = rename(workspace, page, spot.start, option('to') ?? '');
    if (renaming === undefined) return [NOTHING];
    if (isRefused(renaming)) return [`refused: ${renaming.refused}`];
    return orNothing([...changesOf(workspace, renaming.edits), ...askedAbout(workspace, renaming)]);
  },
};

/** What edits change in each page, in the order of the edits' pages. */
export function changesOf({ pages }: Workspace, edits: readonly PageEdit[]): readonly string[] {
  return [...new Set(edits.map(({ page }) => page))].flatMap((page) =>
    drawChanges(
      page,
      pages.get(page)?.text,
      edits.filter((edit) => edit.page === page),
    ),
  );
}

function askedAbout(
  workspace: Workspace,
  { edits, needsConfirmation }: Renaming,
): readonly string[] {
  const places = edits.filter((edit) => needsConfirmation.has(edit));
  return places.map(({ page, span }) => `asked: ${placeOf(workspace, page, span)}`);
}
