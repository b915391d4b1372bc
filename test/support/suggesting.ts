// What is suggested for texts, in this process.
import {
  type Annotations,
  annotationsFor,
  type Correction,
  languageOfPage,
  type Page,
  type Workspace,
} from '../../server/core/index.js';
import { type Candidate, NameIndex, suggest } from '../../server/core/suggest/engine/index.js';
import { pageForSuggestions, registeredNames } from '../../server/core/suggest/index.js';

/** All that is suggested in a page, whatever its level. */
export function candidatesIn(workspace: Workspace, page: Page): readonly Candidate[] {
  const names = new NameIndex(
    registeredNames(workspace),
    languageOfPage(workspace, page).names.elisions,
  );
  return suggest({ ...pageForSuggestions(workspace, page), names });
}

/** What would be tagged in a page, of these levels. */
export function annotationsIn(
  workspace: Workspace,
  id: string,
  levels: readonly string[] = ['certain', 'likely'],
  corrections: readonly Correction[] = [],
): Annotations {
  const page = workspace.pages.get(id);
  if (page === undefined) throw new Error(`there is no ${id}`);
  const candidates = candidatesIn(workspace, page).filter(({ level }) => levels.includes(level));
  return annotationsFor(workspace, [{ page, candidates }], corrections);
}
