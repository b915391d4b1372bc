import type { PageEdit } from '../../rules/index.js';
import { type Wrap, wrapOf } from '../../suggest/index.js';
import { foldCase, type Span } from '../../text/index.js';
import {
  entityOf,
  idsNamed,
  newEntityId,
  type Page,
  type PageId,
  type Workspace,
} from '../../workspace/index.js';
import { type RegistryChange, registryChanges } from '../annotate/registry-changes.js';
import { type MentionPlace, mentionPlace, otherPlaces } from './mention-at.js';

/** What some words are to mean. */
export type MentionChange =
  /** Somebody who is known; `remember`: the words are one of the names from now on. */
  | { readonly kind: string; readonly ids: readonly string[]; readonly remember: boolean }
  /** Somebody new, called so. */
  | { readonly kind: string }
  /** Nobody: the tag is taken away. */
  | 'nobody';

export interface ChangedMentions {
  /** Of the brief first, then of the registries. */
  readonly edits: readonly PageEdit[];
  /** How many mentions are changed or made. */
  readonly changed: number;
  /** How many of the selections cannot be. */
  readonly left: number;
}

export interface MentionScope {
  /** Whether the same words elsewhere in the brief are tagged too. */
  readonly everywhere: boolean;
  /** Where an entry goes; `undefined`: nowhere. */
  registryOf(kind: string): PageId | undefined;
}

/**
 * The edits that make words mean somebody, as one change: tags around those that have none, other kinds and ids in those that
 * have. A `ref` is written only where the words alone do not say it. Nothing refers to an entry that cannot be made.
 */
export function changeMentions(
  workspace: Workspace,
  page: Page,
  selections: readonly Span[],
  change: MentionChange,
  scope: MentionScope,
): ChangedMentions {
  const places = distinct(selections.map((each) => mentionPlace(workspace, page, each)));
  const lost = selections.length - places.length;
  if (change === 'nobody') {
    const tagged = places.filter((place) => place.type === 'tagged');
    const edits = tagged.flatMap((place) => rewritten(page, place, '', ''));
    return { edits, changed: tagged.length, left: lost + places.length - tagged.length };
  }
  const registries = registriesAfter(workspace, places, change, scope);
  if (registries === undefined) return { edits: [], changed: 0, left: selections.length };
  const bracesOf = (words: string): string => {
    const ref = refOf(workspace, words, change);
    return ref === '' ? '' : `{ref=${ref}}`;
  };
  const own = places.flatMap((place) => rewritten(page, place, change.kind, bracesOf(place.words)));
  const others = scope.everywhere ? wrapsElsewhere(workspace, page, places) : [];
  const more = others.flatMap((wrap) => around(page, wrap, change.kind, bracesOf(wrap.words)));
  return {
    edits: [
      ...own,
      ...more,
      ...registries.flatMap(({ page: id, edits }) => edits.map((edit) => ({ ...edit, page: id }))),
    ],
    changed: places.length + others.length,
    left: lost,
  };
}

/** Selections in one mention are one. */
function distinct(places: readonly (MentionPlace | undefined)[]): readonly MentionPlace[] {
  const known = new Map<number, MentionPlace>();
  for (const place of places) {
    if (place === undefined) continue;
    const { start } = place.type === 'tagged' ? place.tag.span : place.wrap.span;
    if (!known.has(start)) known.set(start, place);
  }
  return [...known.values()];
}

function rewritten(
  page: Page,
  place: MentionPlace,
  kind: string,
  braces: string,
): readonly PageEdit[] {
  if (place.type === 'plain') return around(page, place.wrap, kind, braces);
  const { tag, label } = place;
  const replace = (start: number, end: number, text: string): readonly PageEdit[] =>
    page.text.slice(start, end) === text ? [] : [{ page: page.id, span: { start, end }, text }];
  return [
    ...replace(tag.span.start, label.start, kind === '' ? '' : `:${kind}[`),
    ...replace(label.end, tag.span.end, kind === '' ? '' : `]${braces}`),
  ];
}

function around(page: Page, wrap: Wrap, kind: string, braces: string): readonly PageEdit[] {
  return wrap.around(kind, braces).map((edit) => ({ ...edit, page: page.id }));
}

/** The ids that the braces must say, because the words do not; empty: they do. */
function refOf(
  workspace: Workspace,
  words: string,
  change: Exclude<MentionChange, 'nobody'>,
): string {
  const named = idsNamed(workspace, change.kind, words);
  // What is new is called so, and nobody else of its kind was.
  if (!('ids' in change)) return named.length > 0 ? newEntityId(workspace, change.kind, words) : '';
  const ids = change.ids.join();
  if (named.join() === ids) return '';
  return change.remember && change.ids.length === 1 && named.length === 0 ? '' : ids;
}

function wrapsElsewhere(
  workspace: Workspace,
  page: Page,
  places: readonly MentionPlace[],
): readonly Wrap[] {
  const known = new Map<number, Wrap>();
  for (const place of places)
    for (const span of otherPlaces(page, place)) {
      const isChosen = places.some(
        (each) => each.type === 'plain' && each.wrap.span.start === span.start,
      );
      const wrap = isChosen ? undefined : wrapOf(workspace, page, span);
      if (wrap !== undefined) known.set(span.start, wrap);
    }
  return [...known.values()];
}

/** With what is new in them; `undefined` where one of it cannot be put in. */
function registriesAfter(
  workspace: Workspace,
  places: readonly MentionPlace[],
  change: Exclude<MentionChange, 'nobody'>,
  { registryOf }: MentionScope,
): readonly RegistryChange[] | undefined {
  const byWords = new Map(places.map(({ words }) => [foldCase(words), words]));
  if (!('ids' in change)) {
    const { kind } = change;
    const registry = registryOf(kind);
    if (registry === undefined) return undefined;
    const entities = [...byWords.values()].map((name) => {
      const id = newEntityId(workspace, kind, name);
      return { key: id, id, kind, name, otherNames: [], attributes: {}, mentions: 1 };
    });
    const made = registryChanges(workspace, registry, { entities, names: [] });
    return made && [made];
  }
  const [id] = change.ids;
  const known = id === undefined ? undefined : entityOf(workspace, id);
  if (known === undefined || change.ids.some((each) => entityOf(workspace, each) === undefined))
    return undefined;
  if (!change.remember || change.ids.length !== 1 || id === undefined) return [];
  const names = [...byWords.values()]
    .filter((name) => !idsNamed(workspace, change.kind, name).includes(id))
    .map((name) => ({ id, name }));
  if (names.length === 0) return [];
  const made = registryChanges(workspace, known.page, { entities: [], names });
  return made && [made];
}
