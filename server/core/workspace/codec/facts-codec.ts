import type {
  Definition,
  Facts,
  Fault,
  FootnoteFact,
  FrontMatter,
  HeadingFact,
  LinkFact,
  Suppression,
  Tag,
  Use,
} from '../../brief/index.js';
import { STRENGTHS } from '../../language/index.js';
import type { TextEdit } from '../../text/index.js';
import {
  bitsBelow,
  type Codec,
  choiceOf,
  flag,
  list,
  maybe,
  missing,
  oneOf,
  record,
  shared,
  struct,
  text,
  uint,
} from './codec.js';
import { ATTRIBUTES, ID, NAME, SPAN, WRITTEN } from './value-codecs.js';

const FORMS: readonly Tag['form'][] = ['text', 'record', 'block'];
const ROLES: readonly Tag['role'][] = [
  'mention',
  'definition',
  'commitment',
  'update',
  'assessment',
  'date',
];

const REFS = list(WRITTEN);
const READ = struct<NonNullable<Tag['read']>>({ strength: oneOf(STRENGTHS), words: WRITTEN });
const FENCES = struct<NonNullable<Tag['fences']>>({ open: SPAN, close: maybe(SPAN) });

/** Which properties a tag has; what most tags have is its lower bits, and fits into one byte. */
const HAS = { id: 1, refs: 2, label: 4, parent: 8, read: 16, edtf: 32, unsound: 64, fences: 128 };

/** Written out, as most of all that is read are tags. */
const TAG: Codec<Tag> = {
  write: (to, tag) => {
    const { kind, form, role, span, head, label, words, id, refs, attributes, parent } = tag;
    const { sound, read, edtf, fences } = tag;
    to.uint(
      (id === undefined ? 0 : HAS.id) |
        (refs === undefined ? 0 : HAS.refs) |
        (label === undefined ? 0 : HAS.label) |
        (parent === undefined ? 0 : HAS.parent) |
        (read === undefined ? 0 : HAS.read) |
        (edtf === undefined ? 0 : HAS.edtf) |
        (sound ? 0 : HAS.unsound) |
        (fences === undefined ? 0 : HAS.fences),
    );
    NAME.write(to, kind);
    to.uint(FORMS.indexOf(form) * ROLES.length + ROLES.indexOf(role));
    SPAN.write(to, span);
    SPAN.write(to, head);
    if (label !== undefined) SPAN.write(to, label);
    to.string(words);
    if (id !== undefined) ID.write(to, id);
    if (refs !== undefined) REFS.write(to, refs);
    ATTRIBUTES.write(to, attributes);
    if (parent !== undefined) to.uint(parent);
    if (read !== undefined) READ.write(to, read);
    if (edtf !== undefined) to.string(edtf);
    if (fences !== undefined) FENCES.write(to, fences);
  },
  read: (from) => {
    const has = bitsBelow(256, from.uint());
    const kind = NAME.read(from);
    const formAndRole = from.uint();
    const tag: Tag = {
      kind,
      form: choiceOf(FORMS, Math.floor(formAndRole / ROLES.length)),
      role: choiceOf(ROLES, formAndRole % ROLES.length),
      span: SPAN.read(from),
      head: SPAN.read(from),
      label: has & HAS.label ? SPAN.read(from) : undefined,
      words: from.string(),
      id: has & HAS.id ? ID.read(from) : undefined,
      refs: has & HAS.refs ? REFS.read(from) : undefined,
      attributes: ATTRIBUTES.read(from),
      parent: has & HAS.parent ? from.uint() : undefined,
      sound: (has & HAS.unsound) === 0,
      read: has & HAS.read ? READ.read(from) : undefined,
      edtf: has & HAS.edtf ? from.string() : undefined,
    };
    return has & HAS.fences ? { ...tag, fences: FENCES.read(from) } : tag;
  },
};

const NAMES = list(WRITTEN);

const DEFINITION: Codec<Definition> = {
  write: (to, { kind, id, name, otherNames, attributes, span, tag }) => {
    to.uint(tag === undefined ? 0 : tag + 1);
    NAME.write(to, kind);
    ID.write(to, id);
    WRITTEN.write(to, name);
    NAMES.write(to, otherNames);
    ATTRIBUTES.write(to, attributes);
    SPAN.write(to, span);
  },
  read: (from) => {
    const tag = from.uint();
    return {
      kind: NAME.read(from),
      id: ID.read(from),
      name: WRITTEN.read(from),
      otherNames: NAMES.read(from),
      attributes: ATTRIBUTES.read(from),
      span: SPAN.read(from),
      tag: tag === 0 ? undefined : tag - 1,
    };
  },
};

const KINDS = shared(list(NAME));

const USE: Codec<Use> = {
  write: (to, { id, kinds, attribute, tag, definition }) => {
    const any = kinds === 'any';
    to.uint((any ? 1 : 0) | (tag === undefined ? 0 : 2) | (definition === undefined ? 0 : 4));
    ID.write(to, id);
    if (!any) KINDS.write(to, kinds);
    NAME.write(to, attribute);
    if (tag !== undefined) to.uint(tag);
    if (definition !== undefined) to.uint(definition);
  },
  read: (from) => {
    const has = bitsBelow(8, from.uint());
    return {
      id: ID.read(from),
      kinds: has & 1 ? 'any' : KINDS.read(from),
      attribute: NAME.read(from),
      tag: has & 2 ? from.uint() : undefined,
      definition: has & 4 ? from.uint() : undefined,
    };
  },
};

const DATE = struct<NonNullable<FrontMatter['date']>>({ text, span: SPAN, edtf: maybe(text) });

const FRONT = struct<FrontMatter>({
  span: maybe(SPAN),
  title: missing(WRITTEN),
  date: missing(DATE),
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

/**
 * What one text says. The lists of properties above are held to the types of the core: one more does not
 * compile, or, where a codec is written out, fails the test of the round trip.
 */
export const FACTS: Codec<Facts> = struct<Facts>({
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
