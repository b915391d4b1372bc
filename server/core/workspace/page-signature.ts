import {
  type Attribute,
  changedBlocks,
  type Definition,
  type Facts,
  partsOf,
  type Tag,
} from '../brief/index.js';
import type { Value } from '../parse/index.js';
import type { DifferingPart } from '../text/index.js';
import type { PageChange } from './graph.js';
import { sameAnchorsIn } from './links.js';
import { perPage } from './memo.js';
import type { Page } from './model.js';

/**
 * Whether two readings of a page are the same to other pages, places left out: what it defines, promises and
 * reports, its date and sources, its headings and anchors. While this and the symbols of the graph stay the same,
 * nothing that is found in other pages changes, but for places in `related`.
 */
export function looksSame(one: Page, other: Page): boolean {
  return sameFacts(one, other) && sameAnchorsIn(one, other);
}

function sameFacts(one: Page, other: Page): boolean {
  const changed = changedBlocks(one.facts, other.facts);
  if (changed === undefined) return wholeSignature(one) === wholeSignature(other);
  const { start, goneEnd, comeEnd } = changed;
  return (
    frontWords(one) === frontWords(other) &&
    blockWords(one, start, goneEnd) === blockWords(other, start, comeEnd) &&
    sameHeadings(one, other, changed)
  );
}

/** Whether the headings of a page have the same anchors, before and after an edit of some blocks or of all. */
export function sameHeadings(one: Page, other: Page, changed: DifferingPart | undefined): boolean {
  if (changed === undefined) return slugs(one) === slugs(other);
  const { start, goneEnd, comeEnd } = changed;
  return (
    headingWords(one, start, goneEnd) === headingWords(other, start, comeEnd) ||
    slugs(one) === slugs(other)
  );
}

/** Whether a page gives the same names to the same ids before and after a change. */
export function namesTheSame({ before, after }: PageChange): boolean {
  if (before === undefined || after === undefined)
    return (before ?? after)?.facts.definitions.length === 0;
  if (before.text === after.text) return before.facts.role === after.facts.role;
  const changed = changedBlocks(before.facts, after.facts);
  if (changed === undefined) return namesIn([before.facts]) === namesIn([after.facts]);
  const { start, goneEnd, comeEnd } = changed;
  return namesIn(factsOf(before, start, goneEnd)) === namesIn(factsOf(after, start, comeEnd));
}

type Named = Pick<Facts, 'definitions' | 'tags'>;

function factsOf({ facts }: Page, from: number, to: number): readonly Named[] {
  return (partsOf(facts)?.blocks ?? []).slice(from, to).map((block) => block.facts);
}

function namesIn(all: readonly Named[]): string {
  return JSON.stringify(
    all.flatMap(({ definitions, tags }) =>
      definitions.map(({ kind, id, name, otherNames, tag }) =>
        tag !== undefined && tags[tag]?.role === 'commitment'
          ? [kind, id.text]
          : [kind, id.text, name.text, ...otherNames.map(({ text }) => text)],
      ),
    ),
  );
}

const wholeSignature = perPage(
  (page) => `${frontWords(page)}\n${factsWords(page.facts)}\n${slugs(page)}`,
);

/** JSON has no line ends of its own, so what is joined by them differs where a part does. */
export const frontWords = perPage(({ facts: { role, front } }) =>
  JSON.stringify([
    role,
    front.date?.edtf,
    front.title?.text,
    front.lang?.text,
    front.source.map(({ text }) => text),
  ]),
);

const slugs = perPage(({ facts }) => JSON.stringify(facts.headings.map(({ slug }) => slug)));

/** What some blocks say to others, but for their headings. */
function blockWords({ facts }: Page, from: number, to: number): string {
  return (partsOf(facts)?.blocks ?? [])
    .slice(from, to)
    .map((block) => factsWords(block.facts))
    .filter((words) => words !== NOTHING)
    .join('\n');
}

function headingWords({ facts }: Page, from: number, to: number): string {
  const blocks = partsOf(facts)?.blocks.slice(from, to) ?? [];
  const headings = blocks.flatMap((block) => block.facts.headings);
  return JSON.stringify(headings.map(({ words, anchor }) => [words, anchor]));
}

function factsWords({ definitions, tags }: Pick<Facts, 'definitions' | 'tags'>): string {
  const others = tags.filter(({ role }) => role !== 'mention' && role !== 'date');
  return JSON.stringify([definitions.map(definitionWords), others.map(tagWords)]);
}

const NOTHING = factsWords({ definitions: [], tags: [] });

export function definitionWords(definition: Definition): unknown {
  const { kind, id, name, otherNames, attributes } = definition;
  return [
    kind,
    id.text,
    name.text,
    otherNames.map(({ text }) => text),
    attributes.map(attributeWords),
  ];
}

export function tagWords({
  kind,
  form,
  role,
  words,
  id,
  refs,
  attributes,
  sound,
  read,
}: Tag): unknown {
  const pointed = refs?.map(({ text }) => text);
  return [
    kind,
    form,
    role,
    words,
    id?.text,
    pointed,
    attributes.map(attributeWords),
    sound,
    read?.strength,
    read?.words.text,
  ];
}

function attributeWords({ name, value }: Attribute): unknown {
  return [name, valueWords(value)];
}

/** A list, a mapping and a word that looks like one must differ. */
function valueWords(value: Value): unknown {
  if (value.type === 'scalar') return value.text;
  if (value.type === 'list') return value.items.map(valueWords);
  return { of: value.entries.map(({ key, value: held }) => [key.text, valueWords(held)]) };
}
