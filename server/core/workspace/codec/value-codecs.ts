import type { Attribute } from '../../brief/index.js';
import type { Entry, List, Mapping, Scalar, Value } from '../../parse/index.js';
import type { Span, Written } from '../../text/index.js';
import { CodecError } from './bytes.js';
import { type Codec, choiceOf, list, shared, sharedList, struct, word } from './codec.js';

/** By its distance from the one before. */
export const SPAN: Codec<Span> = {
  write: (to, { start, end }) => {
    to.int(start - to.near);
    to.uint(end - start);
    to.near = start;
  },
  read: (from) => {
    const start = from.near + from.int();
    const length = from.uint();
    if (start < 0) throw new CodecError('a span begins before the text');
    from.near = start;
    return start === 0 && length === 0 ? NO_SPAN : { start, end: start + length };
  },
};

/** In stubs most spans are this one. */
const NO_SPAN: Span = { start: 0, end: 0 };

/** Many are scalars of a value, which know that they are: that comes back as well. */
export const WRITTEN: Codec<Written> = {
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

/** Ids of a tag, its definition and its uses are the same objects. */
export const ID: Codec<Written> = shared(WRITTEN);

/** Lists and mappings hold values again. */
const VALUE: Codec<Value> = {
  write: (to, value) => {
    to.uint(TYPES.indexOf(value.type));
    if (value.type === 'scalar') WRITTEN.write(to, value);
    else if (value.type === 'list') LIST.write(to, value);
    else MAPPING.write(to, value);
  },
  read: (from) => {
    const type = choiceOf(TYPES, from.uint());
    if (type === 'list') return { type, ...from.nested(() => LIST.read(from)) };
    if (type === 'mapping') return { type, ...from.nested(() => MAPPING.read(from)) };
    const scalar = WRITTEN.read(from);
    if (from.mark === 0) throw new CodecError('no scalar');
    return scalar as Scalar;
  },
};
const TYPES = ['scalar', 'list', 'mapping'] as const;
/** `VALUE` itself, which does not exist yet where these are made. */
const INNER: Codec<Value> = {
  write: (to, value) => VALUE.write(to, value),
  read: (from) => VALUE.read(from),
};
const LIST = struct<Omit<List, 'type'>>({ span: SPAN, items: list(INNER) });
const ENTRY = struct<Entry>({ key: WRITTEN, value: INNER });
const MAPPING = struct<Omit<Mapping, 'type'>>({ span: SPAN, entries: list(ENTRY) });

/** The name of a kind, an attribute or a rule. */
export const NAME: Codec<string> = word();

const ATTRIBUTE: Codec<Attribute> = {
  write: (to, { name, key, value }) => {
    NAME.write(to, name);
    WRITTEN.write(to, key);
    VALUE.write(to, value);
  },
  read: (from) => ({ name: NAME.read(from), key: WRITTEN.read(from), value: VALUE.read(from) }),
};

/** A tag that defines something and its definition have the same ones. */
export const ATTRIBUTES: Codec<readonly Attribute[]> = sharedList(ATTRIBUTE);
