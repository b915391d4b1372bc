import type { AttributeSpec, AttributeType, Choice, Elsewhere } from '../brief/index.js';

/** What any entity may have besides its own attributes; the names are Popolo's. */
export const COMMON_ATTRIBUTES: readonly AttributeSpec[] = [
  {
    name: 'name',
    type: { type: 'text' },
    summary: 'Its name. In a tag, the words in brackets can be the name.',
  },
  {
    name: 'other_names',
    type: { type: 'texts' },
    summary:
      'Other words that briefs use for it: short forms, acronyms, other spellings, other languages.',
  },
  {
    name: 'description',
    type: { type: 'text' },
    summary: 'One sentence for readers who do not know it.',
  },
  {
    name: 'identifiers',
    type: { type: 'mapping' },
    registryOnly: true,
    summary: 'Its ids in other registers, such as wikidata, iso or lei.',
  },
  { name: 'links', type: { type: 'texts' }, summary: 'Web pages about it.' },
  {
    name: 'sources',
    type: { type: 'ids', kinds: ['source'] },
    summary: 'The sources of what is said about it here.',
  },
];

/** Stands for the kinds that may promise, in their attributes; their list fills it in. */
export const ANY_PARTY: readonly string[] = ['any-party'];

/** Who can act, promise and be promised something: any place may be a party. */
export const parties: AttributeType = { type: 'ids', kinds: ANY_PARTY };
export const text: AttributeType = { type: 'text' };
export const date: AttributeType = { type: 'date' };

export function idOf(kind: string): AttributeType {
  return { type: 'id', kinds: [kind] };
}

export function idsOf(kind: string): AttributeType {
  return { type: 'ids', kinds: [kind] };
}

/** A closed list: anything else is `invalid-value`. */
export function oneOf(values: readonly Choice[], elsewhere?: Elsewhere): AttributeType {
  return { type: 'one-of', values, ...(elsewhere && { elsewhere }) };
}
