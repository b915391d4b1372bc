import type { Span } from '../../text/index.js';
import { languageOfPage, type Page, perKey, type Workspace } from '../../workspace/index.js';
import { annotationsFor } from '../annotations/annotate.js';
import type { Annotations } from '../annotations/annotation.js';
import { askedOf } from '../annotations/asked-of.js';
import type { Candidate } from '../engine/candidate.js';
import { suggest } from '../engine/index.js';
import { isAskedFor } from '../never-suggested.js';
import { pageForSuggestions } from '../page-for-suggestions.js';
import { nameIndexes } from './name-indexes.js';

/** Suggests tags in pages. */
export interface Suggestions {
  /** All that could be tagged in a page, however sure, in reading order, the outer before the inner. */
  candidatesIn(workspace: Workspace, page: Page): readonly Candidate[];
  /** As {@link candidatesIn}, as far as some parts of the page show, which are in order: see `partsNear`. */
  candidatesInParts(workspace: Workspace, page: Page, parts: readonly Span[]): readonly Candidate[];
  /** What is suggested in a page: all that the settings of its workspace ask for. */
  suggestionsOf(workspace: Workspace, page: Page): Annotations;
}

/** With a memory for the names of a workspace. */
export function createSuggestions(): Suggestions {
  const indexOf = nameIndexes();
  const candidatesIn = (
    workspace: Workspace,
    page: Page,
    parts?: readonly Span[],
  ): readonly Candidate[] => {
    const names = indexOf(workspace, languageOfPage(workspace, page));
    return suggest({ ...pageForSuggestions(workspace, page, parts), names });
  };
  return {
    candidatesIn: (workspace, page) => candidatesIn(workspace, page),
    candidatesInParts: candidatesIn,
    suggestionsOf: perKey((workspace, page: Page) => {
      const candidates = askedOf(candidatesIn(workspace, page), (one) =>
        isAskedFor(workspace.settings, one),
      );
      return annotationsFor(workspace, [{ page, candidates }]);
    }),
  };
}
