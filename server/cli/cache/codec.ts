import type { ByteReader, ByteWriter } from './bytes.js';

/** How values of one type are kept as bytes. */
export interface Codec<T> {
  write(to: ByteWriter, value: T): void;
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
  read: (from) => from.uint() === 1,
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
    if (same === undefined) known.set(found, found);
    return same ?? found;
  };
  return { write: text.write, read };
}

export function oneOf<const T extends string>(choices: readonly T[]): Codec<T> {
  return {
    write: (to, value) => to.uint(choices.indexOf(value)),
    read: (from) => {
      const value = choices[from.uint()];
      if (value === undefined) throw new RangeError('no such choice');
      return value;
    },
  };
}

const NONE: readonly never[] = [];

export function list<T>(item: Codec<T>): Codec<readonly T[]> {
  return {
    write: (to, values) => {
      to.uint(values.length);
      for (const value of values) item.write(to, value);
    },
    read: (from) => {
      let left = from.count();
      if (left === 0) return NONE;
      const values: T[] = [];
      for (; left > 0; left -= 1) values.push(item.read(from));
      return values;
    },
  };
}

/** Of objects that stand in several places: they do so again. */
export function shared<T extends object>(codec: Codec<T>): Codec<T> {
  return {
    write: (to, value) => {
      if (!to.again(value)) codec.write(to, value);
    },
    read: (from) => from.once(() => codec.read(from)),
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
    read: (from) => (flag.read(from) ? some.read(from) : NONE),
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

export function struct<T extends object>(fields: Fields<T>): Codec<T> {
  const parts = partsOf(fields);
  const hasLacks = parts.some(({ bit }) => bit > 0);
  return {
    write: (to, value) => {
      const values = value as Readonly<Record<string, unknown>>;
      if (hasLacks) to.uint(presenceOf(parts, values));
      for (const { key, codec, bit } of parts)
        if (bit === 0 || values[key] !== undefined) codec.write(to, values[key]);
    },
    read: (from) => {
      const made: Record<string, unknown> = {};
      const there = hasLacks ? from.uint() : 0;
      for (const { key, codec, bit, lack } of parts) {
        if (bit === 0 || (there & bit) !== 0) made[key] = codec.read(from);
        else if (lack === 'undefined') made[key] = undefined;
      }
      return made as T;
    },
  };
}

function partsOf(fields: object): readonly Field[] {
  let bit = 1;
  return Object.entries(fields).map(([key, field]): Field => {
    if (!('lack' in field)) return { key, codec: field, lack: undefined, bit: 0 };
    const part = { key, codec: field.codec, lack: field.lack, bit };
    bit *= 2;
    return part;
  });
}

function presenceOf(parts: readonly Field[], values: Readonly<Record<string, unknown>>): number {
  let there = 0;
  for (const { key, bit } of parts) if (values[key] !== undefined) there |= bit;
  return there;
}
