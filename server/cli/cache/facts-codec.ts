import type {
  Attribute,
  Definition,
  Entry,
  Facts,
  Fault,
  FootnoteFact,
  FrontMatter,
  HeadingFact,
  LinkFact,
  List,
  Mapping,
  Page,
  PageId,
  Scalar,
  Span,
  Strength,
  Suppression,
  Tag,
  TextEdit,
  Use,
  Value,
  Written,
} from '../../core/index.js';
import { ByteReader, ByteWriter } from './bytes.js';
import {
  type Codec,
  flag,
  list,
  maybe,
  missing,
  oneOf,
  record,
  shared,
  sharedList,
  struct,
  text,
  uint,
  word,
} from './codec.js';

/**
 * What a text says, as bytes: a tenth of it as JSON, and read four times as fast. The types of the core
 * hold the lists below to be whole: a property without a codec does not compile.
 */
export function bytesOf(facts: Facts): Buffer {
  const to = new ByteWriter();
  FACTS.write(to, facts);
  return to.done();
}

/** @throws RangeError when the bytes are none of `bytesOf` */
export function factsOf(bytes: Buffer): Facts {
  return FACTS.read(new ByteReader(bytes));
}

/** A whole page but for its id: for thin ones, whose texts are short. */
export function bytesOfPage(page: Omit<Page, 'id'>): Buffer {
  const to = new ByteWriter();
  PAGE.write(to, page);
  return to.done();
}

/** @throws RangeError when the bytes are none of `bytesOfPage` */
export function pageOf(id: PageId, bytes: Buffer): Page {
  return { id, ...PAGE.read(new ByteReader(bytes)) };
}

/** By its distance from the one before. */
const SPAN: Codec<Span> = {
  write: (to, { start, end }) => {
    to.int(start - to.near);
    to.int(end - start);
    to.near = start;
  },
  read: (from) => {
    const start = from.near + from.int();
    const length = from.int();
    from.near = start;
    return start === 0 && length === 0 ? NOWHERE : { start, end: start + length };
  },
};

/** In thin pages most spans are this one. */
const NOWHERE: Span = { start: 0, end: 0 };

/** Many are scalars of a value, which know that they are: that comes back as well. */
const WRITTEN: Codec<Written> = {
  write: (to, value) => {
    to.string(value.text, 'type' in value ? 1 : 0);
    SPAN.write(to, value.span);
  },
  read: (from) => {
    const found = from.string();
    if (from.mark === 0) return { text: found, span: SPAN.read(from) };
    return { type: 'scalar', text: found, span: SPAN.read(from) } as Written;
  },
};

const NAME = word();

/** Lists and mappings hold values again. */
const VALUE: Codec<Value> = {
  write: (to, value) => {
    to.uint(TYPES.indexOf(value.type));
    if (value.type === 'scalar') WRITTEN.write(to, value);
    else if (value.type === 'list') LIST.write(to, value);
    else MAPPING.write(to, value);
  },
  read: (from) => {
    const type = TYPES[from.uint()];
    if (type === 'scalar') return WRITTEN.read(from) as Scalar;
    if (type === 'list') return { type, ...LIST.read(from) };
    if (type === 'mapping') return { type, ...MAPPING.read(from) };
    throw new RangeError('no such value');
  },
};
const TYPES = ['scalar', 'list', 'mapping'] as const;
const ANY: Codec<Value> = {
  write: (to, value) => VALUE.write(to, value),
  read: (from) => VALUE.read(from),
};
const LIST = struct<Omit<List, 'type'>>({ span: SPAN, items: list(ANY) });
const ENTRY = struct<Entry>({ key: WRITTEN, value: ANY });
const MAPPING = struct<Omit<Mapping, 'type'>>({ span: SPAN, entries: list(ENTRY) });

const ATTRIBUTE = struct<Attribute>({ name: NAME, key: WRITTEN, value: VALUE });
/** A tag that defines something and its definition have the same ones. */
const ATTRIBUTES = sharedList(ATTRIBUTE);
const ID = shared(WRITTEN);

const ROLES = ['mention', 'definition', 'commitment', 'update', 'date'] as const;

const TAG = struct<Tag>({
  kind: NAME,
  form: oneOf(['text', 'record', 'block']),
  role: oneOf(ROLES),
  span: SPAN,
  head: SPAN,
  label: maybe(SPAN),
  words: text,
  id: maybe(ID),
  refs: maybe(list(WRITTEN)),
  attributes: ATTRIBUTES,
  parent: maybe(uint),
  sound: flag,
  read: maybe(
    struct<NonNullable<Tag['read']>>({ strength: NAME as Codec<Strength>, words: WRITTEN }),
  ),
  edtf: maybe(text),
  fences: missing(struct<NonNullable<Tag['fences']>>({ open: SPAN, close: maybe(SPAN) })),
});

const DEFINITION = struct<Definition>({
  kind: NAME,
  id: ID,
  name: WRITTEN,
  otherNames: list(WRITTEN),
  attributes: ATTRIBUTES,
  span: SPAN,
  tag: maybe(uint),
});

const LISTED = shared(list(NAME));
const KINDS: Codec<Use['kinds']> = {
  write: (to, kinds) => {
    flag.write(to, kinds !== 'any');
    if (kinds !== 'any') LISTED.write(to, kinds);
  },
  read: (from) => (flag.read(from) ? LISTED.read(from) : 'any'),
};

const USE = struct<Use>({
  id: ID,
  kinds: KINDS,
  attribute: NAME,
  tag: maybe(uint),
  definition: maybe(uint),
});

const FRONT = struct<FrontMatter>({
  span: maybe(SPAN),
  title: missing(WRITTEN),
  date: missing(struct<NonNullable<FrontMatter['date']>>({ text, span: SPAN, edtf: maybe(text) })),
  source: list(ID),
  lang: missing(WRITTEN),
});

const HEADING = struct<HeadingFact>({ span: SPAN, depth: uint, words: text, slug: text });
const LINK = struct<LinkFact>({
  span: SPAN,
  form: oneOf(['link', 'image', 'definition', 'autolink']),
  target: WRITTEN,
});
const FOOTNOTE = struct<FootnoteFact>({
  form: oneOf(['reference', 'definition']),
  span: SPAN,
  label: WRITTEN,
  defined: flag,
});

const EDIT = struct<TextEdit>({ span: SPAN, text });
const FAULT = struct<Fault>({
  rule: NAME,
  span: SPAN,
  detail: record(text),
  edits: missing(list(EDIT)),
  fix: missing(text),
});

const SUPPRESSION = struct<Suppression>({
  span: SPAN,
  form: oneOf(['next-line', 'disable', 'enable', 'file']),
  rules: list(WRITTEN),
  reason: maybe(text),
  range: SPAN,
});

const FACTS: Codec<Facts> = struct<Facts>({
  role: oneOf(['brief', 'registry', 'document']),
  front: FRONT,
  tags: list(TAG),
  definitions: list(DEFINITION),
  uses: list(USE),
  headings: list(HEADING),
  links: list(LINK),
  footnotes: list(FOOTNOTE),
  faults: list(FAULT),
  suppressions: list(SUPPRESSION),
});

const PAGE: Codec<Omit<Page, 'id'>> = struct<Omit<Page, 'id'>>({ text, facts: FACTS });
