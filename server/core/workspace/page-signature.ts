import type { Attribute, Definition, Tag } from '../brief/index.js';
import type { Value } from '../parse/index.js';
import { perPage } from './memo.js';
import type { Page } from './model.js';

/**
 * What other pages can see of a page, places left out: what it defines, promises and reports, its date
 * and sources, its headings. While this and the symbols of the graph stay the same, nothing that is
 * found in other pages changes, but for places in `related`.
 */
export const pageSignature: (page: Page) => string = perPage(({ facts }) =>
  JSON.stringify([
    facts.role,
    facts.front.date?.edtf,
    facts.front.title?.text,
    facts.front.source.map(({ text }) => text),
    facts.definitions.map(definitionWords),
    facts.tags.filter(({ role }) => role !== 'mention' && role !== 'date').map(tagWords),
    facts.headings.map(({ slug }) => slug),
  ]),
);

function definitionWords(definition: Definition): unknown {
  const { kind, id, name, otherNames, attributes } = definition;
  return [
    kind,
    id.text,
    name.text,
    otherNames.map(({ text }) => text),
    attributes.map(attributeWords),
  ];
}

function tagWords({ kind, role, words, id, refs, attributes, sound, read }: Tag): unknown {
  const pointed = refs?.map(({ text }) => text);
  return [
    kind,
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
