import type { Attribute, Definition, Facts, Tag } from '../brief/index.js';
import type { Value } from '../parse/index.js';
import type { Span, Written } from '../text/index.js';
import type { Page, PageId } from './model.js';
import { anchorText, NO_SPAN, stubLink, stubMention, stubUse } from './page-stub.js';

/**
 * A page that `thinPage` made as a short text, to be kept outside of the heap or sent to a worker: a
 * tenth of what the page takes as objects. {@link unpackPage} makes an equal page of it.
 */
export function packPage({ text, facts }: Page): string {
  const { role, front, tags, definitions, uses, headings, links } = facts;
  const kept = tags.filter((tag) => tag.role !== 'mention');
  const [idsAreAnchors, anchors] = packAnchors(text, definitions);
  const packed: PackedPage = [
    ROLES.indexOf(role),
    front.date?.edtf ?? 0,
    front.source.map((source) => source.text),
    kept.map(packTag),
    packMentions(tags),
    definitions.map((definition) => packDefinition(definition, tags)),
    uses.flatMap(({ id, attribute, tag }): [string, number][] =>
      attribute === 'of' ? [[id.text, tag ?? -1]] : [],
    ),
    uses.flatMap(({ id, attribute }) => (attribute === '' ? id.text : [])),
    headings.map(({ slug }) => slug),
    links.map(({ target }) => target.text),
    idsAreAnchors,
    anchors,
  ];
  return JSON.stringify(packed);
}

/** The page of that id that {@link packPage} made the text of. */
export function unpackPage(id: PageId, packed: string): Page {
  const [
    role,
    edtf,
    sources,
    kept,
    mentions,
    definitions,
    news,
    ids,
    slugs,
    links,
    named,
    anchors,
  ] = JSON.parse(packed) as PackedPage;
  const tags = [...kept.map(unpackTag), ...mentions.flatMap(unpackMentions)];
  const made = definitions.map((definition) => unpackDefinition(definition, tags));
  const facts: Facts = {
    role: ROLES[role] ?? 'document',
    front: {
      span: undefined,
      source: sources.map((text) => ({ text, span: NO_SPAN })),
      ...(edtf === 0 ? {} : { date: { text: '', span: NO_SPAN, edtf } }),
    },
    tags,
    definitions: made,
    uses: [
      ...news.map(([of, tag]) => stubUse(of, 'of', tag < 0 ? undefined : tag)),
      ...ids.map((text) => stubUse(text, '', undefined)),
    ],
    headings: slugs.map((slug) => ({ span: NO_SPAN, depth: 1, words: '', slug })),
    links: links.map(stubLink),
    footnotes: [],
    faults: [],
    suppressions: [],
  };
  const own = named === 1 ? made.map(anchorOf) : [];
  return {
    id,
    text: own.length + anchors.length === 0 ? '' : anchorText([...own, ...anchors]),
    facts,
  };
}

type PackedPage = [
  role: number,
  edtf: string | 0,
  sources: readonly string[],
  tags: readonly PackedTag[],
  mentions: readonly PackedMentions[],
  definitions: readonly PackedDefinition[],
  news: readonly (readonly [string, number])[],
  ids: readonly string[],
  slugs: readonly string[],
  links: readonly string[],
  idsAreAnchors: 0 | 1,
  anchors: readonly string[],
];

const ROLES: readonly Facts['role'][] = ['brief', 'registry', 'document'];
const FORMS: readonly Tag['form'][] = ['text', 'record', 'block'];
const TAG_ROLES: readonly Tag['role'][] = ['mention', 'definition', 'commitment', 'update', 'date'];

type PackedWritten = readonly [text: string, start: number, end: number];

function packWritten({ text, span }: Written): PackedWritten {
  return [text, span.start, span.end];
}

function unpackWritten([text, start, end]: PackedWritten): Written {
  return { text, span: { start, end } };
}

type PackedSpan = readonly [start: number, end: number];

function packSpan({ start, end }: Span): PackedSpan {
  return [start, end];
}

function unpackSpan([start, end]: PackedSpan): Span {
  return { start, end };
}

type PackedTag = readonly [
  kind: string,
  form: number,
  role: number,
  span: PackedSpan,
  head: PackedSpan,
  words: string,
  id: PackedWritten | 0,
  attributes: readonly PackedAttribute[],
  sound: 0 | 1,
  read: readonly [strength: string, words: PackedWritten] | 0,
];

function packTag(tag: Tag): PackedTag {
  const { id, read } = tag;
  return [
    tag.kind,
    FORMS.indexOf(tag.form),
    TAG_ROLES.indexOf(tag.role),
    packSpan(tag.span),
    packSpan(tag.head),
    tag.words,
    id === undefined ? 0 : packWritten(id),
    tag.attributes.map(packAttribute),
    tag.sound ? 1 : 0,
    read === undefined ? 0 : [read.strength, packWritten(read.words)],
  ];
}

function unpackTag([
  kind,
  form,
  role,
  span,
  head,
  words,
  id,
  attributes,
  sound,
  read,
]: PackedTag): Tag {
  return {
    kind,
    form: FORMS[form] ?? 'text',
    role: TAG_ROLES[role] ?? 'mention',
    span: unpackSpan(span),
    head: unpackSpan(head),
    label: undefined,
    words,
    id: id === 0 ? undefined : unpackWritten(id),
    refs: undefined,
    attributes: attributes.map(unpackAttribute),
    parent: undefined,
    sound: sound === 1,
    read: read === 0 ? undefined : { strength: read[0] as Strength, words: unpackWritten(read[1]) },
    edtf: undefined,
  };
}

type Strength = NonNullable<Tag['read']>['strength'];

type PackedAttribute = readonly [name: string, key: PackedWritten, value: PackedValue];
type PackedValue =
  | PackedWritten
  | readonly [type: 1, span: PackedSpan, items: readonly PackedValue[]]
  | readonly [type: 2, span: PackedSpan, entries: readonly PackedEntry[]];
type PackedEntry = readonly [key: PackedWritten, value: PackedValue];

function packAttribute({ name, key, value }: Attribute): PackedAttribute {
  return [name, packWritten(key), packValue(value)];
}

function unpackAttribute([name, key, value]: PackedAttribute): Attribute {
  return { name, key: unpackWritten(key), value: unpackValue(value) };
}

function packValue(value: Value): PackedValue {
  if (value.type === 'scalar') return packWritten(value);
  const span = packSpan(value.span);
  if (value.type === 'list') return [1, span, value.items.map(packValue)];
  return [2, span, value.entries.map((entry) => [packWritten(entry.key), packValue(entry.value)])];
}

function unpackValue(packed: PackedValue): Value {
  if (packed[0] === 1) {
    return { type: 'list', span: unpackSpan(packed[1]), items: packed[2].map(unpackValue) };
  }
  if (packed[0] === 2) {
    const entries = packed[2].map(([key, value]) => ({
      key: unpackWritten(key),
      value: unpackValue(value),
    }));
    return { type: 'mapping', span: unpackSpan(packed[1]), entries };
  }
  return { type: 'scalar', ...unpackWritten(packed) };
}

type PackedMentions = readonly [kind: string, words: readonly string[]];

/** They stand kind by kind. */
function packMentions(tags: readonly Tag[]): readonly PackedMentions[] {
  const kinds = new Map<string, string[]>();
  for (const { role, kind, words } of tags) {
    if (role !== 'mention') continue;
    const known = kinds.get(kind);
    if (known === undefined) kinds.set(kind, [words]);
    else known.push(words);
  }
  return [...kinds];
}

function unpackMentions([kind, all]: PackedMentions): readonly Tag[] {
  return all.map((words) => stubMention(kind, words));
}

/** What a definition by a tag shares with it is not said again. */
type PackedDefinition =
  | readonly [tag: number, name: PackedWritten, otherNames: readonly PackedWritten[]]
  | readonly [
      kind: string,
      name: PackedWritten,
      otherNames: readonly PackedWritten[],
      id: PackedWritten,
      attributes: readonly PackedAttribute[],
      span: PackedSpan,
    ];

function packDefinition(definition: Definition, tags: readonly Tag[]): PackedDefinition {
  const { kind, id, name, otherNames, attributes, span, tag } = definition;
  const named = [packWritten(name), otherNames.map(packWritten)] as const;
  if (tag !== undefined && tags[tag]?.attributes === attributes) return [tag, ...named];
  return [kind, ...named, packWritten(id), attributes.map(packAttribute), packSpan(span)];
}

function unpackDefinition(packed: PackedDefinition, tags: readonly Tag[]): Definition {
  const name = unpackWritten(packed[1]);
  const otherNames = packed[2].map(unpackWritten);
  if (packed.length === 3) {
    const index = packed[0];
    const { kind = '', id = name, attributes = [], span = NO_SPAN } = tags[index] ?? {};
    return { kind, id, name, otherNames, attributes, span, tag: index };
  }
  return {
    ...{ kind: packed[0], id: unpackWritten(packed[3]), name, otherNames },
    ...{ attributes: packed[4].map(unpackAttribute), span: unpackSpan(packed[5]), tag: undefined },
  };
}

/** Ids stand in braces of their tags mostly, and are anchors there: they need not be said again. */
function packAnchors(
  text: string,
  definitions: readonly Definition[],
): readonly [idsAreAnchors: 0 | 1, others: readonly string[]] {
  const anchors = text === '' ? [] : text.split('\n');
  const own = new Set(definitions.map(anchorOf));
  const known = new Set(anchors);
  if (own.size === 0 || ![...own].every((anchor) => known.has(anchor))) return [0, anchors];
  return [1, anchors.filter((anchor) => !own.has(anchor))];
}

function anchorOf({ id }: Definition): string {
  return `{#${id.text}`;
}
