import { counted, type Day, formatDay, type PlainValue, parseEdtf } from '../../../core/index.js';
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
import { stableKey } from '../../frame/stable-key.js';

/**
 * FollowTheMoney entities, as Aleph and its kin read them, one JSON object a line: briefs and sources as documents,
 * commitments as events, relations as links.
 */
export const followTheMoney: ReportFormat = {
  name: 'ftm',
  extension: 'ftm.json',
  summary: 'entities of FollowTheMoney for Aleph and others, a JSON object a line',
  views: [],
  holds: ['briefs', 'commitments', 'assessments'],
  leavesOut(view) {
    const others = view.entities.filter(({ kind }) => !SCHEMAS.has(kind)).length;
    const steps = view.commitments.reduce((sum, { history }) => sum + history.length - 1, 0);
    const marked = [...view.mentions()];
    const unnamed = marked.length - marked.filter(isName).length;
    return [
      ...(others === 0
        ? []
        : [`${counted(others, 'entity', 'entities')} of kinds that it has not`]),
      ...(steps === 0 ? [] : [`${counted(steps, 'update')} before the last word`]),
      ...(unnamed === 0
        ? []
        : [counted(unnamed, 'marked date or promise', 'marked dates and promises')]),
    ];
  },
  *write(view) {
    for (const entity of entitiesOf(view)) yield `${JSON.stringify(entity)}\n`;
  },
};

interface FtmEntity {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

function* entitiesOf(view: ReportView): Iterable<FtmEntity> {
  const known = new Map(view.entities.map((entity) => [entity.key, schemaOf(entity)]));
  for (const brief of view.briefs) yield briefEntity(brief);
  for (const entity of view.entities) {
    const schema = known.get(entity.key);
    if (schema !== undefined) yield thing(entity, schema);
  }
  for (const commitment of view.commitments) {
    yield event(commitment, known);
    for (const [index, each] of commitment.assessments.entries())
      yield assessment(commitment, each, index, known);
  }
  let links = 0;
  for (const relation of view.relations()) {
    const found = link(relation, known, links);
    if (found === undefined) continue;
    links += 1;
    yield found;
  }
  for (const brief of view.briefs)
    for (const [index, mention] of brief.mentions.entries())
      if (isName(mention)) yield mentionOf(brief, mention, index, known);
}

/** By kind; `undefined`: it has none. Of a place and a body more decides. */
const SCHEMAS: ReadonlyMap<string, string> = new Map([
  ['person', 'Person'],
  ['org', 'Organization'],
  ['office', 'Position'],
  ['place', 'Address'],
  ['agreement', 'Contract'],
  ['event', 'Event'],
  ['source', 'Document'],
]);

function schemaOf({ kind, attributes, owes, isOwed }: ReportEntity): string | undefined {
  const classification = String(attributes.classification ?? '');
  const isState = /^(?:country|state|nation)$/i.test(classification) || owes + isOwed > 0;
  if (kind === 'place' && isState) return 'PublicBody';
  if (kind === 'org' && /minist|agency|govern|authority|parliament|council/i.test(classification))
    return 'PublicBody';
  if (kind === 'org' && /company|corporation|firm/i.test(classification)) return 'Company';
  return SCHEMAS.get(kind);
}

/** Those that can act. */
const LEGAL: ReadonlySet<string> = new Set(['Person', 'Organization', 'PublicBody', 'Company']);

type Known = ReadonlyMap<string, string | undefined>;

function legal(refs: readonly ReportRef[], known: Known): readonly string[] {
  return refs.flatMap(({ key }) => (LEGAL.has(known.get(key) ?? '') ? [idOf(key)] : []));
}

function documents(refs: readonly ReportRef[], known: Known): readonly string[] {
  return refs.flatMap(({ key }) => (known.get(key) === 'Document' ? [idOf(key)] : []));
}

function briefEntity({ file, title, date, lang, plain }: ReportBrief): FtmEntity {
  return entity(idOfFile(file), 'PlainText', {
    fileName: [file],
    title: [title],
    bodyText: [plain.text.slice(plain.body)],
    date: dates(date, 'first'),
    language: /^[a-z]{3}$/.test(lang ?? '') ? [lang ?? ''] : [],
  });
}

function thing(given: ReportEntity, schema: string): FtmEntity {
  const { key, name, otherNames, description, links, attributes } = given;
  const text = (attribute: string): readonly string[] => textsIn(attributes[attribute]);
  const urls = links.filter((each) => /^https?:\/\/\S+$/i.test(each));
  const wikidata = identifier(attributes.identifiers, 'wikidata').filter((id) => /^Q\d+$/.test(id));
  return entity(idOf(key), schema, {
    name: [name],
    alias: otherNames,
    description: [description],
    sourceUrl: urls,
    wikidataId: wikidata,
    country: text('iso').flatMap(
      (iso) => /^([a-z]{2})(?:-|$)/i.exec(iso)?.[1]?.toLowerCase() ?? [],
    ),
    ...OWN.get(schema)?.(given, text),
  });
}

type Properties = Readonly<Record<string, readonly string[]>>;

type Own = (given: ReportEntity, text: (name: string) => readonly string[]) => Properties;

const LEGAL_TERMS: Own = ({ attributes }) => ({
  classification: textsIn(attributes.classification),
  leiCode: identifier(attributes.identifiers, 'lei'),
  incorporationDate: dates(textsIn(attributes.founding_date)[0], 'first'),
  dissolutionDate: dates(textsIn(attributes.dissolution_date)[0], 'last'),
});

const OWN: ReadonlyMap<string, Own> = new Map<string, Own>([
  ['Person', (_given, text) => ({ title: text('honorific_prefix') })],
  ['Organization', LEGAL_TERMS],
  ['PublicBody', LEGAL_TERMS],
  ['Company', LEGAL_TERMS],
  ['Address', ({ name }) => ({ full: [name] })],
  [
    'Contract',
    ({ name }, text) => ({
      title: [name],
      type: text('instrument'),
      status: text('status'),
      contractDate: dates(text('signed')[0], 'first'),
    }),
  ],
  [
    'Event',
    (_given, text) => ({
      startDate: dates(text('start_date')[0], 'first'),
      endDate: dates(text('end_date')[0], 'last'),
    }),
  ],
  [
    'Document',
    ({ key, name }, text) => ({
      fileName: [key],
      title: [name],
      publisher: text('publisher'),
      date: dates(text('date')[0], 'first'),
    }),
  ],
]);

function event(commitment: ReportCommitment, known: Known): FtmEntity {
  const { key, words, what, made, due, dueAssumed, deadline, status, overdue, brief } = commitment;
  return entity(idOf(key), 'Event', {
    name: [what ?? words],
    summary: what === undefined ? [] : [words],
    keywords: ['commitment', status ?? '', overdue ? 'overdue' : ''],
    startDate: dates(made, 'first'),
    endDate: dates(due, 'last'),
    notes: [
      deadline === '' ? '' : `Deadline: ${deadline}`,
      dueAssumed ? 'Nobody wrote this deadline: it is assumed.' : '',
    ],
    involved: legal([...commitment.by, ...commitment.for, ...commitment.to], known),
    proof: [idOfFile(brief.file), ...documents(commitment.sources, known)],
  });
}

function assessment(
  { key, words, what }: ReportCommitment,
  given: ReportAssessment,
  index: number,
  known: Known,
): FtmEntity {
  return entity(`${idOf(key)}.a${index + 1}`, 'Assessment', {
    name: [given.said],
    assessmentId: [given.score],
    author: legal(given.by, known),
    publishDate: dates(given.on, 'first'),
    summary: [given.words],
    notes: [`Commitment: ${what ?? words}`],
    proof: [idOfFile(given.file), ...documents(given.sources, known)],
  });
}

/** A link of its own sort where there is one and both ends are of its sorts, else of no known sort. */
function link(relation: ReportRelation, known: Known, index: number): FtmEntity | undefined {
  const { type, from, to, start, end, commitment } = relation;
  const [one, other] = [known.get(from.key), known.get(to.key)];
  if (one === undefined || other === undefined) return undefined;
  const id = `link.${index + 1}`;
  const [source, target] = [[idOf(from.key)], [idOf(to.key)]];
  const dated = { startDate: dates(start, 'first'), endDate: dates(end, 'last') };
  if (type === 'memberships.office' && one === 'Person' && other === 'Position')
    return entity(id, 'Occupancy', { holder: source, post: target, ...dated });
  const isBody = other !== 'Person' && LEGAL.has(other);
  if (type === 'memberships.org' && isBody)
    return entity(id, 'Membership', { member: source, organization: target, ...dated });
  return entity(id, 'UnknownLink', {
    subject: source,
    object: target,
    role: [type.replace('memberships.', 'member of ')],
    recordId: commitment === undefined ? [] : [idOf(commitment.key)],
    ...dated,
  });
}

function isName({ kind, role }: ReportMention): boolean {
  return (role === 'mention' || role === 'definition') && kind !== 'commitment';
}

function mentionOf(
  { file }: ReportBrief,
  { words, means, kind }: ReportMention,
  index: number,
  known: Known,
): FtmEntity {
  return entity(`${idOfFile(file)}.${index + 1}`, 'Mention', {
    document: [idOfFile(file)],
    name: [words],
    resolved: legal(means, known),
    detectedSchema: [SCHEMAS.get(kind) ?? ''],
  });
}

/** Empty values say nothing, and none is said twice. */
function entity(id: string, schema: string, properties: Properties): FtmEntity {
  const said = Object.entries(properties).flatMap(([name, values]) => {
    const some = [...new Set(values)].filter((value) => value.trim() !== '');
    return some.length === 0 ? [] : [[name, some] as const];
  });
  return { id, schema, properties: Object.fromEntries(said) };
}

/** Letters, digits, dots and hyphens, none of these at the end. */
function idOf(key: string): string {
  const plain = key.replace(':', '.');
  return /^[a-z0-9][a-z0-9.-]*[a-z0-9]$|^[a-z0-9]$/.test(plain)
    ? `id.${plain}`
    : `id.${stableKey(key)}`;
}

function idOfFile(file: string): string {
  return `brief.${stableKey(file)}`;
}

function textsIn(value: PlainValue | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.flatMap(textsIn) : [];
}

function identifier(value: PlainValue | undefined, name: string): readonly string[] {
  if (typeof value !== 'object' || Array.isArray(value)) return [];
  return textsIn(
    Object.entries(value).find(([key]) => key === name)?.[1] as PlainValue | undefined,
  );
}

/** A year, a month or a day; of anything else the first or the last day. */
function dates(edtf: string | undefined, end: 'first' | 'last'): readonly string[] {
  const date = edtf === undefined ? undefined : parseEdtf(edtf);
  if (date === undefined) return [];
  const plain = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?(?=[~?]?$)/.exec(date.text)?.[0];
  const day: Day = date.range[end];
  return plain !== undefined ? [plain] : Number.isFinite(day) ? [formatDay(day)] : [];
}
