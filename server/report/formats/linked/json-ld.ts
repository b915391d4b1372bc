// Over 300 lines: all that a report says in terms of Web Annotation, Popolo and schema.org is one graph, node by node.
import { counted, EACH_OTHER, groupBy, type PlainValue } from '../../../core/index.js';
import type { ReportFormat } from '../../frame/report-format.js';
import type {
  ReportAssessment,
  ReportBrief,
  ReportCommitment,
  ReportEntity,
  ReportMention,
  ReportRef,
  ReportRelation,
  ReportView,
} from '../../frame/report-view.js';
import { charactersIn } from '../../reading/characters.js';
import { CONTEXT } from './json-ld-context.js';

/**
 * JSON-LD: marked words as W3C Web Annotations, with their place (in characters, that is code points) and their words in
 * the text without tags; people, bodies, posts and events as Popolo has them, all else and commitments as schema.org has.
 * What it needs to be read stands in it, but for the context of annotations, which readers have.
 */
export const jsonLd: ReportFormat = {
  name: 'jsonld',
  extension: 'jsonld',
  summary:
    'annotations, entities and commitments for knowledge graphs (W3C Web Annotation, Popolo, schema.org)',
  views: [],
  holds: ['briefs', 'commitments', 'assessments', 'entities', 'mentions'],
  leavesOut({ commitments }) {
    const steps = commitments.reduce((sum, { history }) => sum + history.length - 1, 0);
    return steps === 0 ? [] : [`${counted(steps, 'update')} before the last word`];
  },
  *write(view) {
    yield `{\n"@context": ${JSON.stringify(CONTEXT)},\n"@graph": [`;
    let before = '\n';
    for (const node of nodesOf(view)) {
      yield `${before}${JSON.stringify(node)}`;
      before = ',\n';
    }
    yield '\n]\n}\n';
  },
};

type Node = Readonly<Record<string, unknown>>;

function* nodesOf(view: ReportView): Iterable<Node> {
  for (const brief of view.briefs) yield briefNode(brief);
  const relations = groupBy([...view.relations()], ({ from }) => from.key);
  for (const entity of view.entities) yield entityNode(entity, relations.get(entity.key) ?? []);
  for (const commitment of view.commitments) {
    yield commitmentNode(commitment);
    for (const [index, each] of commitment.assessments.entries())
      yield assessmentNode(commitment, each, index);
  }
  for (const brief of view.briefs) yield* annotations(brief);
}

function briefNode({ file, title, date, lang, sources }: ReportBrief): Node {
  return {
    id: idOfFile(file),
    type: 'schema:DigitalDocument',
    'schema:name': title,
    'schema:identifier': file,
    ...optional('schema:dateCreated', date),
    ...optional('schema:inLanguage', lang),
    ...pointing('dcterms:source', sources),
  };
}

const CLASSES: ReadonlyMap<string, string> = new Map([
  ['person', 'popolo:Person'],
  ['org', 'org:Organization'],
  ['office', 'org:Post'],
  ['place', 'schema:Place'],
  ['agreement', 'schema:Legislation'],
  ['event', 'schema:Event'],
  ['topic', 'skos:Concept'],
  ['source', 'schema:CreativeWork'],
]);

function entityNode(entity: ReportEntity, relations: readonly ReportRelation[]): Node {
  const { key, kind, name, otherNames, description, links, attributes } = entity;
  const text = (attribute: string): string | undefined => {
    const value = attributes[attribute];
    return typeof value === 'string' ? value : undefined;
  };
  const { identifiers = {} } = attributes;
  return {
    id: idOf(key),
    type: CLASSES.get(kind) ?? 'schema:Thing',
    'schema:name': name,
    ...(otherNames.length > 0 && { 'schema:alternateName': otherNames }),
    ...optional('schema:description', description || undefined),
    ...optional('schema:honorificPrefix', text('honorific_prefix')),
    ...optional('schema:additionalType', text('classification')),
    ...optional('schema:startDate', text('start_date')),
    ...optional('schema:endDate', text('end_date')),
    ...optional('schema:foundingDate', text('founding_date')),
    ...optional('schema:dissolutionDate', text('dissolution_date')),
    ...optional('schema:datePublished', text('date')),
    ...(links.length > 0 && { 'schema:url': links }),
    ...some('schema:identifier', properties(identifiers)),
    ...some(
      'schema:additionalProperty',
      Object.entries(attributes)
        .filter(([attribute]) => !SAID_OTHERWISE.has(attribute))
        .flatMap(([attribute, value]) => property(attribute, value)),
    ),
    ...relationNodes(relations),
  };
}

/** Attributes that have a term of their own, or are relations. */
const SAID_OTHERWISE: ReadonlySet<string> = new Set(
  'description honorific_prefix classification start_date end_date founding_date dissolution_date date url archived_url links identifiers memberships parties attendees parent place org broader sources'.split(
    ' ',
  ),
);

function properties(value: PlainValue): readonly Node[] {
  if (typeof value !== 'object' || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([name, held]) => property(name, held as PlainValue));
}

function property(name: string, value: PlainValue): readonly Node[] {
  const words = typeof value === 'string' ? value : JSON.stringify(value);
  return [{ type: 'schema:PropertyValue', 'schema:propertyID': name, 'schema:value': words }];
}

/** As Popolo and schema.org call what an attribute says; others are relations without a name. */
const TERMS: ReadonlyMap<string, string> = new Map([
  ['parties', 'schema:participant'],
  ['attendees', 'schema:attendee'],
  ['parent', 'org:subOrganizationOf'],
  ['org', 'org:postIn'],
  ['place', 'schema:location'],
  ['broader', 'skos:broader'],
  ['sources', 'dcterms:source'],
]);

function relationNodes(relations: readonly ReportRelation[]): Node {
  const nodes = new Map<string, Node[]>();
  for (const { type, to, start, end, commitment } of relations) {
    // What is promised, the commitment says.
    if (commitment !== undefined) continue;
    const isMember = type.startsWith('memberships.');
    const term = isMember ? 'org:hasMembership' : (TERMS.get(type) ?? 'dcterms:relation');
    const there = { id: idOf(to.key) };
    const node = isMember
      ? {
          type: 'org:Membership',
          [type === 'memberships.org' ? 'org:organization' : 'opengov:post']: there,
          ...optional('schema:validFrom', start),
          ...optional('schema:validThrough', end),
        }
      : there;
    nodes.set(term, [...(nodes.get(term) ?? []), node]);
  }
  return Object.fromEntries(nodes);
}

/** What was said of it last, with the exact word for it as a property. */
function commitmentNode(commitment: ReportCommitment): Node {
  const { key, words, what, by, to, under, at, made, due, dueAssumed, sources, brief } = commitment;
  const { status, progress, strength, saidBy, guideline, extended, overdue, period } = commitment;
  const isMutual = to.some(({ id }) => id === EACH_OTHER);
  const sides = commitment.for.length > 0 ? commitment.for : by;
  const receivers = isMutual ? sides : to;
  const details = {
    ...{ status, progress, strength, condition: commitment.if, period, guideline },
    ...{ dueText: commitment.dueText, overdue: overdue ? 'yes' : undefined },
    dueAssumed: dueAssumed ? 'yes' : undefined,
    extended: extended > 0 ? String(extended) : undefined,
  };
  return {
    id: idOf(key),
    type: 'schema:PlanAction',
    'schema:name': what ?? words,
    ...(what !== undefined && words !== '' && { 'schema:description': words }),
    ...pointing('schema:agent', by),
    ...pointing('schema:recipient', receivers),
    ...pointing('schema:participant', commitment.for),
    ...pointing('schema:provider', saidBy),
    ...pointing('schema:isPartOf', under === undefined ? [] : [under]),
    ...pointing('schema:location', at === undefined ? [] : [at]),
    ...optional('schema:startTime', made),
    ...optional('schema:scheduledTime', due),
    'schema:actionStatus': { id: `schema:${actionStatus(status)}` },
    ...some(
      'schema:additionalProperty',
      Object.entries(details).flatMap(([name, value]) =>
        value === undefined ? [] : property(name, value),
      ),
    ),
    'schema:subjectOf': { id: idOfFile(brief.file) },
    ...pointing('dcterms:source', sources),
    ...some(
      'dcterms:isPartOf',
      commitment.partOf.map((id) => ({ id: idOf(id) })),
    ),
    ...some(
      'dcterms:requires',
      commitment.dependsOn.map((id) => ({ id: idOf(id) })),
    ),
    ...some(
      'dcterms:replaces',
      [...commitment.supersedes, ...commitment.fulfils].map((id) => ({ id: idOf(id) })),
    ),
  };
}

function actionStatus(status: ReportCommitment['status']): string {
  if (status === 'fulfilled' || status === 'partly-fulfilled') return 'CompletedActionStatus';
  if (status === 'in-progress') return 'ActiveActionStatus';
  const isEnd = status !== undefined && ENDED.has(status);
  return isEnd ? 'FailedActionStatus' : 'PotentialActionStatus';
}

const ENDED: ReadonlySet<string> = new Set(
  'broken withdrawn released superseded expired'.split(' '),
);

function assessmentNode(
  { key }: ReportCommitment,
  { by, score, scale, words, on, period, sources, parties }: ReportAssessment,
  index: number,
): Node {
  return {
    id: `${idOf(key)}:assessment:${index + 1}`,
    type: 'schema:Review',
    'schema:itemReviewed': { id: idOf(key) },
    'schema:reviewRating': {
      type: 'schema:Rating',
      'schema:ratingValue': score,
      ...optional('schema:name', scale),
    },
    ...pointing('schema:author', by),
    ...pointing('schema:about', parties),
    ...optional('schema:reviewBody', words || undefined),
    ...optional('schema:datePublished', on),
    ...optional('schema:temporalCoverage', period),
    ...pointing('dcterms:source', sources),
  };
}

/** Around the words of a quotation, so that it is found again after an edit. */
const CONTEXT_LENGTH = 32;

function* annotations(brief: ReportBrief): Iterable<Node> {
  const { text } = brief.plain;
  const characters = charactersIn(text);
  const promised = new Map(brief.commitments.map((each) => [each.span.start, each.key]));
  for (const [index, mention] of brief.mentions.entries()) {
    const { start, end } = mention.plain;
    yield {
      id: `${idOfFile(brief.file)}:${index + 1}`,
      type: 'Annotation',
      motivation: 'identifying',
      body: bodiesOf(mention, promised.get(mention.span.start)),
      target: {
        source: idOfFile(brief.file),
        selector: [
          {
            type: 'TextPositionSelector',
            start: characters.before(start),
            end: characters.before(end),
          },
          {
            type: 'TextQuoteSelector',
            exact: text.slice(start, end),
            prefix: text.slice(characters.back(start, CONTEXT_LENGTH), start),
            suffix: text.slice(end, characters.on(end, CONTEXT_LENGTH)),
          },
        ],
      },
    };
  }
}

function bodiesOf(
  { kind, means, edtf }: ReportMention,
  promised: string | undefined,
): readonly Node[] {
  const keys = promised === undefined ? means.map(({ key }) => key) : [promised];
  return [
    { type: 'TextualBody', purpose: 'tagging', value: kind },
    ...(edtf === undefined ? [] : [{ type: 'TextualBody', purpose: 'describing', value: edtf }]),
    ...keys.map((key) => ({
      type: 'SpecificResource',
      purpose: 'identifying',
      source: idOf(key),
    })),
  ];
}

function optional(term: string, value: string | undefined): Node {
  return value === undefined ? {} : { [term]: value };
}

function some(term: string, values: readonly Node[]): Node {
  return values.length === 0 ? {} : { [term]: values };
}

function pointing(term: string, refs: readonly ReportRef[]): Node {
  return some(
    term,
    refs.map(({ key }) => ({ id: idOf(key) })),
  );
}

function idOf(key: string): string {
  return `urn:rapporteur:${encoded(key)}`;
}

function idOfFile(file: string): string {
  return `urn:rapporteur:file:${encoded(file)}`;
}

/** What is no part of an address, written out; half of a sign is no text. */
function encoded(words: string): string {
  return encodeURIComponent(words.replace(/\p{Surrogate}/gu, '\ufffd'));
}
