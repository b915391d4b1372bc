import {
  type Definition,
  definesNothing,
  type Facts,
  type Fault,
  isFollowUp,
  scalar,
  sourceAddress,
  type Tag,
  tagOf,
  type Use,
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

/** The families whose symbols each definition, tag or use has by itself. */
type OwnFamily = Exclude<keyof Symbols, 'links' | 'unread'>;

type Spoken = Pick<Facts, 'definitions' | 'tags' | 'uses'>;

type Take = (symbol: string, item: Definition | Tag | Use | string) => void;

/** What of a page others can ask for, wherever its facts come from. */
export function collectSymbols(page: Page): Symbols {
  const { facts } = page;
  return {
    definitions: collected(facts, 'definitions') as Symbols['definitions'],
    kinds: collected(facts, 'kinds') as Symbols['kinds'],
    names: collected(facts, 'names') as Symbols['names'],
    caselessNames: collected(facts, 'caselessNames') as Symbols['caselessNames'],
    uses: collected(facts, 'uses') as Symbols['uses'],
    mentions: collected(facts, 'mentions') as Symbols['mentions'],
    followUps: collected(facts, 'followUps') as Symbols['followUps'],
    links: groupBy(facts.links, (link) => linkTarget(page, link)?.page),
    unread: unreadSymbols(facts),
  };
}

function collected(facts: Spoken, family: OwnFamily): Map<string, unknown[]> {
  const found = new Map<string, unknown[]>();
  takeSymbols(facts, family, (symbol, item) => {
    // Names of one entity stand side by side, so looking at the last is enough to keep lists short.
    if (typeof item !== 'string' || found.get(symbol)?.at(-1) !== item)
      addToGroup(found, symbol, item);
  });
  return found;
}

/**
 * The symbols of one family in some facts and what stands under each, in reading order. Nothing is kept: of a page there
 * may be 100,000 blocks. Ids under a name may come more than once in a row.
 */
export function takeSymbols(facts: Spoken, family: OwnFamily, take: Take): void {
  if (family === 'uses') for (const use of facts.uses) take(use.id.text, use);
  else if (family === 'mentions') takeMentions(facts, take);
  else if (family === 'followUps') takeFollowUps(facts, take);
  else if (facts.definitions.length > 0) takeDefinitions(facts, family, take);
}

function takeDefinitions(
  facts: Spoken,
  family: Exclude<OwnFamily, 'uses' | 'mentions' | 'followUps'>,
  take: Take,
): void {
  const definitions = definitionsInOrder(facts);
  for (const definition of definitions) {
    if (family === 'definitions') take(definition.id.text, definition);
    else if (family === 'kinds') take(definition.kind, definition);
    // A commitment is pointed at by its id only; its words are no name.
    else if (!isCommitment({ facts }, definition)) takeNames(definition, family, take);
  }
  // A source is found by its address too. No id holds a colon, so the two never meet.
  if (family === 'definitions')
    for (const definition of definitions)
      for (const address of addressesOf(definition)) take(address, definition);
}

function takeNames(
  { kind, id, name, otherNames }: Definition,
  family: 'names' | 'caselessNames',
  take: Take,
): void {
  const keyOf = family === 'names' ? nameKey : caselessKey;
  take(keyOf(kind, name.text), id.text);
  for (const other of otherNames) take(keyOf(kind, other.text), id.text);
}

function definitionsInOrder({ definitions }: Spoken): readonly Definition[] {
  let last = -1;
  for (const { span } of definitions) {
    if (span.start < last) return definitions.toSorted((a, b) => bySpan(a.span, b.span));
    last = span.start + 1;
  }
  return definitions;
}

function takeMentions({ tags }: Spoken, take: Take): void {
  for (const tag of tags) {
    if (tag.role !== 'mention' || tag.refs !== undefined || tag.words === '') continue;
    take(caselessKey(tag.kind, tag.words), tag);
  }
}

function takeFollowUps(facts: Spoken, take: Take): void {
  for (const use of facts.uses) {
    if (use.attribute !== 'of') continue;
    const tag = tagOf(facts, use.tag);
    if (tag !== undefined && isFollowUp(tag.role)) take(use.id.text, tag);
  }
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

/** Where a source can be read, in the form in which addresses are compared; of another thing none. */
export function addressesOf({ kind, attributes }: Definition): readonly string[] {
  if (kind !== 'source') return [];
  const written = ['url', 'archived_url'].map((name) => scalar(attributes, name)?.text ?? '');
  return [...new Set(written.flatMap((text) => sourceAddress(text) ?? []))];
}

/** Whether a definition is a commitment's; a registry has none. */
export function isCommitment(
  { facts }: { readonly facts: Pick<Facts, 'tags'> },
  { tag }: Pick<Definition, 'tag'>,
): boolean {
  return tag !== undefined && tagOf(facts, tag)?.role === 'commitment';
}

/** How a definition is called, its main name first. */
export function namesOf(definition: Definition): readonly string[] {
  return [definition.name.text, ...definition.otherNames.map((name) => name.text)];
}
