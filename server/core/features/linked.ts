import { bySpan, type Span } from '../text/index.js';
import { isOnlyHere, type Page, type Workspace } from '../workspace/index.js';

/** What an id looks like while it is typed, as a regular expression. */
export const ID_PATTERN = '[a-z0-9][a-z0-9-]*';

/**
 * The id under the cursor wherever it stands in this page, to be typed at all of these places at once:
 * where the page defines it, and points at it. Never of an id that is defined twice, as who writes there
 * means to tell the two apart.
 * @param offset UTF-16
 */
export function linkedIds(
  workspace: Workspace,
  page: Page,
  offset: number,
): readonly Span[] | undefined {
  const { definitions, uses } = page.facts;
  const ids = [...definitions, ...uses].map(({ id }) => id);
  const here = ids.find(({ span }) => span.start <= offset && offset <= span.end);
  if (here === undefined) return undefined;
  const defined = definitions.find(({ id }) => id.text === here.text);
  if (defined === undefined || !isOnlyHere(workspace, page, defined)) return undefined;
  // What is quoted or decoded is not written as the id is.
  const spans = ids
    .filter(({ text, span }) => text === here.text && isWritten(page, text, span))
    .map(({ span }) => span)
    .sort(bySpan);
  return spans.length > 1 ? spans : undefined;
}

function isWritten({ text }: Page, id: string, { start, end }: Span): boolean {
  return text.slice(start, end) === id;
}
