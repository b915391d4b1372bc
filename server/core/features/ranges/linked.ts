import { bySpan, type Span } from '../../text/index.js';
import { isOnlyHere, type Page, partAt, usesIn, type Workspace } from '../../workspace/index.js';

/** What an id looks like while it is typed, as a regular expression. */
export const ID_PATTERN = '[a-z0-9][a-z0-9-]*';

/**
 * The places to be typed at once when the cursor is at an id where it is defined: there, and wherever this
 * page points at it. Not from where it is pointed at, as who writes there means to point elsewhere; and
 * never of an id that is defined twice, as who writes there means to tell the two apart.
 * @param offset UTF-16
 */
export function linkedIds(
  workspace: Workspace,
  page: Page,
  offset: number,
): readonly Span[] | undefined {
  const defined = partAt(page, offset).facts.definitions.find(
    ({ id: { span } }) => span.start <= offset && offset <= span.end,
  );
  if (defined === undefined || !isOnlyHere(workspace, page, defined)) return undefined;
  // What is quoted or decoded is not written as the id is.
  const spans = [defined, ...usesIn(page, defined.id.text)]
    .map(({ id }) => id)
    .filter(({ text, span }) => text === defined.id.text && isWritten(page, text, span))
    .map(({ span }) => span)
    .sort(bySpan);
  return spans.length > 1 ? spans : undefined;
}

function isWritten({ text }: Page, id: string, { start, end }: Span): boolean {
  return text.slice(start, end) === id;
}
