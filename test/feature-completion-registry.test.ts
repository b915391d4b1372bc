// What is offered in a registry while it is typed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accepted, labels, lines, offeredIn } from './support/completing.js';

const KNOWN = `place:
  india: { name: India }
  united-states: { name: United States }
office:
  minister: { name: Minister of Defence }
`;

/** A registry with a cursor, beside a brief that speaks of people nobody has defined. */
function registry(typed: string): string {
  return `\`\`\`yaml path=registry.yaml
${KNOWN}${typed}
\`\`\`
\`\`\`brief path=a.md
:person[Jo Doe] met :person[Amy: A.] and :person[Jo Doe] in :place[India].
\`\`\``;
}

function after(typed: string, label: string): string {
  return accepted(registry(typed), label).slice(KNOWN.length).trimEnd();
}

test('at the top the kinds that are not there', () => {
  assert.deepEqual(labels(registry('‸')), [
    'person',
    'org',
    'agreement',
    'event',
    'topic',
    'source',
  ]);
  assert.equal(after('pe‸', 'person'), 'person:\n  ‸:\n    name: ‸');
  assert.equal(after('pe‸:\n  x: {}', 'person'), 'person:\n  x: {}');
});

test('below a kind what briefs speak of and nothing defines', () => {
  assert.deepEqual(lines(offeredIn(registry('person:\n  ‸'))), [
    'Jo Doe · jo-doe · Not defined yet; briefs mention it 2 times.',
    'Amy: A. · amy-a · Not defined yet; briefs mention it once.',
  ]);
  assert.equal(after('person:\n  jo‸', 'Jo Doe'), 'person:\n  jo-doe: { name: Jo Doe‸ }');
  assert.equal(after('person:\n  am‸', 'Amy: A.'), 'person:\n  amy-a: { name: "Amy: A."‸ }');
  assert.equal(
    after('person:\n  j‸o:\n    name: Jo', 'Jo Doe'),
    'person:\n  jo-doe:\n    name: Jo',
  );
});

test('in an entry the attributes that are not there', () => {
  const wanted = [
    'other_names',
    'description',
    'identifiers',
    'links',
    'sources',
    'classification',
  ];
  assert.deepEqual(labels(registry('org:\n  quad:\n    parent: x\n    ‸\n    name: Quad')), [
    ...wanted,
    'founding_date',
    'dissolution_date',
  ]);
  assert.deepEqual(labels(registry('org:\n  quad: { name: Quad, ‸, parent: x }')), [
    ...wanted,
    'founding_date',
    'dissolution_date',
  ]);
  assert.deepEqual(
    labels(registry('org:\n  quad: {\n    name: Quad,\n    ‸')).slice(0, 2),
    wanted.slice(0, 2),
  );
});

test('an attribute is written in the shape of its values', () => {
  const entry = 'person:\n  jo:\n    ';
  assert.equal(after(`${entry}oth‸`, 'other_names'), `${entry}other_names: [‸]`);
  assert.equal(after(`${entry}‸`, 'identifiers'), `${entry}identifiers: { ‸ }`);
  assert.equal(
    after(`${entry}‸`, 'memberships'),
    `${entry}memberships: [{ office: ‸, start_date: ‸ }]`,
  );
  assert.equal(after(`${entry}na‸: Jo`, 'name'), `${entry}name: Jo`);
  assert.equal(
    after(`${entry}memberships: ‸`, '{ office: … }'),
    `${entry}memberships: [{ office: ‸, start_date: ‸ }]`,
  );
});

test('ids where ids stand, however deep and however half-typed', () => {
  const office = ['Minister of Defence'];
  for (const typed of [
    'memberships: [{ office: ‸',
    'memberships: [{ office: ‸, start_date: 2020 }]',
    'memberships: [{ start_date: 2020, office: min‸ister }]',
    'memberships:\n      - office: ‸',
    'memberships:\n      - start_date: 2020\n        office: min‸',
    'memberships:\n    - office: "mi‸"',
    'memberships:\n      - { office:‸ }',
    'memberships: [\n      { office: ‸ },\n    ]',
  ]) {
    assert.deepEqual(labels(registry(`person:\n  jo:\n    ${typed}`)), office, typed);
  }
  assert.equal(
    after('person:\n  jo:\n    memberships: [{ office:‸ }]', 'minister'),
    'person:\n  jo:\n    memberships: [{ office: minister }]',
  );
});

test('in a list the ids that are not in it', () => {
  const rest = ['Minister of Defence', 'United States'];
  for (const typed of [
    '[india, ‸]',
    '[ ‸, india ]',
    '\n      - india\n      - ‸',
    '\n    - ‸\n    - india',
  ]) {
    assert.deepEqual(labels(registry(`event:\n  e:\n    attendees: ${typed}`)), rest, typed);
  }
});

test('keys of an item of a list', () => {
  const rest = ['org', 'start_date', 'end_date'];
  const office = 'person:\n  jo:\n    memberships:\n      - office: minister\n        ‸';
  assert.deepEqual(labels(registry(office)), rest);
  assert.deepEqual(labels(registry('person:\n  jo:\n    memberships: [{ office: x, ‸ }]')), rest);
  assert.deepEqual(labels(registry('person:\n  jo:\n    memberships:\n      - ‸')), [
    'office',
    ...rest,
  ]);
});

test('choices and dates', () => {
  assert.deepEqual(labels(registry('source:\n  s:\n    classification: ‸')), [
    'primary',
    'secondary',
  ]);
  assert.deepEqual(
    lines(offeredIn(registry('source:\n  s:\n    date: ‸')))[0],
    '2025-11-01 · today · 1 November 2025',
  );
  assert.equal(
    after('source:\n  s:\n    classification: sec‸ond # told', 'primary'),
    'source:\n  s:\n    classification: primary # told',
  );
});

test('a comment that silences rules, and no other', () => {
  assert.equal(
    labels(registry('org: # rapporteur-disable-next-line ‸')).includes('unused-entity'),
    true,
  );
  assert.deepEqual(labels(registry('# a remark ‸')), []);
  assert.deepEqual(labels(registry('org:\n  quad:\n    name: Quad # by ‸')), []);
});

test('nothing where words are the author’s own', () => {
  for (const typed of [
    'org:\n  quad:\n    name: ‸',
    'org: ‸',
    'org:\n  quad: ‸',
    'other:\n  x:\n    ‸',
  ]) {
    assert.deepEqual(labels(registry(typed)), [], typed);
  }
});
