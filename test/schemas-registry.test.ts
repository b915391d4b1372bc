// The schema of registries says of every value what a check says of it.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { type AttributeSpec, customKind, recognizeRegistry } from '../server/core/brief/index.js';
import { registrySchema, vocabularyOf } from '../server/core/kinds/index.js';
import { parseRegistry, parseYaml } from '../server/core/parse/index.js';

const word = (name: string, type: AttributeSpec['type']): AttributeSpec => ({
  name,
  type,
  summary: '.',
});
const ship = customKind({
  tag: 'ship',
  title: 'Ship',
  plural: 'Ships',
  summary: '.',
  attributes: [
    word('home_port', { type: 'id', kinds: ['place'] }),
    word('crew', { type: 'ids', kinds: 'any', also: ['each-other'] }),
    word('afloat', { type: 'flag' }),
    word('sails', { type: 'date', interval: true }),
    word('due', { type: 'date', closed: true }),
    word('rig', { type: 'one-of', values: [{ value: 'sloop', summary: '.' }] }),
  ],
});
const vocabulary = vocabularyOf([ship]);
const validate = new Ajv({ allowUnionTypes: true, strict: false }).compile(
  registrySchema(vocabulary),
);

const onDay = (time: string): string => `2025-10-31${time}`;

/** As YAML; of a date each that reads otherwise in YAML and in JSON. */
const VALUES: readonly string[] = [
  ...['x', '"x"', 'a-b', 'A b', 'each-other', 'true', 'yes', 'no', '"~"', '"null"'],
  ...['', '~', 'null', 'Null', 'NULL', '""', '" "', "''"],
  ...['1', '-1', '1.5', '2025', '"2025"', '10000'],
  ...['2025-10', '2025-10-31', '2025-13', '2025-22', '2025-34', '2025-40', '2025~', '2025-10-31?'],
  ...[
    '2025-02-29',
    '2024-02-29',
    '1900-02-29',
    '2000-02-29',
    '2025-04-31',
    '2025-00',
    '2025-10-31T10:00:00Z',
    ...[
      'T10:00',
      'T10:00Z',
      'T10:00:00.5Z',
      'T10:00:00.1234567891',
      'T24:00',
      'T24:00:01',
      'T10',
      'T10:60',
    ].map(onDay),
    ...[
      '+05',
      '+0530',
      '+05:30',
      '+14:00',
      '+14:30',
      '-12:00',
      '-13',
      '-00:00',
      '+00:00',
      '+99:99',
    ].map((zone) => onDay(`T10:00:00${zone}`)),
    '2025-02-30T10:00',
    '2025-10-31T10:00/2025-11-01T24:00:00Z',
  ],
  ...[
    '2025/2026',
    '2025/..',
    '../2025',
    '../..',
    '/2025',
    '2025/',
    '2025-04/2026-03',
    '2025-26',
    '31.10.2025',
    'soon',
  ],
  ...[
    '[]',
    '[x]',
    '[x, y]',
    '[x, ""]',
    '[x, " "]',
    '[x, ~]',
    '[[x]]',
    '[{a: b}]',
    '[2025]',
    '[each-other]',
    '[x, each-other]',
  ],
  ...[
    'a,b',
    '"a, b"',
    '"a,,b"',
    '"a, "',
    'a;b',
    '"a; b"',
    '"a;;b"',
    '"a; "',
    '"; a"',
    '"each-other,a"',
  ],
  ...['{}', '{a: b}', '{a: }', '{a: ~}', '{a: ""}', '{a: [b]}', '{a: {b: c}}', '{a: 1}'],
  ...[
    '{office: x}',
    '[{office: x}]',
    '[{office: x}, {org: y, start_date: 2025}]',
    '{office: [x]}',
    '{office: ~}',
  ],
  ...[
    '{start-date: 2025-10, end_date: 2026}',
    '{start_date: soon}',
    '{since: 2025}',
    '[{office: x}, y]',
    '[{}]',
  ],
  ...[
    'https://example.org/a',
    '"https://example.org/\u00fc"',
    'www.example.org',
    '"https://a b"',
    'urn:x:y',
    '"x:"',
  ],
  ...['primary', 'Primary', 'signed', 'in-force', 'in_force', 'binding', 'sloop', 'country'],
];

function checkTakes(yaml: string): boolean {
  assert.deepEqual(parseYaml(yaml).faults, [], yaml);
  return recognizeRegistry(parseRegistry(yaml), vocabulary).faults.length === 0;
}

function schemaTakes(yaml: string): boolean {
  // As YAML 1.2 has it, which is what editors read with the schema.
  return validate(parse(yaml, { schema: 'core' })) === true;
}

const entities = [...vocabulary.kinds.values()].filter(({ role }) => role === 'entity');

describe('a check and the schema of registries', () => {
  for (const { tag, attributes } of entities) {
    it(`say the same of each value of each attribute of ${tag}`, () => {
      let taken = 0;
      const differ: string[] = [];
      for (const { name } of attributes) {
        for (const value of VALUES) {
          const yaml = `${tag}:\n  x:\n    ${name}: ${value}\n`;
          const says = checkTakes(yaml);
          if (says) taken += 1;
          if (says !== schemaTakes(yaml))
            differ.push(`${name}: ${value} (${says ? 'taken' : 'not taken'} by a check)`);
        }
      }
      assert.deepEqual(differ, []);
      assert.ok(taken > attributes.length);
    });
  }

  it('say the same of what stands around the attributes', () => {
    const texts = [
      ...['', '# nothing\n', '~\n', '[]\n', 'x\n', '{}\n', '""\n'],
      ...VALUES.map((value) => `place: ${value}\n`),
      ...VALUES.map((value) => `place:\n  x: ${value}\n`),
      ...['person', 'date', 'commitment', 'persons', 'country'].map(
        (key) => `${key}:\n  x: {name: X}\n`,
      ),
      ...['x', 'X', '12', '1a', 'each-other', '"a b"', 'a-', '-a', '"null"'].map(
        (id) => `place:\n  ${id}: {name: X}\n`,
      ),
      ...['name', 'other_names', 'other-names', 'Name', 'nam', 'label'].map(
        (key) => `place:\n  x: {${key}: X}\n`,
      ),
    ];
    texts.push('place:\n  x: {other_names: X, other-names: Y}\n');
    const differ = texts.filter((yaml) => checkTakes(yaml) !== schemaTakes(yaml));
    assert.deepEqual(differ, []);
  });
});
