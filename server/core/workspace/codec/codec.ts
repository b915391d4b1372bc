import { type ByteReader, type ByteWriter, CodecError } from './bytes.js';

/** How values of one type are kept as bytes. Each takes a byte at least. */
export interface Codec<T> {
  write(to: ByteWriter, value: T): void;
  /** @throws CodecError where the bytes are none of its own */
  read(from: ByteReader): T;
}

/** Of a property that may be missing, or that may be `undefined`: not the same, and both come back. */
interface Lacking<T, How extends 'missing' | 'undefined'> {
  readonly lack: How;
  readonly codec: Codec<T>;
}

/** A codec for every property, so that none is forgotten when a type gets one more. */
type Fields<T> = {
  readonly [K in keyof T]-?: Record<string, never> extends Pick<T, K>
    ? Lacking<T[K], 'missing'>
    : undefined extends T[K]
      ? Lacking<Exclude<T[K], undefined>, 'undefined'>
      : Codec<T[K]>;
};

export function missing<T>(codec: Codec<T>): Lacking<T, 'missing'> {
  return { lack: 'missing', codec };
}

export function maybe<T>(codec: Codec<T>): Lacking<T, 'undefined'> {
  return { lack: 'undefined', codec };
}

export const uint: Codec<number> = {
  write: (to, value) => to.uint(value),
  read: (from) => from.uint(),
};

export const flag: Codec<boolean> = {
  write: (to, value) => to.uint(value ? 1 : 0),
  read: (from) => bitsBelow(2, from.uint()) === 1,
};

export const text: Codec<string> = {
  write: (to, value) => to.string(value),
  read: (from) => from.string(),
};

/** One of a few words that thousands of objects hold: one string for all of them. */
export function word(): Codec<string> {
  const known = new Map<string, string>();
  const read = (from: ByteReader): string => {
    const found = from.string();
    const same = known.get(found);
    if (same === undefined && known.size < MAX_WORDS) known.set(found, found);
    return same ?? found;
  };
  return { write: text.write, read };
}

/** Beyond these they are no longer few. */
const MAX_WORDS = 1000;

export function oneOf<const T extends string>(choices: readonly T[]): Codec<T> {
  return {
    write: (to, value) => to.uint(choices.indexOf(value)),
    read: (from) => choiceOf(choices, from.uint()),
  };
}

export function choiceOf<T>(choices: readonly T[], index: number): T {
  const value = choices[index];
  if (value === undefined) throw new CodecError('no such choice');
  return value;
}

/** The bits themselves, if there is no other one among them. */
export function bitsBelow(limit: number, bits: number): number {
  if (bits >= limit) throw new CodecError('no such bits');
  return bits;
}

const EMPTY_LIST: readonly never[] = [];

export function list<T>(item: Codec<T>): Codec<readonly T[]> {
  return {
    write: (to, values) => {
      to.uint(values.length);
      for (const value of values) item.write(to, value);
    },
    read: (from) => {
      let left = from.count();
      if (left === 0) return EMPTY_LIST;
      const values: T[] = [];
      for (; left > 0; left -= 1) values.push(item.read(from));
      return values;
    },
  };
}

/** Of objects that are in several places: they are so again. */
export function shared<T extends object>(codec: Codec<T>): Codec<T> {
  return {
    write: (to, value) => {
      if (!to.isRepeated(value)) codec.write(to, value);
    },
    read: (from) => from.shared(codec, () => codec.read(from)),
  };
}

/** Empty ones are everywhere, and nobody cares which of them is which. */
export function sharedList<T>(item: Codec<T>): Codec<readonly T[]> {
  const some = shared(list(item));
  return {
    write: (to, values) => {
      flag.write(to, values.length > 0);
      if (values.length > 0) some.write(to, values);
    },
    read: (from) => (flag.read(from) ? some.read(from) : EMPTY_LIST),
  };
}

export function record<V>(codec: Codec<V>): Codec<Readonly<Record<string, V>>> {
  return {
    write: (to, value) => {
      const entries = Object.entries(value);
      to.uint(entries.length);
      for (const [key, one] of entries) {
        to.string(key);
        codec.write(to, one);
      }
    },
    read: (from) => {
      const entries: [string, V][] = [];
      for (let left = from.count(); left > 0; left -= 1)
        entries.push([from.string(), codec.read(from)]);
      return Object.fromEntries(entries);
    },
  };
}

interface Field {
  readonly key: string;
  readonly codec: Codec<unknown>;
  readonly lack: 'missing' | 'undefined' | undefined;
  /** Its bit in the number that says which of the properties are there. */
  readonly bit: number;
}

/** Of objects that are not many: for the others a codec written out is twice as quick. */
export function struct<T extends object>(fields: Fields<T>): Codec<T> {
  const [parts, limit] = partsOf(fields);
  return {
    write: (to, value) => {
      const values = value as Readonly<Record<string, unknown>>;
      if (limit > 1) to.uint(presenceOf(parts, values));
      for (const { key, codec, bit } of parts)
        if (bit === 0 || values[key] !== undefined) codec.write(to, values[key]);
    },
    read: (from) => {
      const made: Record<string, unknown> = {};
      const there = limit > 1 ? bitsBelow(limit, from.uint()) : 0;
      for (const { key, codec, bit, lack } of parts) {
        if (bit === 0 || (there & bit) !== 0) made[key] = codec.read(from);
        else if (lack === 'undefined') made[key] = undefined;
      }
      return made as T;
    },
  };
}

/** With the first bit that none of them has. */
function partsOf(fields: object): readonly [parts: readonly Field[], limit: number] {
  let bit = 1;
  const parts = Object.entries(fields).map(([key, field]): Field => {
    if (!('lack' in field)) return { key, codec: field, lack: undefined, bit: 0 };
    const part = { key, codec: field.codec, lack: field.lack, bit };
    bit *= 2;
    return part;
  });
  return [parts, bit];
}

function presenceOf(parts: readonly Field[], values: Readonly<Record<string, unknown>>): number {
  let there = 0;
  for (const { key, bit } of parts) if (values[key] !== undefined) there |= bit;
  return there;
}
