import type { Kind, Vocabulary } from '../brief/index.js';
import { LANGUAGES } from '../language/index.js';
import { agreement } from './agreement.js';
import { commitment } from './commitment.js';
import { COMMON_ATTRIBUTES } from './common.js';
import { date } from './date.js';
import { event } from './event.js';
import { office } from './office.js';
import { org } from './org.js';
import { person } from './person.js';
import { place } from './place.js';
import { source } from './source.js';
import { topic } from './topic.js';
import { update } from './update.js';

/** The built-in kinds, in the order they are shown. */
export const KINDS: readonly Kind[] = [
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
];

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
export function vocabularyOf(custom: readonly Kind[]): Vocabulary {
  const kinds = new Map(KINDS.map((kind) => [kind.tag, kind]));
  for (const kind of custom) if (!kinds.has(kind.tag)) kinds.set(kind.tag, withCommon(kind));
  return { kinds, languages: LANGUAGES };
}

function withCommon(kind: Kind): Kind {
  const own = new Set(kind.attributes.map(({ name }) => name));
  const common = COMMON_ATTRIBUTES.filter(({ name }) => !own.has(name));
  return { ...kind, attributes: [...common, ...kind.attributes] };
}
