import type { Definition, Tag } from '../brief/index.js';
import { bySpan, foldCase, foldName } from '../text/index.js';
import { linkTarget } from './links.js';
import { perPage } from './memo.js';
import type { Page, Symbols } from './model.js';

/** Names of different kinds never meet: a NUL stands in no tag word. */
export function nameKey(kind: string, words: string): string {
  return `${kind}\0${foldName(words)}`;
}

export function caselessKey(kind: string, words: string): string {
  return `${kind}\0${foldCase(words)}`;
}

/** The symbols of a page; a document has none, it is a target for links and nothing more. */
export const symbolsOf: (page: Page) => Symbols = perPage((page) =>
  page.facts.role === 'document' ? EMPTY_SYMBOLS : collect(page),
);

const EMPTY_SYMBOLS: Symbols = collectNothing();

function collectNothing(): Symbols {
  const none: ReadonlyMap<string, never[]> = new Map();
  return {
    definitions: none,
    kinds: none,
    names: none,
    caselessNames: none,
    uses: none,
    mentions: none,
    updates: none,
    links: none,
  };
}

function collect(page: Page): Symbols {
  return {
    ...definitionSymbols(page),
    ...tagSymbols(page),
    uses: grouped(page.facts.uses, (use) => use.id.text),
    links: grouped(page.facts.links, (link) => linkTarget(page, link)?.page),
  };
}

function definitionSymbols(
  page: Page,
): Pick<Symbols, 'definitions' | 'kinds' | 'names' | 'caselessNames'> {
  const definitions = [...page.facts.definitions].sort((a, b) => bySpan(a.span, b.span));
  const names = new Map<string, string[]>();
  const caselessNames = new Map<string, string[]>();
  for (const definition of definitions) {
    // A commitment is pointed at by its id only; its words are no name.
    if (isCommitment(page, definition)) continue;
    for (const name of namesOf(definition)) {
      addOnce(names, nameKey(definition.kind, name), definition.id.text);
      addOnce(caselessNames, caselessKey(definition.kind, name), definition.id.text);
    }
  }
  return {
    definitions: grouped(definitions, (definition) => definition.id.text),
    kinds: grouped(definitions, (definition) => definition.kind),
    names,
    caselessNames,
  };
}

/** Whether a definition is a commitment's; a registry has none. */
export function isCommitment(page: Page, definition: Definition): boolean {
  return definition.tag !== undefined && page.facts.tags[definition.tag]?.role === 'commitment';
}

/** How a definition is called, its main name first. */
export function namesOf(definition: Definition): readonly string[] {
  return [definition.name.text, ...definition.otherNames.map((name) => name.text)];
}

function tagSymbols(page: Page): Pick<Symbols, 'mentions' | 'updates'> {
  const mentions = new Map<string, Tag[]>();
  const updates = new Map<string, Tag[]>();
  const { tags, uses } = page.facts;
  for (const tag of tags) {
    if (tag.role !== 'mention' || tag.refs !== undefined || tag.words === '') continue;
    add(mentions, caselessKey(tag.kind, tag.words), tag);
  }
  for (const use of uses) {
    const tag = use.tag === undefined ? undefined : tags[use.tag];
    if (tag?.role === 'update' && use.attribute === 'of') add(updates, use.id.text, tag);
  }
  return { mentions, updates };
}

function grouped<T>(
  items: readonly T[],
  keyOf: (item: T) => string | undefined,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key !== undefined) add(groups, key, item);
  }
  return groups;
}

function add<T>(groups: Map<string, T[]>, key: string, item: T): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [item]);
  else if (group.length < MAX_CONCAT) groups.set(key, group.concat(item));
  else group.push(item);
}

/** `push` makes room for 16 more, which most groups never need; there are 100,000 of them. */
const MAX_CONCAT = 4;

function addOnce(groups: Map<string, string[]>, key: string, id: string): void {
  // Names of one entity stand side by side, so looking at the last is enough to keep lists short.
  if (groups.get(key)?.at(-1) !== id) add(groups, key, id);
}
