import { languageOfPage, type Page, perKey, type Workspace } from '../../workspace/index.js';
import { annotationsFor } from '../annotations/annotate.js';
import type { Annotations } from '../annotations/annotation.js';
import { type Candidate, suggest } from '../engine/index.js';
import { isAskedFor } from '../never-suggested.js';
import { pageForSuggestions } from '../page-for-suggestions.js';
import { nameIndexOf } from './name-index.js';

/** What is suggested in a page: all that the settings of its workspace ask for. */
export const suggestionsOf: (workspace: Workspace, page: Page) => Annotations = perKey(
  (workspace, page: Page) => {
    const candidates = candidatesIn(workspace, page).filter((one) =>
      isAskedFor(workspace.settings, one),
    );
    return annotationsFor(workspace, [{ page, candidates }]);
  },
);

/** All that could be tagged in a page, however sure, in reading order, the outer before the inner. */
export function candidatesIn(workspace: Workspace, page: Page): readonly Candidate[] {
  const names = nameIndexOf(workspace, languageOfPage(workspace, page));
  return suggest({ ...pageForSuggestions(workspace, page), names });
}
