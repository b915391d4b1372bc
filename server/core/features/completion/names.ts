import { nameAndId, shortened } from '../../rules/index.js';
import { foldCase } from '../../text/index.js';
import { idsNamed, type Page, type Workspace } from '../../workspace/index.js';
import type { Completion, CompletionTrigger } from './completion.js';
import { MAX_ITEMS } from './completion.js';
import { wordsOfDates } from './date-words.js';
import { detailOf } from './ids.js';
import { commitmentItems } from './known-commitments.js';
import type { LabelContext } from './label-context.js';
import { type LikelyMatch, likelyMatches } from './likely-matches.js';
import { labelText, nameEdit } from './name-edit.js';
import { filterOf, fitOf, lineOf, type SearchQuery, searchQuery } from './name-search.js';
import { hasAttribute, type TagAtCursor } from './tag-at-cursor.js';

/** What may stand in a label: the names of its kind. Nothing where the words are the author's own. */
export function labelItems(
  workspace: Workspace,
  page: Page,
  tag: TagAtCursor,
  label: LabelContext,
  { trigger }: CompletionTrigger,
): readonly Completion[] {
  const { kind, syntax } = tag;
  // What a record or an id defines is new: it is not called as something that is there.
  if (syntax.form !== 'text' || (label.closed && hasAttribute(tag, '#'))) return [];
  if (kind.role === 'date') return wordsOfDates(workspace, page, label);
  if (kind.role === 'commitment')
    return trigger === undefined ? commitmentItems(workspace, page, tag, label) : [];
  if (kind.role !== 'entity') return [];
  const query = searchQuery(label.fixed + label.typed);
  const found = likelyMatches(workspace, page, { kinds: [kind.tag], query });
  return found.flatMap((each) => nameItems(workspace, tag, label, query, each)).slice(0, MAX_ITEMS);
}

function nameItems(
  workspace: Workspace,
  tag: TagAtCursor,
  label: LabelContext,
  query: SearchQuery,
  { known }: LikelyMatch,
): readonly Completion[] {
  const { names, definition } = known;
  const id = definition.id.text;
  const answering = names.filter((name) => fitOf(lineOf(name), query) !== undefined);
  // Found by its id: then its name is what is meant.
  const offered = answering.length === 0 ? names.slice(0, 1) : nearestFirst(answering, query);
  return offered.flatMap((name): readonly Completion[] => {
    const written = remainder(name, label.fixed);
    if (written === undefined || name === '') return [];
    const isAmbiguous = idsNamed(workspace, tag.kind.tag, name).length > 1;
    const main = names[0] ?? id;
    const beside = isAmbiguous ? nameAndId(workspace, id) : name === main ? id : main;
    return [
      {
        label: shortened(name),
        beside,
        detail: detailOf(workspace, id, definition.kind),
        filter: filterIn(label, query, name),
        icon: { type: 'thing', kind: definition.kind },
        documentedBy: { type: 'thing', id },
        ...nameEdit(tag, label, labelText(written), id, isAmbiguous ? 'add' : 'mend'),
      },
    ];
  });
}

/** Each name once, those first that begin as typed. */
function nearestFirst(names: readonly string[], query: SearchQuery): readonly string[] {
  const far = (name: string): number => fitOf(lineOf(name), query) ?? 2;
  return [...new Set(names)].sort((a, b) => far(a) - far(b));
}

/** What of a name is left to write after words that stay; `undefined` when it does not begin with them. */
function remainder(name: string, fixed: string): string | undefined {
  if (fixed === '') return name;
  return foldCase(name).startsWith(foldCase(fixed)) && name.length > fixed.length
    ? name.slice(fixed.length)
    : undefined;
}

/** Only what is typed in the place itself can be filtered by. */
function filterIn(label: LabelContext, query: SearchQuery, name: string): string {
  if (label.fixed !== '') return label.typed + name.slice(query.typed.length);
  return filterOf(query, lineOf(name));
}
