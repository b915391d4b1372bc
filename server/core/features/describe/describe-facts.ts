import {
  type Attribute,
  attributeSpec,
  type Definition,
  namesOfReversedDates,
  scalar,
  scalars,
} from '../../brief/index.js';
import { describeDate, parseEdtf } from '../../dates/index.js';
import { shortened, valueInWords } from '../../rules/index.js';
import { dateOfEvent, type Workspace } from '../../workspace/index.js';
import { namesOfEntities } from './describe-names.js';
import { joined, type Line, linked, type Piece } from './rich-text.js';

/** What else is known of an entity, on one line: `framework · signed 31 October 2025 · India and …`. */
export function factLine(workspace: Workspace, definition: Definition): Line {
  const about: About = { workspace, definition };
  // Dates that contradict each other are a fault where they are written, and nothing to read here.
  const reversed = namesOfReversedDates(definition.attributes);
  const attributes = definition.attributes.filter(({ name }) => !reversed.has(name));
  const facts = attributes.map((attribute) => factOf(about, attribute));
  return joined(facts.filter((fact) => fact.length > 0).slice(0, MAX_FACTS));
}

/** An entity may have any number of attributes of its workspace's own; a hover is read in seconds. */
const MAX_FACTS = 8;

interface About {
  readonly workspace: Workspace;
  readonly definition: Definition;
}

type FactDescriber = (about: About, attribute: Attribute) => Line;

function factOf(about: About, attribute: Attribute): Line {
  return (FACT_DESCRIBERS.get(attribute.name) ?? byType)(about, attribute);
}

const describesNothing: FactDescriber = () => [];

/** How the attributes of the built-in kinds are said; those that stand elsewhere in a card are nothing. */
const FACT_DESCRIBERS: ReadonlyMap<string, FactDescriber> = new Map<string, FactDescriber>([
  ['name', describesNothing],
  ['other_names', describesNothing],
  ['description', describesNothing],
  ['identifiers', describesNothing],
  ['iso', describesNothing],
  ['memberships', describesNothing],
  ['honorific_prefix', describesNothing],
  ['links', webPages],
  [
    'url',
    (_, { value }) => (value.type === 'scalar' ? [linked(hostOf(value.text), value.text)] : []),
  ],
  ['archived_url', (_, { value }) => (value.type === 'scalar' ? [linked('copy', value.text)] : [])],
  ['sources', behind('source: ')],
  ['classification', plain('')],
  ['instrument', plain('')],
  ['publisher', plain('')],
  ['status', status],
  ['legal_status', legalStatus],
  ['parent', behind('part of ')],
  ['broader', behind('part of ')],
  ['org', behind('')],
  ['place', behind('')],
  [
    'parties',
    (about, attribute) => behind(about.definition.kind === 'event' ? 'for ' : '')(about, attribute),
  ],
  ['attendees', behind('with ')],
  ['founding_date', dated('founded ')],
  ['dissolution_date', dated('dissolved ')],
  ['signed', dated('signed ')],
  ['in_force', dated('in force since ')],
  ['period', dated('')],
  ['date', dated('')],
  ['start_date', (about) => whenItWas(about)],
  ['end_date', (about) => (has(about, 'start_date') ? [] : until(dateIn(about, 'end_date')))],
]);

function plain(before: string): FactDescriber {
  return (_, { value }) =>
    value.type === 'scalar' && value.text !== '' ? [before + shortened(value.text)] : [];
}

function behind(before: string): FactDescriber {
  return ({ workspace }, attribute) => {
    const ids = scalars([attribute], attribute.name).map(({ text }) => text);
    return ids.length === 0 ? [] : [before, ...namesOfEntities(workspace, ids)];
  };
}

function dated(before: string): FactDescriber {
  return (_, { value }) => {
    const isDate = value.type === 'scalar' && parseEdtf(value.text) !== undefined;
    return isDate ? [before + describeDate(value.text)] : [];
  };
}

/** `signed` and `signed 31 October 2025` say the same. */
function status(about: About, { value }: Attribute): Line {
  if (value.type !== 'scalar' || has(about, value.text.replaceAll('-', '_'))) return [];
  return [shortened(valueInWords(value.text))];
}

const LEGAL_STATUS: ReadonlyMap<string, string> = new Map([
  ['binding', 'legally binding'],
  ['political', 'not legally binding'],
]);

function legalStatus(_: About, { value }: Attribute): Line {
  if (value.type !== 'scalar') return [];
  return value.text === 'unknown' ? [] : [LEGAL_STATUS.get(value.text) ?? shortened(value.text)];
}

function webPages(_: About, attribute: Attribute): Line {
  const pages = scalars([attribute], 'links').slice(0, 3);
  return joined(pages.map(({ text }) => linked(hostOf(text), text)));
}

/** `www.` says nothing; what is no address is shown as it is. */
function hostOf(url: string): string {
  const [, host = url] = /^https?:\/\/(?:www\.)?([^/?#]+)/i.exec(url) ?? [];
  return shortened(host);
}

function whenItWas({ workspace, definition }: About): Line {
  const date = dateOfEvent(workspace, definition.id.text);
  return date === undefined ? [] : [describeDate(date)];
}

function has({ definition }: About, name: string): boolean {
  return scalar(definition.attributes, name) !== undefined;
}

function until(date: Line): Line {
  return date.length === 0 ? [] : ['until ', ...date];
}

function dateIn({ definition }: About, name: string): Line {
  const written = scalar(definition.attributes, name);
  const isDate = written !== undefined && parseEdtf(written.text) !== undefined;
  return isDate ? [describeDate(written.text)] : [];
}

/** What a workspace's own kinds have, by what it is. */
function byType({ workspace, definition }: About, attribute: Attribute): Line {
  const kind = workspace.vocabulary.kinds.get(definition.kind);
  const type = kind && attributeSpec(kind, attribute.name)?.type;
  const isDate = type?.type === 'date';
  const said = scalars([attribute], attribute.name).filter(
    ({ text }) => text !== '' && (!isDate || parseEdtf(text) !== undefined),
  );
  if (type === undefined || said.length === 0) return [];
  const title = `${attribute.name.replaceAll('_', ' ')} `;
  if (type.type === 'id' || type.type === 'ids') {
    return [
      title,
      ...namesOfEntities(
        workspace,
        said.map(({ text }) => text),
      ),
    ];
  }
  const words = said.slice(0, 3).map(({ text }): Piece => {
    if (type.type === 'url') return linked(hostOf(text), text);
    return isDate ? describeDate(text) : shortened(text);
  });
  return [title, ...joined(words, ', ')];
}
