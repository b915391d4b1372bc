import { shortened } from '../../rules/index.js';
import type { Page, Workspace } from '../../workspace/index.js';
import type { Completion } from './completion.js';
import { detailOf } from './ids.js';
import type { LabelPlace } from './label-place.js';
import { labelText } from './label-text.js';
import { likely } from './likely.js';
import { nameEdit } from './name-edit.js';
import type { TagHere } from './near.js';
import { filterOf, lineOf, queryOf } from './search.js';

/** Shorter words begin too many promises. */
const LEAST = 3;

/**
 * Promises made elsewhere, to be spoken of again. Mostly the words in such a label are new ones, so only
 * those that begin as a promise does bring them up, and only when someone asks.
 */
export function promiseItems(
  workspace: Workspace,
  page: Page,
  tag: TagHere,
  label: LabelPlace,
): readonly Completion[] {
  const items = tag.syntax.attributes?.items ?? [];
  const query = queryOf(label.typed);
  if (label.fixed !== '' || items.length > 0) return [];
  if (query.folded !== '' && query.folded.length < LEAST) return [];
  return likely(workspace, page, { kinds: ['commitment'], query })
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
