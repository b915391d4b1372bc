import type { Vocabulary } from '../../brief/index.js';
import type { Language } from '../../language/index.js';
import { type Page, pagesDefining, perPage, type Workspace } from '../../workspace/index.js';
import { NameIndex } from '../engine/index.js';
import { registeredNames } from '../page-for-suggestions.js';

/** By the tag of the language. */
type Indexes = Map<string, NameIndex>;

/**
 * Gives the names of all entities as they are looked for in a language; they are gathered anew only when a name or
 * an id is another.
 */
export function nameIndexes(): (workspace: Workspace, language: Language) => NameIndex {
  const byStore = new WeakMap<object, Indexes>();
  /** Of the snapshot before: each has pages of its own, and most edits change no name. */
  const latest = new WeakMap<
    Vocabulary,
    { readonly defined: readonly unknown[]; readonly indexes: Indexes }
  >();
  const indexesOf = (workspace: Workspace): Indexes => {
    const { pages, vocabulary } = workspace;
    const known = byStore.get(pages.store);
    if (known !== undefined) return known;
    const defined = definedIn(workspace);
    const before = latest.get(vocabulary);
    const isSame =
      before?.defined.length === defined.length &&
      defined.every((one, at) => one === before.defined[at]);
    const indexes: Indexes = isSame ? before.indexes : new Map();
    latest.set(vocabulary, { defined, indexes });
    byStore.set(pages.store, indexes);
    return indexes;
  };
  return (workspace, { tag, names }) => {
    const indexes = indexesOf(workspace);
    const index = indexes.get(tag) ?? new NameIndex(registeredNames(workspace), names.elisions);
    indexes.set(tag, index);
    return index;
  };
}

/** What the names follow from: two lists of the same items have the same names. */
function definedIn(workspace: Workspace): readonly unknown[] {
  const { vocabulary, pages } = workspace;
  const ids = new Set(
    [...vocabulary.kinds.values()].flatMap(({ role, tag }) =>
      role === 'entity' ? pagesDefining(workspace, tag) : [],
    ),
  );
  return Array.from(ids, (id) => {
    const page = pages.peek(id);
    // Of a registry nearly all is names; a brief is typed in, and has few.
    return page === undefined || page.facts.role === 'registry' ? page : `${id}\n${namesIn(page)}`;
  });
}

const namesIn = perPage(({ facts }: Page): string =>
  JSON.stringify(
    facts.definitions.map(({ kind, id, name, otherNames }) => [
      kind,
      id.text,
      name.text,
      ...otherNames.map(({ text }) => text),
    ]),
  ),
);
