import { type Tag, tagOf } from '../brief/index.js';
import { foldName, groupBy } from '../text/index.js';
import { collectFromPages, definitionsOf, kindsOfId, usesIn, usesOf } from './definitions.js';
import { perKey } from './memo.js';
import type { DefinitionAt, Page, Resolution, TagAt, Workspace } from './model.js';
import { idsInAnyCase, idsNamed } from './names.js';
import { symbolsOf } from './page-symbols.js';
import { caselessKey, namesOf } from './symbols.js';

const UNRESOLVED: Resolution = { type: 'unresolved' };

/**
 * Whom a mention means (LANGUAGE.md, section 7): with `ref` those ids, each of which must be defined
 * and of the tag's kind; without, the entities of its kind that its words name. A tag that defines
 * means what it defines. An office means the office; who held it then, `holdersOn` says.
 */
export function resolve(workspace: Workspace, _page: Page, tag: Tag): Resolution {
  if (tag.refs !== undefined) return byRef(workspace, tag);
  if (tag.id !== undefined) return { type: 'resolved', ids: [tag.id.text], via: 'name' };
  if (tag.role !== 'mention') return UNRESOLVED;
  const ids = idsNamed(workspace, tag.kind, tag.words);
  if (ids.length > 1) return { type: 'ambiguous', candidates: ids };
  return ids.length === 1 ? { type: 'resolved', ids, via: 'name' } : UNRESOLVED;
}

function byRef(workspace: Workspace, tag: Tag): Resolution {
  const ids = [...new Set(tag.refs?.map((ref) => ref.text))];
  const known = ids.every((id) => kindsOfId(workspace, id).has(tag.kind));
  return known && ids.length > 0 ? { type: 'resolved', ids, via: 'ref' } : UNRESOLVED;
}

/**
 * Where an entity or a commitment is spoken of, by page and place: mentions whose `ref` holds its id,
 * mentions whose words name it and nobody else, and the words that define it in a sentence.
 */
export function mentionsOf(workspace: Workspace, id: string): readonly TagAt[] {
  return inOrder([
    ...byWords(workspace, id),
    ...byId(workspace, id),
    ...definedInText(workspace, definitionsOf(workspace, id)),
  ]);
}

function byId(workspace: Workspace, id: string): readonly TagAt[] {
  const uses = usesOf(workspace, id);
  if (uses.length === 0) return [];
  const kinds = kindsOfId(workspace, id);
  const mentions = new Map<Tag, TagAt>();
  for (const { page, use } of uses) {
    if (use.attribute !== 'ref' || use.tag === undefined) continue;
    const facts = workspace.pages.get(page)?.facts;
    const tag = facts && tagOf(facts, use.tag);
    if (tag?.role === 'mention' && kinds.has(tag.kind)) mentions.set(tag, { page, tag });
  }
  return [...mentions.values()];
}

/**
 * Whether anything is one of {@link mentionsOf}. Where a name is nobody else's in any case, the graph
 * answers without a look at the pages.
 * @param definitions all that have the id, where they are known: then nothing is kept of the answer
 */
export function isMentioned(
  workspace: Workspace,
  id: string,
  definitions: readonly DefinitionAt[] = definitionsOf(workspace, id),
): boolean {
  return (
    isCalled(workspace, id, keysOfDefinitions(definitions)) ||
    byId(workspace, id).length > 0 ||
    definedInText(workspace, definitions).length > 0
  );
}

function isCalled(workspace: Workspace, id: string, keys: Iterable<string>): boolean {
  for (const key of keys) {
    if (!workspace.graph.mentions.has(key)) continue;
    if (isOnlyName(workspace, key, id) || byKey(workspace, key, id).length > 0) return true;
  }
  return false;
}

/** As {@link mentionsOf}, of the mentions in one page; in no order. */
export function mentionsIn(workspace: Workspace, page: Page, id: string): Iterable<Tag> {
  const named = keysOf(workspace, id).flatMap((key) => symbolsOf(page).mentions.get(key) ?? []);
  const pointing = usesIn(page, id).flatMap(({ attribute, tag }) =>
    attribute === 'ref' ? (tagOf(page.facts, tag) ?? []) : [],
  );
  const all = new Set([...named, ...pointing]);
  return [...all].filter((tag) => {
    const means = tag.role === 'mention' ? resolve(workspace, page, tag) : UNRESOLVED;
    return means.type === 'resolved' && means.ids.includes(id);
  });
}

function byWords(workspace: Workspace, id: string): readonly TagAt[] {
  return keysOf(workspace, id).flatMap((key) =>
    isOnlyName(workspace, key, id) ? mentionsBy(workspace, key) : byKey(workspace, key, id),
  );
}

/** The caseless names of an entity, each once. */
export function keysOf(workspace: Workspace, id: string): readonly string[] {
  return [...keysOfDefinitions(definitionsOf(workspace, id))];
}

function keysOfDefinitions(definitions: readonly DefinitionAt[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { definition } of definitions) {
    for (const name of namesOf(definition)) keys.add(caselessKey(definition.kind, name));
  }
  return keys;
}

function isOnlyName(workspace: Workspace, key: string, id: string): boolean {
  const ids = idsInAnyCase(workspace, key);
  return ids.length === 1 && ids[0] === id;
}

/** Of mentions whose caseless name is several entities', those that spell it as only one does. */
function byKey(workspace: Workspace, key: string, id: string): readonly TagAt[] {
  const kind = key.slice(0, key.indexOf('\0'));
  const found: TagAt[] = [];
  for (const [words, mentions] of spelled(workspace, key)) {
    const ids = idsNamed(workspace, kind, words);
    if (ids.length === 1 && ids[0] === id) found.push(...mentions);
  }
  return found;
}

function mentionsBy(workspace: Workspace, key: string): readonly TagAt[] {
  return collectFromPages(workspace, 'mentions', key, (page, tag) => ({ page: page.id, tag }));
}

/** The mentions of one caseless name by how they spell it: spelled alike, they mean the same. */
const spelled = perKey((workspace, key: string): ReadonlyMap<string, readonly TagAt[]> => {
  const at = (page: Page, tag: Tag): TagAt => ({ page: page.id, tag });
  const mentions = collectFromPages(workspace, 'mentions', key, at);
  return groupBy(mentions, ({ tag }) => foldName(tag.words));
});

function definedInText(
  workspace: Workspace,
  definitions: readonly DefinitionAt[],
): readonly TagAt[] {
  return definitions.flatMap(({ page, definition }) => {
    const facts = workspace.pages.get(page)?.facts;
    const tag = facts && tagOf(facts, definition.tag);
    return tag?.role === 'definition' && tag.form === 'text' ? [{ page, tag }] : [];
  });
}

/** Only briefs hold tags, so their order is that of the paths. */
function inOrder(mentions: readonly TagAt[]): readonly TagAt[] {
  return [...mentions].sort((a, b) =>
    a.page === b.page ? a.tag.span.start - b.tag.span.start : a.page < b.page ? -1 : 1,
  );
}
