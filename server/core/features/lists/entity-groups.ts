import { scalar } from '../../brief/index.js';
import { perObject } from '../../text/index.js';
import {
  entityOf,
  idsOfKind,
  type Place,
  perNaming,
  type Workspace,
} from '../../workspace/index.js';
import { nameOfId } from '../describe/id-names.js';
import { foldSearch } from '../symbols/symbols-fold.js';
import { keptOfRows } from './commitment-index.js';
import type { CommitmentRow } from './commitment-rows.js';
import { mentionCount } from './mention-tally.js';

/** Entities of one kind. */
export interface EntityGroup {
  /** The kind, as it is written in a tag. */
  readonly key: string;
  /** For a person to read. */
  readonly title: string;
  /** One of VS Code's product icons, by its id. */
  readonly icon: string;
  /** By their names. */
  readonly ids: readonly string[];
}

/** The entities in whose names or ids all words of a query stand, by kind. */
export function entityGroups(workspace: Workspace, query: string): readonly EntityGroup[] {
  const folded = foldSearch(query).trim();
  const last = lastFound(workspace.naming);
  // Whoever looks through what was found asks the same again, group by group.
  if (last.query !== folded) {
    last.found = groupsOf(workspace, folded === '' ? [] : folded.split(' '));
    last.query = folded;
  }
  return last.found;
}

interface LastFound {
  query: string | undefined;
  found: readonly EntityGroup[];
}

const lastFound = perObject((_naming: object): LastFound => ({ query: undefined, found: [] }));

function groupsOf(workspace: Workspace, words: readonly string[]): readonly EntityGroup[] {
  return [...workspace.vocabulary.kinds.values()].flatMap((kind) => {
    if (kind.role !== 'entity') return [];
    const ids = idsByName(workspace, kind.tag).filter((id) =>
      words.every((word) => namesOfId(workspace, id).includes(word)),
    );
    const { tag: key, plural: title, look } = kind;
    return ids.length === 0 ? [] : [{ key, title, icon: look.icon, ids }];
  });
}

const idsByName: (workspace: Workspace, kind: string) => readonly string[] = perNaming(
  (workspace, kind) => {
    const named = [...idsOfKind(workspace, [kind])].map((id) => ({
      id,
      name: foldSearch(nameOfId(workspace, id)),
    }));
    return named
      .sort((a, b) => (a.name === b.name ? (a.id < b.id ? -1 : 1) : a.name < b.name ? -1 : 1))
      .map(({ id }) => id);
  },
);

const namesOfId: (workspace: Workspace, id: string) => string = perNaming((workspace, id) => {
  const definition = entityOf(workspace, id)?.definition;
  const names = definition && [definition.name, ...definition.otherNames].map(({ text }) => text);
  return foldSearch([...(names ?? []), id].join(' '));
});

/** An entity in a list of its kind. */
export interface EntityRow {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly otherNames: readonly string[];
  /** Empty if it has none. */
  readonly description: string;
  readonly mentions: number;
  /** How many commitments it owes, is owed, or has under it. */
  readonly promises: number;
}

export function entityRow(workspace: Workspace, id: string): EntityRow {
  const definition = entityOf(workspace, id)?.definition;
  return {
    id,
    kind: definition?.kind ?? '',
    name: nameOfId(workspace, id),
    otherNames: definition?.otherNames.map(({ text }) => text) ?? [],
    description: (definition && scalar(definition.attributes, 'description')?.text) ?? '',
    mentions: mentionCount(workspace, id),
    promises: promiseCounts(workspace).get(id) ?? 0,
  };
}

/** Of its id in its definition, the first if there are several. */
export function placeOfEntity(workspace: Workspace, id: string): Place | undefined {
  const at = entityOf(workspace, id);
  return at && { page: at.page, span: at.definition.id.span };
}

/** How many commitments name an entity among their parties, as their agreement or as their event. */
const promiseCounts = keptOfRows<Map<string, number>>(
  ({ rows }) => {
    const counts = new Map<string, number>();
    for (const row of rows) addTo(counts, row, 1);
    return counts;
  },
  (counts, { gone, come }) => {
    for (const row of gone) addTo(counts, row, -1);
    for (const row of come) addTo(counts, row, 1);
    return counts;
  },
);

function addTo(
  counts: Map<string, number>,
  { by, for: behalf, to, under, at }: CommitmentRow,
  more: number,
): void {
  for (const id of new Set([...by, ...behalf, ...to, under, at]))
    if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + more);
}
