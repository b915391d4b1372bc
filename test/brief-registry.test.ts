import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Facts, recognizeRegistry, scalar } from '../server/core/brief/index.js';
import { PARTIES, vocabularyOf } from '../server/core/kinds/index.js';
import { parseRegistry } from '../server/core/parse/index.js';

function facts(text: string): Facts {
  return recognizeRegistry(parseRegistry(text), vocabularyOf([]));
}

function faults(text: string): readonly string[] {
  return facts(text).faults.map(({ rule, span, detail }) => {
    const wanted = detail.wanted === undefined ? '' : ` -> ${detail.wanted}`;
    return `${rule}: ${text.slice(span.start, span.end)}${wanted}`;
  });
}

const registry = `# who is who
person:
  pete-hegseth:
    name: Pete Hegseth
    other_names: [Secretary Hegseth, Hegseth]
    memberships: [{ office: us-secretary-of-defense, start_date: 2025-01 }]
place:
  united-states: { name: United States, other-names: U.S.; US, classification: country, iso: US }
  chad:
agreement:
  pact:
    parties: [united-states, chad]
    sources: a, b
`;

test('a registry defines entities, with the places of their parts', () => {
  const { definitions, faults: found, role } = facts(registry);
  assert.deepEqual(found, []);
  assert.equal(role, 'registry');
  assert.deepEqual(
    definitions.map(({ kind, id, name, otherNames }) => [
      kind,
      id.text,
      name.text,
      otherNames.map((other) => registry.slice(other.span.start, other.span.end)),
    ]),
    [
      ['person', 'pete-hegseth', 'Pete Hegseth', ['Secretary Hegseth', 'Hegseth']],
      ['place', 'united-states', 'United States', ['U.S.', 'US']],
      ['place', 'chad', 'chad', []],
      ['agreement', 'pact', 'pact', []],
    ],
  );
  const spans = definitions.map(({ span }) => registry.slice(span.start, span.end).trim());
  assert.ok(spans[0]?.startsWith('pete-hegseth:') && spans[0].endsWith('2025-01 }]'));
  assert.ok(spans[1]?.endsWith('iso: US }'));
  assert.equal(scalar(definitions[1]?.attributes ?? [], 'classification')?.text, 'country');
});

test('a registry points at what it names, nested attributes too', () => {
  assert.deepEqual(
    facts(registry).uses.map(({ id, attribute, definition, kinds }) => [
      registry.slice(id.span.start, id.span.end),
      attribute,
      definition,
      kinds,
    ]),
    [
      ['us-secretary-of-defense', 'memberships.office', 0, ['office']],
      ['united-states', 'parties', 3, PARTIES],
      ['chad', 'parties', 3, PARTIES],
      ['a', 'sources', 3, ['source']],
      ['b', 'sources', 3, ['source']],
    ],
  );
});

test('what is wrong in a registry is told', () => {
  const wrong: Record<string, readonly string[]> = {
    '- a\n- b\n': ['invalid-value: - a'],
    'just words\n': ['invalid-value: just words'],
    'commitment: { c: { by: india } }\n': ['wrong-form: commitment -> it there, as a tag'],
    'date: {}\n': ['wrong-form: date -> it there, as a tag'],
    'persons: { ann: { name: Ann } }\n': ['unknown-kind: persons -> person'],
    'People: { ann: { name: Ann } }\n': ['unknown-kind: People -> person'],
    'colour: { red: { name: Red } }\n': ['unknown-kind: colour'],
    'place: { Chad: { name: Chad } }\n': ['invalid-value: Chad -> chad'],
    'place: { 2025: { name: Chad } }\n': ['invalid-value: 2025'],
    'place: { chad: Chad }\n': ['invalid-value: Chad'],
    'place: [chad]\n': ['invalid-value: [chad]'],
    'place: { chad: { nam: Chad } }\n': ['unknown-attribute: nam'],
    'place: { chad: { othr_names: [Tchad] } }\n': ['unknown-attribute: othr_names -> other_names'],
    'place: { chad: { name: [Chad] } }\n': ['invalid-value: [Chad]'],
    'place: { chad: { other_names: [{ a: b }] } }\n': ['invalid-value: { a: b }'],
    'place: { chad: { identifiers: Q1 } }\n': ['invalid-value: Q1'],
    'person: { ann: { memberships: [boss] } }\n': ['invalid-value: boss'],
    'person: { ann: { memberships: [{ offic: boss }] } }\n': ['unknown-attribute: offic -> office'],
    'person: { ann: { memberships: [{ office: Boss }] } }\n': ['invalid-value: Boss -> boss'],
    'person: { ann: { memberships: [{ office: boss, start_date: 2025-26 }] } }\n': [
      'invalid-value: 2025-26 -> 2025-04/2026-03',
    ],
    'agreement: { p: { status: singed } }\n': ['invalid-value: singed -> signed'],
    'agreement: { p: { parties: [a, each-other] } }\n': ['invalid-value: each-other'],
  };
  const found = Object.keys(wrong).map((text) => [text, faults(text)] as const);
  assert.deepEqual(Object.fromEntries(found), wrong);
});

test('an entry under a kind with a slip is defined all the same: one slip, one finding', () => {
  assert.deepEqual(
    facts('persons: { ann: { name: Ann } }\n').definitions.map(({ kind, id }) => [kind, id.text]),
    [['person', 'ann']],
  );
});

test('ids that JavaScript knows are ids like others', () => {
  const { definitions } = facts('place: { constructor: { name: C }, to-string: { name: T } }\n');
  assert.deepEqual(
    definitions.map(({ id }) => id.text),
    ['constructor', 'to-string'],
  );
  assert.deepEqual(faults('constructor: { a: { name: C } }\n'), ['unknown-kind: constructor']);
  assert.deepEqual(faults('__proto__: { a: { name: C } }\n'), ['unknown-kind: __proto__']);
  assert.deepEqual(faults('place: { a: { toString: C } }\n'), ['unknown-attribute: toString']);
});

test('nothing, and a YAML that cannot be read, give facts too', () => {
  assert.deepEqual(facts('').faults, []);
  assert.deepEqual(facts('place:\n').faults, []);
  assert.ok(facts('place: { a: [').faults.every(({ rule }) => rule === 'invalid-yaml'));
});
