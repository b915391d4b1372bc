import {
  type Definition,
  definesNothing,
  type Facts,
  type Fault,
  scalar,
  sourceAddress,
  type Tag,
  tagOf,
} from '../brief/index.js';
import { addToGroup, bySpan, foldCase, foldName, groupBy } from '../text/index.js';
import { linkTarget } from './links.js';
import type { Page, Symbols } from './model.js';

/** Names of different kinds never meet: a NUL stands in no tag word. */
export function nameKey(kind: string, words: string): string {
  return `${kind}\0${foldName(words)}`;
}

export function caselessKey(kind: string, words: string): string {
  return `${kind}\0${foldCase(words)}`;
}

/** What of a page others can ask for, wherever its facts come from. */
export function collectSymbols(page: Page): Symbols {
  return {
    ...definitionSymbols(page),
    ...tagSymbols(page),
    uses: groupBy(page.facts.uses, (use) => use.id.text),
    links: groupBy(page.facts.links, (link) => linkTarget(page, link)?.page),
    unread: unreadSymbols(page.facts),
  };
}

export function unreadSymbols(facts: Facts): Symbols['unread'] {
  return groupBy(breaksIn(facts), () => UNREAD_REGISTRY);
}

/** The one key of the family `unread`. */
export const UNREAD_REGISTRY = 'registry';

/** The faults for which a registry may define more than was read of it. */
export function breaksIn(facts: Facts): readonly Fault[] {
  if (facts.role !== 'registry' || facts.faults.length === 0) return [];
  const isEmpty = definesNothing(facts);
  return facts.faults.filter(({ rule }) => isEmpty || rule === 'invalid-yaml');
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
    definitions: byIdAndAddress(definitions),
    kinds: groupBy(definitions, (definition) => definition.kind),
    names,
    caselessNames,
  };
}

/** A source is found by its address too. No id holds a colon, so the two never meet. */
function byIdAndAddress(definitions: readonly Definition[]): Symbols['definitions'] {
  const found = groupBy(definitions, (definition) => definition.id.text);
  const sources = definitions.filter(({ kind }) => kind === 'source');
  if (sources.length === 0) return found;
  const all = new Map([...found].map(([id, same]): [string, Definition[]] => [id, [...same]]));
  for (const source of sources)
    for (const address of addressesOf(source)) addToGroup(all, address, source);
  return all;
}

/** Where a source can be read, in the form in which addresses are compared; of another thing none. */
export function addressesOf({ kind, attributes }: Definition): readonly string[] {
  if (kind !== 'source') return [];
  const written = ['url', 'archived_url'].map((name) => scalar(attributes, name)?.text ?? '');
  return [...new Set(written.flatMap((text) => sourceAddress(text) ?? []))];
}

/** Whether a definition is a commitment's; a registry has none. */
export function isCommitment(page: Page, definition: Definition): boolean {
  return tagOf(page.facts, definition.tag)?.role === 'commitment';
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
    addToGroup(mentions, caselessKey(tag.kind, tag.words), tag);
  }
  for (const use of uses) {
    const tag = tagOf(page.facts, use.tag);
    if (tag?.role === 'update' && use.attribute === 'of') addToGroup(updates, use.id.text, tag);
  }
  return { mentions, updates };
}

function addOnce(groups: Map<string, string[]>, key: string, id: string): void {
  // Names of one entity stand side by side, so looking at the last is enough to keep lists short.
  if (groups.get(key)?.at(-1) !== id) addToGroup(groups, key, id);
}
