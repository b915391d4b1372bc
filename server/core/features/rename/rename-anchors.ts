import type { HeadingFact } from '../../brief/index.js';
import type { PageEdit } from '../../rules/index.js';
import { applyEdits, groupBy, type TextEdit } from '../../text/index.js';
import { type Page, readPageByBlock, type Workspace } from '../../workspace/index.js';
import { anchorEdits } from './moved-links.js';
import { isRefused, type RenameRefused, type Renaming, sortedOnce } from './rename-model.js';

/** A renaming with the links that lead to headings whose words it changes. */
export function withAnchors(
  workspace: Workspace,
  renaming: Renaming | RenameRefused,
): Renaming | RenameRefused {
  if (isRefused(renaming)) return renaming;
  const links: PageEdit[] = [];
  for (const [id, edits] of groupBy(renaming.edits, ({ page }) => page)) {
    const page = workspace.pages.get(id);
    if (page === undefined || !changesHeading(page, edits)) continue;
    const after = headingsAfter(workspace, page, edits);
    if (after !== undefined) links.push(...anchorEdits(workspace, page, newAnchors(page, after)));
  }
  if (links.length === 0) return renaming;
  return { ...renaming, edits: sortedOnce([...renaming.edits, ...links]) };
}

function changesHeading({ facts }: Page, edits: readonly PageEdit[]): boolean {
  return facts.headings.some(({ span }) =>
    edits.some((edit) => edit.span.start < span.end && span.start <= edit.span.end),
  );
}

/** The headings of a page after edits; `undefined` if there are more or fewer of them then. */
export function headingsAfter(
  { settings, vocabulary }: Workspace,
  page: Page,
  edits: readonly TextEdit[],
): readonly HeadingFact[] | undefined {
  const text = applyEdits(page.text, edits);
  const { headings } = readPageByBlock(page.id, text, settings, vocabulary, page).facts;
  return headings.length === page.facts.headings.length ? headings : undefined;
}

/** The anchors that change, by the old ones in lower case. */
export function newAnchors(
  { facts }: Page,
  after: readonly HeadingFact[],
): ReadonlyMap<string, string> {
  const anchors = new Map<string, string>();
  for (const [at, { slug }] of facts.headings.entries()) {
    const next = after[at]?.slug ?? slug;
    if (next !== slug) anchors.set(slug.toLowerCase(), next);
  }
  return anchors;
}
