import { shortened, toldApart } from '../../rules/index.js';
import { foldCase, type Span, shift, type TextEdit } from '../../text/index.js';
import { idsNamed, type Page, type Workspace } from '../../workspace/index.js';
import type { Completion, CompletionTrigger } from './completion.js';
import { MOST } from './completion.js';
import { wordsOfDates } from './date-words.js';
import { detailOf } from './ids.js';
import type { LabelPlace } from './label-place.js';
import { labelText } from './label-text.js';
import { type Likely, likely } from './likely.js';
import { hasItem, type TagHere } from './near.js';
import { filterOf, fitOf, lineOf, type Query, queryOf } from './search.js';

/** What may stand in a label: the names of its kind. Nothing where the words are the author's own. */
export function labelItems(
  workspace: Workspace,
  page: Page,
  tag: TagHere,
  label: LabelPlace,
  { trigger }: CompletionTrigger,
): readonly Completion[] {
  const { kind, syntax } = tag;
  // What a record or an id defines is new: it is not called as something that is there.
  if (syntax.form !== 'text' || (label.closed && hasItem(tag, '#'))) return [];
  if (kind.role === 'date') return wordsOfDates(workspace, page, label);
  if (kind.role === 'commitment')
    return trigger === undefined ? promiseItems(workspace, page, tag, label) : [];
  if (kind.role !== 'entity') return [];
  const query = queryOf(label.fixed + label.typed);
  const found = likely(workspace, page, { kinds: [kind.tag], query });
  return found.flatMap((each) => nameItems(workspace, tag, label, query, each)).slice(0, MOST);
}

function nameItems(
  workspace: Workspace,
  tag: TagHere,
  label: LabelPlace,
  query: Query,
  { known }: Likely,
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
    const beside = isAmbiguous ? toldApart(workspace, id) : name === main ? id : main;
    return [
      {
        label: shortened(name),
        beside,
        detail: detailOf(workspace, id, definition.kind),
        filter: filterIn(label, query, name),
        icon: { type: 'thing', kind: definition.kind },
        about: { type: 'thing', id },
        ...nameEdit(tag, label, labelText(written), id, isAmbiguous ? 'add' : 'mend'),
      },
    ];
  });
}

/** Each name once, those first that begin as typed. */
function nearestFirst(names: readonly string[], query: Query): readonly string[] {
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
function filterIn(label: LabelPlace, query: Query, name: string): string {
  if (label.fixed !== '') return label.typed + name.slice(query.typed.length);
  return filterOf(query, lineOf(name));
}

/**
 * The edit that writes a name and says whom it means where the words do not.
 * @param ref `add`: it is needed; `mend`: only one that says somebody else is changed
 */
export function nameEdit(
  tag: TagHere,
  { span, closed, rest }: LabelPlace,
  written: string,
  id: string,
  ref: 'add' | 'mend',
): Pick<Completion, 'insert' | 'snippet' | 'span' | 'also'> {
  const also = [...rest, ...(closed ? refEdits(tag, id, ref) : [])];
  if (closed) return { insert: written, span, ...(also.length > 0 && { also }) };
  const insert = `${written}]${ref === 'add' ? `{ref=${id}}` : ''}`;
  return { insert, span };
}

function refEdits({ syntax, at }: TagHere, id: string, ref: 'add' | 'mend'): readonly TextEdit[] {
  const { attributes, label } = syntax;
  const item = attributes?.items.find(({ name }) => name.text === 'ref');
  if (item !== undefined) {
    const { value, name } = item;
    if (value?.text === id) return [];
    if (value !== undefined) return [{ span: shift(value.span, at), text: id }];
    const after = at + name.span.end + 1;
    return [{ span: { start: after, end: after }, text: id }];
  }
  if (ref === 'mend' || label === undefined) return [];
  const end = at + label.span.end + 1;
  if (attributes === undefined) return [{ span: at1(end), text: `{ref=${id}}` }];
  const inside = at + attributes.span.start + 1;
  return [{ span: at1(inside), text: attributes.items.length > 0 ? `ref=${id} ` : `ref=${id}` }];
}

function at1(offset: number): Span {
  return { start: offset, end: offset };
}

/** Shorter words begin too many promises. */
const LEAST = 3;

/**
 * Promises made elsewhere, to be spoken of again. Mostly the words in such a label are new ones, so only
 * those that begin as a promise does bring them up, and only when someone asks.
 */
function promiseItems(
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
