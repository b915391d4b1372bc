import {
  type AttributeSpec,
  type AttributeType,
  type Kind,
  takesAddresses,
  type Vocabulary,
} from '../brief/index.js';
import { TIME_PATTERN } from '../dates/index.js';

/** JSON Schema, draft 7: the newest that YAML editors agree on. */
export type JsonSchema = { readonly [key: string]: unknown };

/**
 * The schema of a registry file: completion and first checks in any YAML editor.
 *
 * @example
 * ```ts
 * import { registrySchema, vocabularyOf } from 'rapporteur';
 *
 * registrySchema(vocabularyOf([])).$schema; // => 'http://json-schema.org/draft-07/schema#'
 * ```
 */
export function registrySchema(vocabulary: Vocabulary): JsonSchema {
  const entities = [...vocabulary.kinds.values()].filter((kind) => kind.role === 'entity');
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Rapporteur registry',
    description: 'The people, places, agreements and other entities in briefs, by kind and id.',
    type: ['object', 'null'],
    additionalProperties: false,
    properties: Object.fromEntries(entities.map((kind) => [kind.tag, ofKind(kind)])),
    definitions: Object.fromEntries(entities.map((kind) => [kind.tag, entity(kind)])),
  };
}

/** All patterns match in linear time, and say what the check of a registry says. */
const ID_WORD = '(?!each-other(?![a-z0-9-]))(?!\\d+(?![a-z0-9-]))[a-z0-9][a-z0-9-]*';
const ID = `^${ID_WORD}$`;
/** `true` is a word as good as any. */
const ID_VALUE: JsonSchema = { type: ['string', 'boolean'], pattern: ID };

function ofKind(kind: Kind): JsonSchema {
  return {
    description: `${kind.plural}, by id. ${kind.summary}`,
    type: ['object', 'null'],
    propertyNames: { pattern: ID },
    additionalProperties: { $ref: `#/definitions/${kind.tag}` },
  };
}

function entity(kind: Kind): JsonSchema {
  return { title: kind.title, description: kind.summary, ...mappingOf(kind.attributes, 'null') };
}

/** `_` and `-` are the same in a name; the form with `_` is the one that completion offers. */
function mappingOf(attributes: readonly AttributeSpec[], ...more: readonly string[]): JsonSchema {
  const hyphenated = attributes.filter(({ name }) => name.includes('_'));
  return {
    type: ['object', ...more],
    additionalProperties: false,
    properties: Object.fromEntries(attributes.map((spec) => [spec.name, attribute(spec)])),
    ...(hyphenated.length > 0 && {
      patternProperties: Object.fromEntries(
        hyphenated.map((spec) => [`^${spec.name.replaceAll('_', '[_-]')}$`, schemaOf(spec.type)]),
      ),
      allOf: hyphenated.map(({ name }) => ({
        not: { type: 'object', required: [name, name.replaceAll('_', '-')] },
      })),
    }),
  };
}

function attribute(spec: AttributeSpec): JsonSchema {
  return { description: spec.summary, ...schemaOf(spec.type) };
}

/** Scalars stay as written, so a number or a yes is as good as a string. One without a sign says nothing. */
const SCALAR: JsonSchema = { type: ['string', 'number', 'boolean'], pattern: '\\S' };

/** Written in one scalar with `;` between them, of which none is empty; or a list. */
const SCALARS: JsonSchema = {
  anyOf: [
    { ...SCALAR, pattern: '^\\s*[^;\\s][^;]*(?:;\\s*[^;\\s][^;]*)*$' },
    { type: 'array', items: SCALAR },
  ],
};

/** As sources are pointed at besides. */
const ADDRESS =
  '<?(?:[A-Za-z][A-Za-z0-9+.-]*:|[Ww][Ww][Ww]\\.|[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+/)\\S+';

/** Written in one scalar with `,` between them, or a list; a reserved word stands alone. */
function idsSchema(kinds: readonly string[] | 'any', also: readonly string[] = []): JsonSchema {
  const word = takesAddresses(kinds) ? `(?:${ID_WORD}|${ADDRESS})` : ID_WORD;
  const list = `\\s*${word}\\s*(?:,\\s*${word}\\s*)*`;
  const one = [list, ...also.map((word) => `\\s*${word}\\s*`)].join('|');
  return {
    anyOf: [
      { type: ['string', 'boolean'], pattern: `^(?:${one})$` },
      { type: 'array', items: { ...ID_VALUE, pattern: `^${word}$` } },
      ...(also.length > 0 ? [{ type: 'array', items: { enum: also }, maxItems: 1 }] : []),
    ],
  };
}

const YEAR = '\\d{4}';
const LEAP = '(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)';
const DAY = [
  `${YEAR}-(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])`,
  `${YEAR}-(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)`,
  `${YEAR}-02-(?:0[1-9]|1\\d|2[0-8])`,
  `${LEAP}-02-29`,
].join('|');
const MONTH = '0[1-9]|1[0-2]|2[1-4]|3[3-6]';
const PART = `(?:${YEAR}(?:-(?:${MONTH}))?[~?]?|(?:${DAY})(?:[~?]|${TIME_PATTERN})?)`;

/** EDTF as the dates of the language are. An interval's end must not come before its start: no pattern says so. */
function dateSchema({ interval, closed }: { interval?: true; closed?: true }): JsonSchema {
  const ends = [`${PART}/${PART}`, `\\.\\./${PART}`, ...(closed ? [] : [`${PART}/\\.\\.`])];
  const pattern = `^(?:${[...(interval ? [] : [PART]), ...ends].join('|')})$`;
  const written: JsonSchema = { type: 'string', pattern };
  return interval
    ? written
    : { anyOf: [written, { type: 'integer', minimum: 1000, maximum: 9999 }] };
}

function schemaOf(type: AttributeType): JsonSchema {
  switch (type.type) {
    case 'text':
      return SCALAR;
    case 'texts':
      return SCALARS;
    case 'id':
      return ID_VALUE;
    case 'ids':
      return idsSchema(type.kinds, type.also);
    case 'date':
      return dateSchema(type);
    case 'one-of':
      return {
        enum: type.values.map(({ value }) => value),
        enumDescriptions: type.values.map(({ summary }) => summary),
      };
    case 'url':
      return { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9+.-]*:\\S+$' };
    case 'flag':
      return { enum: ['yes'] };
    case 'mapping':
      return { type: 'object', additionalProperties: SCALAR };
    case 'records':
      // One of them needs no list.
      return {
        anyOf: [mappingOf(type.attributes), { type: 'array', items: mappingOf(type.attributes) }],
      };
  }
}
