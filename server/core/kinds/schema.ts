import type { AttributeSpec, AttributeType, Kind, Vocabulary } from '../brief/index.js';

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
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(entities.map((kind) => [kind.tag, ofKind(kind)])),
    definitions: Object.fromEntries(entities.map((kind) => [kind.tag, entity(kind)])),
  };
}

const ID = '^(?!\\d+$)(?!each-other$)[a-z0-9][a-z0-9-]*$';

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
    }),
  };
}

function attribute(spec: AttributeSpec): JsonSchema {
  return { description: spec.summary, ...schemaOf(spec.type) };
}

/** Scalars stay as written, so a number or a yes is as good as a string. */
const SCALAR: JsonSchema = { type: ['string', 'number', 'boolean'] };
const SCALARS: JsonSchema = { anyOf: [SCALAR, { type: 'array', items: SCALAR }] };

function schemaOf(type: AttributeType): JsonSchema {
  switch (type.type) {
    case 'text':
      return SCALAR;
    case 'texts':
      return SCALARS;
    case 'id':
      return { type: 'string' };
    case 'ids':
      return { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] };
    case 'date':
      return { type: ['string', 'integer'] };
    case 'one-of':
      return {
        enum: type.values.map(({ value }) => value),
        enumDescriptions: type.values.map(({ summary }) => summary),
      };
    case 'url':
      return { type: 'string', format: 'uri' };
    case 'flag':
      return { enum: ['yes', true] };
    case 'mapping':
      return { type: 'object', additionalProperties: SCALAR };
    case 'records':
      return { type: 'array', items: mappingOf(type.attributes) };
  }
}
