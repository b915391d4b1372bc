const FIRST_SIZE = 4096;

/** Numbers and strings, one after the other, in few bytes. Each string is kept once. */
export class ByteWriter {
  #bytes = Buffer.allocUnsafe(FIRST_SIZE);
  #length = 0;
  readonly #strings = new Map<string, number>();
  readonly #seen = new Map<object, number>();
  /** Where the last span began; the next one mostly begins near it. */
  near = 0;

  /** A whole number from 0 on: seven bits a byte, the lowest first. */
  uint(value: number): void {
    if (this.#length + 8 > this.#bytes.length) this.#grow();
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
  again(value: object): boolean {
    const index = this.#seen.get(value);
    this.uint(index === undefined ? 0 : index + 1);
    if (index === undefined) this.#seen.set(value, this.#seen.size);
    return index !== undefined;
  }

  /** All of it, with its strings in front; `ByteReader` takes it apart. */
  done(): Buffer {
    const head = new ByteWriter();
    const strings = [...this.#strings.keys()];
    const all = strings.join('');
    const wide = !isLatin1(all);
    head.uint(strings.length);
    for (const { length } of strings) head.uint(length);
    head.uint(wide ? 1 : 0);
    const body = this.#bytes.subarray(0, this.#length);
    const blob = Buffer.from(all, wide ? 'utf16le' : 'latin1');
    return Buffer.concat([head.#bytes.subarray(0, head.#length), blob, body]);
  }

  #grow(): void {
    const larger = Buffer.allocUnsafe(this.#bytes.length * 2);
    this.#bytes.copy(larger);
    this.#bytes = larger;
  }
}

function isLatin1(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all that fit into a byte
  return /^[\u0000-\u00ff]*$/.test(text);
}

/** What was written by a `ByteWriter`. Bytes of anything else end in a RangeError, not in a long wait. */
export class ByteReader {
  readonly #bytes: Buffer;
  #at = 0;
  readonly #strings: readonly string[];
  readonly #seen: unknown[] = [];
  near = 0;
  /** That of the string read last. */
  mark = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    this.#strings = this.#readStrings();
  }

  uint(): number {
    const first = this.#byte();
    if (first < 0x80) return first;
    let value = first & 0x7f;
    let scale = 128;
    for (;;) {
      const byte = this.#byte();
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 128;
    }
  }

  int(): number {
    const value = this.uint();
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  }

  /** How many follow; each takes a byte at least. */
  count(): number {
    const count = this.uint();
    if (count > this.#bytes.length - this.#at) throw new RangeError('more than there is');
    return count;
  }

  string(): string {
    const index = this.uint();
    this.mark = index % 2;
    const value = this.#strings[(index - this.mark) / 2];
    if (value === undefined) throw new RangeError('no such string');
    return value;
  }

  /** What `read` gives, or the very object that was read before in its place. */
  once<T>(read: () => T): T {
    const known = this.uint();
    if (known > 0) {
      if (known > this.#seen.length) throw new RangeError('no such object');
      return this.#seen[known - 1] as T;
    }
    // Its number comes before those of the objects in it, as it did when it was written.
    const index = this.#seen.push(undefined) - 1;
    const made = read();
    this.#seen[index] = made;
    return made;
  }

  #readStrings(): readonly string[] {
    const lengths = Array.from({ length: this.count() }, () => this.uint());
    const wide = this.uint() === 1;
    const total = lengths.reduce((sum, length) => sum + length, 0);
    const from = this.#at;
    this.#at += total * (wide ? 2 : 1);
    if (this.#at > this.#bytes.length) throw new RangeError('more than there is');
    const all = this.#bytes.toString(wide ? 'utf16le' : 'latin1', from, this.#at);
    let end = 0;
    return lengths.map((length) => {
      end += length;
      return all.slice(end - length, end);
    });
  }

  #byte(): number {
    const byte = this.#bytes[this.#at++];
    if (byte === undefined) throw new RangeError('the end');
    return byte;
  }
}
