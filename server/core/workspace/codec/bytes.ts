import { isLatin1, putLatin1, putUtf16, textOfLatin1, textOfUtf16 } from './characters.js';

/** The only error that reading bytes ends in: they are damaged, of another version, or not ours at all. */
export class CodecError extends Error {
  override readonly name = 'CodecError';
}

const FIRST_SIZE = 4096;
/** Of one number: seven bits a byte, up to `Number.MAX_SAFE_INTEGER`. */
const MAX_UINT_BYTES = 8;

/** Numbers and strings, one after the other, in few bytes. Each string is written once. */
export class ByteWriter {
  #bytes = new Uint8Array(FIRST_SIZE);
  #length = 0;
  readonly #strings = new Map<string, number>();
  readonly #seen = new Map<object, number>();
  /** Where the last span began; the next one mostly begins near it. */
  near = 0;

  /** A whole number from 0 on: seven bits a byte, the lowest first. */
  uint(value: number): void {
    if (this.#length + MAX_UINT_BYTES > this.#bytes.length) this.#grow();
    let rest = value;
    while (rest > 0x7f) {
      this.#bytes[this.#length++] = (rest % 128) | 0x80;
      rest = Math.floor(rest / 128);
    }
    this.#bytes[this.#length++] = rest;
  }

  /** A whole number that may be negative. */
  int(value: number): void {
    this.uint(value < 0 ? -2 * value - 1 : 2 * value);
  }

  /** @param mark 0 or 1: something else to know of the string, for nothing */
  string(value: string, mark: 0 | 1 = 0): void {
    let index = this.#strings.get(value);
    if (index === undefined) {
      index = this.#strings.size;
      this.#strings.set(value, index);
    }
    this.uint(2 * index + mark);
  }

  /** Whether the object was written before; then a pointer to it is all that is needed. */
  isRepeated(value: object): boolean {
    const index = this.#seen.get(value);
    this.uint(index === undefined ? 0 : index + 1);
    if (index === undefined) this.#seen.set(value, this.#seen.size);
    return index !== undefined;
  }

  /**
   * All of it, behind a header of so many bytes that is left to the caller. The strings come first: how
   * many there are, the length of each, those that are Latin-1 in a byte a character, the others in two.
   */
  finish(header: number): Uint8Array {
    const lengths = new ByteWriter();
    lengths.uint(this.#strings.size);
    const [narrow, wide]: [string[], string[]] = [[], []];
    let size = 0;
    for (const text of this.#strings.keys()) {
      const isNarrow = isLatin1(text);
      lengths.uint(2 * text.length + (isNarrow ? 0 : 1));
      (isNarrow ? narrow : wide).push(text);
      size += text.length * (isNarrow ? 1 : 2);
    }
    let at = header + lengths.#length;
    const all = new Uint8Array(at + size + this.#length);
    all.set(lengths.#written(), header);
    for (const text of narrow) at = putLatin1(all, at, text);
    for (const text of wide) at = putUtf16(all, at, text);
    all.set(this.#written(), at);
    return all;
  }

  #written(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  #grow(): void {
    const larger = new Uint8Array(this.#bytes.length * 2);
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

/**
 * What was written by a `ByteWriter`. Whatever the bytes are, reading ends in a {@link CodecError} or in a
 * value, in time and memory linear in their number.
 */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at: number;
  readonly #strings: readonly string[];
  readonly #seen: unknown[] = [];
  /** By the same index, which codec read it; none while it is being read. */
  readonly #owners: (object | undefined)[] = [];
  #depth = 0;
  near = 0;
  /** That of the string read last. */
  mark = 0;

  /** @param from where the strings begin: behind the header */
  constructor(bytes: Uint8Array, from: number) {
    this.#bytes = bytes;
    this.#at = from;
    this.#strings = this.#readStrings();
  }

  uint(): number {
    const first = this.#byte();
    if (first < 0x80) return first;
    let value = first & 0x7f;
    let scale = 128;
    for (let count = 1; count < MAX_UINT_BYTES; count += 1) {
      const byte = this.#byte();
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 128;
    }
    throw new CodecError('a number is too large');
  }

  int(): number {
    const value = this.uint();
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  }

  /** How many follow; each takes a byte at least. */
  count(): number {
    const count = this.uint();
    if (count > this.#left()) throw new CodecError('there is too little data');
    return count;
  }

  string(): string {
    const index = this.uint();
    this.mark = index % 2;
    const value = this.#strings[(index - this.mark) / 2];
    if (value === undefined) throw new CodecError('no such string');
    return value;
  }

  /**
   * What `read` gives, or the very object that was read before in its place.
   * @param owner the codec, as another one's objects are of another type
   */
  shared<T>(owner: object, read: () => T): T {
    const known = this.uint();
    if (known > 0) {
      if (this.#owners[known - 1] !== owner) throw new CodecError('no such object');
      return this.#seen[known - 1] as T;
    }
    // Its number comes before those of the objects in it, as it did when it was written.
    const index = this.#seen.push(undefined) - 1;
    this.#owners.push(undefined);
    const made = read();
    this.#seen[index] = made;
    this.#owners[index] = owner;
    return made;
  }

  /** What `read` gives, if it is not nested deeper than any text can be. */
  nested<T>(read: () => T): T {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) throw new CodecError('nested too deeply');
    const made = read();
    this.#depth -= 1;
    return made;
  }

  /** @throws CodecError where something is left */
  end(): void {
    if (this.#at !== this.#bytes.length) throw new CodecError('there is too much data');
  }

  #readStrings(): readonly string[] {
    const lengths: number[] = [];
    let [narrow, wide] = [0, 0];
    for (let left = this.count(); left > 0; left -= 1) {
      const length = this.uint();
      lengths.push(length);
      if (length % 2 === 0) narrow += length / 2;
      else wide += (length - 1) / 2;
    }
    const first = textOfLatin1(this.#take(narrow));
    const second = textOfUtf16(this.#take(2 * wide));
    let [end, endWide] = [0, 0];
    return lengths.map((doubled) => {
      const length = doubled >>> 1;
      if (doubled % 2 === 0) {
        end += length;
        return first.slice(end - length, end);
      }
      endWide += length;
      return second.slice(endWide - length, endWide);
    });
  }

  /** The next bytes, not copied. */
  #take(length: number): Uint8Array {
    if (length > this.#left()) throw new CodecError('there is too little data');
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  #left(): number {
    return this.#bytes.length - this.#at;
  }

  #byte(): number {
    const byte = this.#bytes[this.#at++];
    if (byte === undefined) throw new CodecError('it ends too early');
    return byte;
  }
}

/** YAML is read to half of this depth, see `DEEPEST`. */
const MAX_DEPTH = 200;
