import { shortened } from '../../rules/index.js';
import type { Page, Workspace } from '../../workspace/index.js';
import type { Completion } from './completion.js';
import { detailOf } from './ids.js';
import type { LabelContext } from './label-context.js';
import { likelyMatches } from './likely-matches.js';
import { labelText, nameEdit } from './name-edit.js';
import { filterOf, lineOf, searchQuery } from './name-search.js';
import type { TagAtCursor } from './tag-at-cursor.js';

/** Shorter words begin too many promises. */
const MIN_LETTERS = 3;

/**
 * Promises made elsewhere, to be spoken of again. Mostly the words in such a label are new ones, so only
 * those that begin as a promise does bring them up, and only when someone asks.
 */
export function commitmentItems(
  workspace: Workspace,
  page: Page,
  tag: TagAtCursor,
  label: LabelContext,
): readonly Completion[] {
  const items = tag.syntax.attributes?.items ?? [];
  const query = searchQuery(label.typed);
  if (label.fixed !== '' || items.length > 0) return [];
  if (query.folded !== '' && query.folded.length < MIN_LETTERS) return [];
  return likelyMatches(workspace, page, { kinds: ['commitment'], query })
    .filter(({ fit }) => fit === 0)
    .map(({ known: { definition } }) => {
      const id = definition.id.text;
      const words = definition.name.text;
      return {
        label: shortened(words),
        beside: id,
        detail: detailOf(workspace, id, definition.kind),
        filter: filterOf(query, lineOf(words)),
        icon: { type: 'thing', kind: definition.kind },
        about: { type: 'thing', id },
        ...nameEdit(tag, label, labelText(words), id, 'add'),
      };
    });
}
