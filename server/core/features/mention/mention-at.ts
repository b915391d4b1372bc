import type { Tag } from '../../brief/index.js';
import { idsSharingWords } from '../../rules/index.js';
import {
  isEmpty,
  selectedWords,
  tagAt,
  type Wrap,
  wordsAtCursor,
  wrapOf,
} from '../../suggest/index.js';
import type { Span } from '../../text/index.js';
import { idsNamed, type Page, resolve, suggestIds, type Workspace } from '../../workspace/index.js';
import { occurrences } from '../actions/tag-all.js';

/** Words that say who or what is meant, tagged or to be tagged. */
export type MentionPlace =
  | { readonly type: 'tagged'; readonly tag: Tag; readonly label: Span; readonly words: string }
  | { readonly type: 'plain'; readonly wrap: Wrap; readonly words: string };

/** The mention at a cursor or in a selection, else the words there; `undefined` where neither can be. */
export function mentionPlace(
  workspace: Workspace,
  page: Page,
  selection: Span,
): MentionPlace | undefined {
  if (page.facts.role === 'registry') return undefined;
  const tag = tagAt(page, selection);
  const isMention =
    tag?.role === 'mention' && workspace.vocabulary.kinds.get(tag.kind)?.role === 'entity';
  if (isMention && tag.form === 'text' && tag.label !== undefined)
    return { type: 'tagged', tag, label: tag.label, words: tag.words };
  const span = isEmpty(selection)
    ? wordsAtCursor(workspace, page, selection.start)
    : selectedWords(page, selection);
  const wrap = span && wrapOf(workspace, page, span);
  return wrap && { type: 'plain', wrap, words: wrap.words };
}

/** What is known of the words at a place. */
export interface MentionHere {
  readonly words: string;
  readonly isTagged: boolean;
  /** As it is written in the tag; empty: there is none. */
  readonly kind: string;
  /** Who is meant now. */
  readonly ids: readonly string[];
  /** Whether the words are a name of theirs. */
  readonly isName: boolean;
  /** Who may be meant: by name, by a name that is near, by a word in common. Those who are meant now left out. */
  readonly likely: readonly string[];
  /** In how many other places of the brief the same words have no tag. */
  readonly others: number;
}

export function mentionHere(
  workspace: Workspace,
  page: Page,
  selection: Span,
): MentionHere | undefined {
  const place = mentionPlace(workspace, page, selection);
  if (place === undefined) return undefined;
  const { words } = place;
  const tag = place.type === 'tagged' ? place.tag : undefined;
  const means = tag && resolve(workspace, page, tag);
  const ids = means?.type === 'resolved' ? means.ids : [];
  const own = means?.type === 'ambiguous' ? means.candidates : [];
  const kinds = entityKinds(workspace);
  const likely = new Set([
    ...own,
    ...kinds.flatMap((kind) => idsNamed(workspace, kind, words)),
    ...suggestIds(workspace, words, kinds),
    ...kinds.flatMap((kind) => idsSharingWords(workspace, kind, words)),
  ]);
  return {
    ...{ words, isTagged: tag !== undefined, kind: tag?.kind ?? '', ids },
    isName: ids.length > 0 && idsNamed(workspace, tag?.kind ?? '', words).join() === ids.join(),
    likely: [...likely].filter((id) => !ids.includes(id)).slice(0, MOST_LIKELY),
    others: otherPlaces(page, place).length,
  };
}

/** More than a person reads through. */
const MOST_LIKELY = 12;

/** Where the same words are without a tag. */
export function otherPlaces(page: Page, place: MentionPlace): readonly Span[] {
  const own = place.type === 'tagged' ? place.tag.span : place.wrap.span;
  return occurrences(page, [place.words]).filter(
    ({ start, end }) => end <= own.start || start >= own.end,
  );
}

function entityKinds({ vocabulary }: Workspace): readonly string[] {
  return [...vocabulary.kinds.values()].flatMap(({ role, forms, tag }) =>
    role === 'entity' && forms.includes('text') ? [tag] : [],
  );
}
