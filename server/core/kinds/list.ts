import type { AttributeSpec, Kind, Vocabulary } from '../brief/index.js';
import { LANGUAGES, type Languages } from '../language/index.js';
import { agreement } from './agreement.js';
import { assessment } from './assessment.js';
import { commitment } from './commitment.js';
import { ANY_PARTY, COMMON_ATTRIBUTES } from './common.js';
import { date } from './date.js';
import { event } from './event.js';
import { office } from './office.js';
import { org } from './org.js';
import { person } from './person.js';
import { place } from './place.js';
import { source } from './source.js';
import { topic } from './topic.js';
import { update } from './update.js';

/** In the order they are shown. */
const LISTED: readonly Kind[] = [
  person,
  org,
  office,
  place,
  agreement,
  event,
  topic,
  source,
  date,
  commitment,
  update,
  assessment,
];

/** The kinds of those who can act, promise and be promised something. */
export const PARTIES: readonly string[] = LISTED.filter(({ mayPromise }) => mayPromise).map(
  ({ tag }) => tag,
);

/** The built-in kinds, in the order they are shown. */
export const KINDS: readonly Kind[] = LISTED.map((kind) => ({
  ...kind,
  attributes: kind.attributes.map(withParties),
}));

function withParties(spec: AttributeSpec): AttributeSpec {
  const { type } = spec;
  if (type.type !== 'ids' || type.kinds !== ANY_PARTY) return spec;
  return { ...spec, type: { ...type, kinds: PARTIES } };
}

/**
 * The built-in kinds and a workspace's own, which come after them and cannot replace one. The own
 * ones are entities; they bring their own attributes and get the common ones here.
 *
 * @example
 * ```ts
 * import { vocabularyOf } from 'rapporteur';
 *
 * vocabularyOf([]).kinds.get('org')?.title; // => 'Organization'
 * ```
 */
export function vocabularyOf(
  custom: readonly Kind[],
  languages: Languages = LANGUAGES,
): Vocabulary {
  const kinds = new Map(KINDS.map((kind) => [kind.tag, kind]));
  for (const kind of custom) if (!kinds.has(kind.tag)) kinds.set(kind.tag, withCommon(kind));
  return { kinds, aliases: aliasesOf(kinds), languages };
}

/** What people write for a kind, in one or many, when it is not the name of one. */
function aliasesOf(kinds: ReadonlyMap<string, Kind>): ReadonlyMap<string, Kind> {
  const aliases = new Map<string, Kind>();
  for (const kind of kinds.values()) {
    const { tag, title, plural } = kind;
    const words = [...kind.aliases.flatMap(oneAndMany), title, plural, `${tag}s`];
    for (const word of words.map((each) => each.toLowerCase()))
      if (!kinds.has(word) && !aliases.has(word)) aliases.set(word, kind);
  }
  return aliases;
}

function oneAndMany(word: string): readonly string[] {
  const many = /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
  return [word, many];
}

function withCommon(kind: Kind): Kind {
  const own = new Set(kind.attributes.map(({ name }) => name));
  const common = COMMON_ATTRIBUTES.filter(({ name }) => !own.has(name));
  return { ...kind, attributes: [...common, ...kind.attributes] };
}
