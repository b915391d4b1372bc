import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type AttributeSpec,
  attributeSpec,
  customKind,
  type Kind,
} from '../server/core/brief/index.js';
import { KINDS, registrySchema, vocabularyOf } from '../server/core/kinds/index.js';
import { STRENGTHS } from '../server/core/language/index.js';

const names = KINDS.map((kind) => kind.tag);

function kindNamed(tag: string): Kind {
  const kind = vocabularyOf([]).kinds.get(tag);
  assert.ok(kind, tag);
  return kind;
}

test('the built-in kinds and their forms', () => {
  const known =
    'person org office place agreement event topic source date commitment update assessment';
  for (const name of known.split(' ')) assert.ok(names.includes(name), name);
  assert.deepEqual(kindNamed('date').forms, ['text']);
  assert.deepEqual(kindNamed('update').forms, ['record']);
  assert.deepEqual(kindNamed('commitment').forms, ['text', 'record', 'block']);
  for (const kind of KINDS.filter((each) => each.role === 'entity')) {
    assert.deepEqual(kind.forms, ['text', 'record'], kind.tag);
    for (const name of ['name', 'other-names', 'description', 'identifiers', 'links', 'sources']) {
      assert.ok(attributeSpec(kind, name), `${kind.tag} ${name}`);
    }
  }
});

function* specs(attributes: readonly AttributeSpec[]): Iterable<AttributeSpec> {
  for (const spec of attributes) {
    yield spec;
    if (spec.type.type === 'records') yield* specs(spec.type.attributes);
  }
}

test('every kind and attribute is documented, named once, and points at kinds that exist', () => {
  for (const kind of KINDS) {
    assert.match(kind.summary, /^[A-Z].*\.$/, kind.tag);
    assert.match(kind.example, new RegExp(`^::?${kind.tag}\\[.*\\]`), kind.tag);
    const own = kind.attributes.map(({ name }) => name);
    assert.equal(new Set(own).size, own.length, kind.tag);
    for (const spec of specs(kind.attributes)) {
      const where = `${kind.tag}.${spec.name}`;
      assert.match(spec.name, /^[a-z]+(_[a-z]+)*$/, where);
      assert.match(spec.summary, /^(yes: |[A-Z]).*\.$/, where);
      if (spec.type.type === 'id' || spec.type.type === 'ids') {
        const kinds = spec.type.kinds === 'any' ? [] : spec.type.kinds;
        assert.ok(
          kinds.every((each) => names.includes(each)),
          where,
        );
      }
      if (spec.type.type === 'one-of') {
        for (const { value, summary } of spec.type.values) assert.match(summary, /\.$/, value);
      }
    }
  }
});

test('closed lists hold the words of the language', () => {
  const values = (tag: string, name: string): readonly string[] => {
    const type = attributeSpec(kindNamed(tag), name)?.type;
    assert.equal(type?.type, 'one-of', `${tag}.${name}`);
    return type.type === 'one-of' ? type.values.map(({ value }) => value) : [];
  };
  assert.deepEqual(values('commitment', 'strength'), STRENGTHS);
  assert.equal(values('commitment', 'status').length, 12);
  assert.deepEqual(values('update', 'status'), values('commitment', 'status'));
  assert.deepEqual(values('update', 'progress'), values('commitment', 'progress'));
  assert.ok(values('agreement', 'status').includes('in-force'));
  assert.deepEqual(values('source', 'classification'), ['primary', 'secondary']);
  assert.equal(attributeSpec(kindNamed('place'), 'classification')?.type.type, 'text');
  assert.equal(attributeSpec(kindNamed('agreement'), 'instrument')?.type.type, 'text');
});

test("a workspace's own kind is an entity with the common attributes, and replaces none", () => {
  const own = (tag: string): Kind =>
    customKind({
      tag,
      title: 'Weapon',
      plural: 'Weapons',
      summary: 'Something that is sold.',
      attributes: [
        { name: 'maker', summary: 'Who makes it.', type: { type: 'id', kinds: ['org'] } },
        { name: 'description', summary: 'Its own.', type: { type: 'texts' } },
      ],
    });
  const { kinds } = vocabularyOf([own('weapon'), own('person'), own('constructor')]);
  assert.deepEqual([...kinds.keys()], [...names, 'weapon', 'constructor']);
  assert.equal(kinds.get('person')?.custom, undefined);
  const weapon = kinds.get('weapon');
  assert.ok(weapon && attributeSpec(weapon, 'other-names') && attributeSpec(weapon, 'maker'));
  assert.equal(attributeSpec(weapon, 'description')?.summary, 'Its own.');
});

test('the schema of registries has every entity kind and attribute, and no other key', () => {
  const schema = JSON.parse(JSON.stringify(registrySchema(vocabularyOf([])))) as {
    properties: Record<string, unknown>;
    definitions: Record<
      string,
      { properties: Record<string, unknown>; patternProperties: Record<string, unknown> }
    >;
    additionalProperties: boolean;
  };
  const entities = KINDS.filter((kind) => kind.role === 'entity').map((kind) => kind.tag);
  assert.deepEqual(Object.keys(schema.properties), entities);
  assert.equal(schema.additionalProperties, false);
  for (const tag of entities) {
    const own = kindNamed(tag).attributes.map(({ name }) => name);
    assert.deepEqual(Object.keys(schema.definitions[tag]?.properties ?? {}), own);
  }
  const hyphenated = Object.keys(schema.definitions.person?.patternProperties ?? {});
  assert.ok(hyphenated.some((pattern) => new RegExp(pattern).test('other-names')));
});
