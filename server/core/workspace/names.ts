import type { Definition } from '../brief/index.js';
import { foldName } from '../text/index.js';
import { collectFromPages, entityOf } from './definitions.js';
import { eachPageWith, pagesWith } from './graph.js';
import { perNaming, perWorkspace } from './memo.js';
import type { Page, Workspace } from './model.js';
import { symbolByBlock, symbolsOf } from './page-symbols.js';
import { caselessKey, isCommitment, nameKey, namesOf } from './symbols.js';

/**
 * The entities of a kind that are called so, sorted: by `name` or one of `other_names`, exactly, and
 * only if none is, ignoring case. An entity is there once however many of its names fit.
 */
export function idsNamed(workspace: Workspace, kind: string, words: string): readonly string[] {
  const known = asWritten(workspace, kind);
  const ids = known.get(words) ?? named(workspace, kind, words);
  known.set(words, ids);
  return ids;
}

/** The entities of any kind that have these words as their id, or are called so as {@link idsNamed} says. */
export function idsCalled(workspace: Workspace, words: string): readonly string[] {
  const own = entityOf(workspace, words) === undefined ? [] : [words];
  const named = entityKinds(workspace).flatMap((kind) => idsNamed(workspace, kind, words));
  return sortedOnce([...own, ...named]);
}

/**
 * Whether the exact name of an entity of a kind is another one's too: as {@link idsNamed} has several. It is asked of each
 * name there is, so only what took long is kept: a name that the same id has many times.
 */
export function isSharedName(workspace: Workspace, kind: string, words: string): boolean {
  const key = nameKey(kind, words);
  if (key.endsWith('\0')) return false;
  const alone = ofOneId(workspace, kind);
  if (alone.has(key)) return false;
  let first: string | undefined;
  let asked = 0;
  for (const id of eachPageWith(workspace.graph, 'names', key)) {
    const page = workspace.pages.get(id);
    if (page === undefined) continue;
    for (const { items } of symbolByBlock(page, 'names', key))
      for (const one of items) {
        first ??= one;
        if (one !== first) return true;
        asked += 1;
      }
  }
  if (asked > FEW) alone.add(key);
  return false;
}

const FEW = 20;

/** By the kind: names that only one id has, by their {@link nameKey}; those of which it took long to see. */
const ofOneId = perNaming((_workspace, _kind: string): Set<string> => new Set());

/** By the words as they stand: asked for every mention there is, so nothing is folded twice. */
const asWritten = perNaming((): Map<string, readonly string[]> => new Map());

function named(workspace: Workspace, kind: string, words: string): readonly string[] {
  const key = nameKey(kind, words);
  if (key.endsWith('\0')) return [];
  const exact = collectFromPages(workspace, 'names', key, (_page, id) => id);
  return exact.length > 0 ? sortedOnce(exact) : idsInAnyCase(workspace, caselessKey(kind, words));
}

/** Every id that has a name, by its {@link caselessKey}; sorted. */
export const idsInAnyCase: (workspace: Workspace, key: string) => readonly string[] = perNaming(
  (workspace, key) =>
    sortedOnce(collectFromPages(workspace, 'caselessNames', key, (_page, id) => id)),
);

function sortedOnce(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)].sort();
}

/** The kinds of which an entity is defined. */
export const entityKinds = perWorkspace((workspace): readonly string[] =>
  [...workspace.graph.kinds.keys()].filter(
    (kind) => workspace.vocabulary.kinds.get(kind)?.role === 'entity',
  ),
);

/** Every name of every entity of a kind, in the order of their definitions; each pair once. */
export function* namesOfKind(
  workspace: Workspace,
  kind: string,
): Iterable<{ readonly name: string; readonly id: string }> {
  const seen = new Set<string>();
  for (const { page, definition } of definedAs(workspace, kind)) {
    if (isCommitment(page, definition)) continue;
    const id = definition.id.text;
    for (const name of namesOf(definition)) {
      const key = `${id}\0${foldName(name)}`;
      if (seen.has(key)) continue;
      seen.add(key);
      yield { name, id };
    }
  }
}

function* definedAs(
  { graph, pages }: Workspace,
  kind: string,
): Iterable<{ readonly page: Page; readonly definition: Definition }> {
  for (const id of pagesWith(graph, 'kinds', kind)) {
    const page = pages.peek(id);
    for (const definition of (page && symbolsOf(page).kinds.get(kind)) ?? []) {
      if (page !== undefined) yield { page, definition };
    }
  }
}
