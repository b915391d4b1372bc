// Reports for knowledge graphs, read back by a JSON-LD processor and held to the model of FollowTheMoney.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultModel, Model } from '@alephdata/followthemoney';
import fc from 'fast-check';
import jsonld from 'jsonld';
import { followTheMoney } from '../server/report/formats/linked/follow-the-money.js';
import { jsonLd } from '../server/report/formats/linked/json-ld.js';
import { type ReportFormat, type ReportView, reportView } from '../server/report/index.js';
import { hostileText } from './support/hostile-text.js';
import { property, runs } from './support/needs.js';
import { workspaceOf } from './support/workspace.js';

const FILES = {
  'registry.yaml': `place:
  a: { name: Arcadia, classification: country, iso: XA }
  b: { name: Borduria }
  c: { name: "City 😀", classification: city }
org:
  m: { name: Ministry, classification: ministry, parent: g, founding_date: 1990 }
  g: { name: Government, identifiers: { wikidata: Q42, lei: L1 } }
person:
  ann: { name: Ann Lee, honorific_prefix: Dr., memberships: [{ office: head, start_date: 2025-01, end_date: 2026/2027 }, { org: m }] }
office:
  head: { name: Head, org: m, place: a }
agreement:
  p: { name: Coast Pact, parties: [a, b], instrument: treaty, signed: 2025-05-01~ }
event:
  talks: { name: Talks, start_date: 2025-10-01, attendees: [ann], place: c }
topic:
  seas: { name: Seas, broader: waters }
  waters: { name: Waters }
source:
  s: { name: Statement, url: "https://example.org/s", publisher: Office }
  js: { name: "Bad", links: ["javascript:alert(1)"] }
`,
  'one.md': `---
title: One
date: 2025-10-01
source: s
---

# 😀 Talks of :place[Arcadia]

:person[Ann Lee] of :place[the *Republic* 😀]{ref=a} :commitment[will pay by :date[17 October 2025]]{#c-pay by=a to=b under=p at=talks due=2025-10-17}.

:::commitment{#c-open by=a,b to=each-other due=2026}
Both will open their ports in :place[City 😀]. On :topic[Seas] nobody spoke, and :person[somebody].
:::

::update[It was paid]{of=c-pay status=fulfilled on=2025-10-20 source=s}

::assessment[Late, but paid]{of=c-pay by=ann score=0 on=2025-10-30 source=s}
`,
};

function viewOf(files: Readonly<Record<string, string>>): ReportView {
  const workspace = workspaceOf(files);
  return reportView(
    [{ workspace, pages: Object.keys(files), fileOf: (page) => page }],
    workspace.today,
  );
}

const ASKED = { view: 'timeline' } as const;

function written(format: ReportFormat, view: ReportView): string {
  return [...(format.write?.(view, ASKED) ?? [])].join('');
}

const OA = 'http://www.w3.org/ns/oa#';
const SCHEMA = 'http://schema.org/';

/** As much of the context of Web Annotations as reports use; the processor is given nothing else. */
const ANNOTATIONS = {
  '@context': {
    id: '@id',
    type: '@type',
    Annotation: `${OA}Annotation`,
    TextualBody: `${OA}TextualBody`,
    SpecificResource: `${OA}SpecificResource`,
    TextQuoteSelector: `${OA}TextQuoteSelector`,
    TextPositionSelector: `${OA}TextPositionSelector`,
    identifying: `${OA}identifying`,
    tagging: `${OA}tagging`,
    describing: `${OA}describing`,
    body: { '@id': `${OA}hasBody`, '@type': '@id' },
    target: { '@id': `${OA}hasTarget`, '@type': '@id' },
    source: { '@id': `${OA}hasSource`, '@type': '@id' },
    selector: { '@id': `${OA}hasSelector`, '@type': '@id' },
    motivation: { '@id': `${OA}motivatedBy`, '@type': '@vocab' },
    purpose: { '@id': `${OA}hasPurpose`, '@type': '@vocab' },
    value: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value',
    start: `${OA}start`,
    end: `${OA}end`,
    exact: `${OA}exact`,
    prefix: `${OA}prefix`,
    suffix: `${OA}suffix`,
  },
};

type Expanded = Readonly<Record<string, readonly Expanded[] | undefined>> & {
  readonly '@id'?: string;
  readonly '@type'?: readonly string[];
  readonly '@value'?: unknown;
};

async function expanded(text: string): Promise<readonly Expanded[]> {
  const nodes = await jsonld.expand(JSON.parse(text), {
    // A term that has no meaning is dropped: then counts differ.
    documentLoader: async (url: string) => {
      if (url !== 'http://www.w3.org/ns/anno.jsonld') throw new Error(`fetched: ${url}`);
      return { contextUrl: undefined, documentUrl: url, document: ANNOTATIONS };
    },
  });
  return nodes as readonly Expanded[];
}

function ofType(nodes: readonly Expanded[], type: string): readonly Expanded[] {
  return nodes.filter((node) => node['@type']?.includes(type));
}

function valueAt(node: Expanded | undefined, term: string): unknown {
  return node?.[term]?.[0]?.['@value'] ?? node?.[term]?.[0]?.['@id'];
}

/** All names that a JSON document uses, but for those of its context. */
function namesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, held]) => [name, ...namesIn(held)]);
}

async function assertHeld(view: ReportView): Promise<void> {
  const text = written(jsonLd, view);
  const nodes = await expanded(text);
  const commitments = ofType(nodes, `${SCHEMA}PlanAction`);
  const marked = [...view.mentions()];
  const annotations = ofType(nodes, `${OA}Annotation`);
  assert.equal(commitments.length, view.commitments.length);
  assert.equal(annotations.length, marked.length);
  assert.equal(ofType(nodes, `${SCHEMA}DigitalDocument`).length, view.briefs.length);
  const assessed = view.commitments.flatMap(({ assessments }) => assessments);
  assert.equal(ofType(nodes, `${SCHEMA}Review`).length, assessed.length);
  const rest = nodes.length - commitments.length - annotations.length - view.briefs.length;
  assert.equal(rest - assessed.length, view.entities.length);
  assert.equal(new Set(nodes.map((node) => node['@id'])).size, nodes.length);
  for (const [index, { brief, plain }] of marked.entries()) {
    const selectors = annotations[index]?.[`${OA}hasTarget`]?.[0]?.[`${OA}hasSelector`] ?? [];
    const [position] = ofType(selectors, `${OA}TextPositionSelector`);
    const [quote] = ofType(selectors, `${OA}TextQuoteSelector`);
    const characters = Array.from(brief.plain.text);
    const [start, end] = [
      valueAt(position, `${OA}start`),
      valueAt(position, `${OA}end`),
    ] as number[];
    const words = brief.plain.text.slice(plain.start, plain.end);
    assert.equal(characters.slice(start, end).join(''), words);
    assert.equal(valueAt(quote, `${OA}exact`), words);
    const around = ['prefix', 'exact', 'suffix'].map((part) => valueAt(quote, OA + part)).join('');
    assert.ok(brief.plain.text.includes(around));
  }
}

test('annotations have the place and the words of what is marked, as a JSON-LD processor reads them', async () => {
  const view = viewOf(FILES);
  await assertHeld(view);
  assert.equal(written(jsonLd, view), written(jsonLd, viewOf(FILES)));
  assert.deepEqual(jsonLd.leavesOut(view, ASKED), ['1 update before the last word']);
});

test('no name of the document is without a meaning', async () => {
  const { '@graph': graph } = JSON.parse(written(jsonLd, viewOf(FILES))) as { '@graph': unknown };
  const known = new Set(Object.keys(ANNOTATIONS['@context']));
  for (const name of new Set(namesIn(graph)))
    assert.ok(
      known.has(name) || /^(?:schema|dcterms|org|opengov|skos):[a-zA-Z]+$/.test(name),
      name,
    );
});

test('entities, promises and scores are what vocabularies call them', async () => {
  const nodes = await expanded(written(jsonLd, viewOf(FILES)));
  const byId = new Map(nodes.map((node) => [node['@id'], node]));
  const pay = byId.get('urn:rapporteur:c-pay');
  assert.equal(valueAt(pay, `${SCHEMA}agent`), 'urn:rapporteur:a');
  assert.equal(valueAt(pay, `${SCHEMA}recipient`), 'urn:rapporteur:b');
  assert.equal(valueAt(pay, `${SCHEMA}actionStatus`), `${SCHEMA}CompletedActionStatus`);
  const open = byId.get('urn:rapporteur:c-open');
  assert.equal(open?.[`${SCHEMA}recipient`]?.length, 2);
  const ann = byId.get('urn:rapporteur:ann');
  assert.deepEqual(ann?.['@type'], ['http://www.w3.org/ns/person#Person']);
  const [member] = ann?.['http://www.w3.org/ns/org#hasMembership'] ?? [];
  assert.equal(valueAt(member, 'http://www.w3.org/ns/opengov#post'), 'urn:rapporteur:head');
  assert.equal(valueAt(member, `${SCHEMA}validFrom`), '2025-01');
  const [review] = ofType(nodes, `${SCHEMA}Review`);
  assert.equal(valueAt(review, `${SCHEMA}itemReviewed`), 'urn:rapporteur:c-pay');
  assert.equal(valueAt(review?.[`${SCHEMA}reviewRating`]?.[0], `${SCHEMA}ratingValue`), '0');
  assert.equal(
    valueAt(byId.get('urn:rapporteur:seas'), 'http://www.w3.org/2004/02/skos/core#broader'),
    'urn:rapporteur:waters',
  );
});

property('whatever is written, each mention, entity and promise is there once', async () => {
  await fc.assert(
    fc.asyncProperty(hostileText, hostileText, async (one, two) => {
      const files = {
        ...FILES,
        'two.md': `---\ntitle: ${JSON.stringify(one)}\n---\n${two}\n:place[Arcadia] :commitment[will go]{by=a what=${JSON.stringify(one)}}.\n${one}\n`,
      };
      const view = viewOf(files);
      await assertHeld(view);
      assertModelled(view);
    }),
    runs('workspace'),
  );
});

interface FtmEntity {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

const MODEL = new Model(defaultModel);

/** Each schema, property and target is one of the model, and what must be there is. */
function assertModelled(view: ReportView): readonly FtmEntity[] {
  const lines = written(followTheMoney, view).trimEnd().split('\n');
  const entities = lines.map((line) => JSON.parse(line) as FtmEntity);
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  assert.equal(byId.size, entities.length);
  for (const { id, schema: name, properties } of entities) {
    assert.match(id, /^[0-9a-zA-Z](?:[0-9a-zA-Z.-]*[0-9a-zA-Z])?$/);
    const schema = MODEL.getSchema(name);
    assert.ok(!schema.abstract, name);
    for (const [key, values] of Object.entries(properties)) {
      const found = schema.getProperty(key);
      assert.ok(found && !found.stub, `${name}.${key}`);
      assert.ok(
        values.length > 0 && values.every((value) => value.trim() !== ''),
        `${name}.${key}`,
      );
      for (const value of values) assertValue(found, value, byId);
    }
    for (const key of schema.required) assert.ok(properties[key], `${name} needs ${key}`);
  }
  return entities;
}

function assertValue(
  property: NonNullable<ReturnType<ReturnType<Model['getSchema']>['getProperty']>>,
  value: string,
  byId: ReadonlyMap<string, FtmEntity>,
): void {
  const { type, name } = property;
  const range = property.hasRange ? property.getRange() : undefined;
  if (type.name === 'date') assert.match(value, /^\d{4}(?:-\d\d(?:-\d\d)?)?$/, name);
  if (type.name === 'country') assert.match(value, /^[a-z]{2}$/, name);
  if (type.name === 'url') assert.match(value, /^https?:\/\//, name);
  if (type.name !== 'entity') return;
  const target = byId.get(value);
  assert.ok(target, `${name}: ${value}`);
  const schema = MODEL.getSchema(target.schema);
  assert.ok(range === undefined || schema.isA(range), `${name}: ${target.schema}`);
}

test('FollowTheMoney knows each schema and property, and whom each points at', () => {
  const view = viewOf(FILES);
  const entities = assertModelled(view);
  const count = (schema: string): number =>
    entities.filter((entity) => entity.schema === schema).length;
  assert.equal(count('PlainText'), view.briefs.length);
  // Talks and the commitments.
  assert.equal(count('Event'), 1 + view.commitments.length);
  assert.deepEqual(
    ['Assessment', 'Occupancy', 'Membership', 'Position', 'Contract', 'Document'].map(count),
    [1, 1, 1, 1, 1, 2],
  );
  // States promise; a city does not.
  const schemas = new Map(entities.map(({ id, schema }) => [id, schema]));
  assert.deepEqual(
    ['id.a', 'id.b', 'id.c', 'id.m'].map((id) => schemas.get(id)),
    ['PublicBody', 'PublicBody', 'Address', 'PublicBody'],
  );
  const occupancy = entities.find(({ schema }) => schema === 'Occupancy');
  assert.deepEqual(occupancy?.properties, {
    holder: ['id.ann'],
    post: ['id.head'],
    startDate: ['2025-01'],
    endDate: ['2027-12-31'],
  });
  assert.deepEqual(followTheMoney.leavesOut(view, ASKED), [
    '2 entities of kinds that it has not',
    '1 update before the last word',
    '3 marked dates and promises',
  ]);
  assert.equal(written(followTheMoney, view), written(followTheMoney, viewOf(FILES)));
});
