import type { OverlayMap, PageKey } from '../../../core/index.js';
import type { Family } from './batch-symbols.js';

/** Which pages have a symbol, of a family: a hash table in memory that all threads share. */
export interface SharedFamily {
  readonly size: number;
  /** By hash: a symbol's number and 1; 0 is empty. Twice as many as there are symbols, or more. */
  readonly slots: Int32Array;
  /** The symbols' characters one after the other, and where each begins; one more says the end. */
  readonly letters: Uint16Array;
  readonly letterAt: Int32Array;
  /** The numbers of the pages of each symbol, ascending, and where they begin. */
  readonly pages: Int32Array;
  readonly pageAt: Int32Array;
}

export type SharedSymbols = Readonly<Record<Family, SharedFamily>>;

/** Turns what was gathered into a table; it is taken apart meanwhile, as both would be too much. */
export function shareFamily(gathered: Map<string, number | number[]>): SharedFamily {
  let [letterCount, pageCount] = [0, 0];
  for (const [key, pages] of gathered) {
    letterCount += key.length;
    pageCount += typeof pages === 'number' ? 1 : pages.length;
  }
  const { size } = gathered;
  const table: SharedFamily = {
    size,
    slots: new Int32Array(shared(4 * slotsFor(size))),
    letters: new Uint16Array(shared(2 * letterCount)),
    letterAt: new Int32Array(shared(4 * (size + 1))),
    pages: new Int32Array(shared(4 * pageCount)),
    pageAt: new Int32Array(shared(4 * (size + 1))),
  };
  fill(table, gathered);
  return table;
}

function shared(bytes: number): SharedArrayBuffer {
  return new SharedArrayBuffer(bytes);
}

function slotsFor(size: number): number {
  return 2 ** Math.ceil(Math.log2(2 * size + 2));
}

function fill(table: SharedFamily, gathered: Map<string, number | number[]>): void {
  const { slots, letters, letterAt, pages, pageAt } = table;
  let [number, letter, place] = [0, 0, 0];
  for (const [key, found] of gathered) {
    let slot = hashOf(key) & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = number + 1;
    for (let at = 0; at < key.length; at += 1) letters[letter + at] = key.charCodeAt(at);
    const sorted = typeof found === 'number' ? [found] : found.sort((a, b) => a - b);
    for (const [at, page] of sorted.entries()) pages[place + at] = page;
    number += 1;
    letter += key.length;
    place += sorted.length;
    letterAt[number] = letter;
    pageAt[number] = place;
    gathered.delete(key);
  }
}

/** FNV-1a over UTF-16 units. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  }
  return hash ^ (hash >>> 15);
}

/** A family of the graph over such a table. It is read and never changed. */
export function mapOver(
  table: SharedFamily,
  keyOf: (page: number) => PageKey,
): OverlayMap<readonly PageKey[]> {
  const get = (key: string): readonly PageKey[] | undefined => {
    const number = find(table, key);
    if (number === undefined) return undefined;
    const pages = table.pages.subarray(table.pageAt[number], table.pageAt[number + 1]);
    return Array.from(pages, keyOf);
  };
  return {
    size: table.size,
    get,
    has: (key) => find(table, key) !== undefined,
    *keys() {
      for (let number = 0; number < table.size; number += 1) yield textOf(table, number);
    },
    with: () => {
      throw new Error('The graph of a threaded check does not change.');
    },
  };
}

function find({ slots, letters, letterAt }: SharedFamily, key: string): number | undefined {
  let slot = hashOf(key) & (slots.length - 1);
  for (;;) {
    const number = (slots[slot] ?? 0) - 1;
    if (number < 0) return undefined;
    const start = letterAt[number] ?? 0;
    if ((letterAt[number + 1] ?? 0) - start === key.length && isAt(letters, start, key))
      return number;
    slot = (slot + 1) & (slots.length - 1);
  }
}

function isAt(letters: Uint16Array, start: number, key: string): boolean {
  for (let at = 0; at < key.length; at += 1) {
    if (letters[start + at] !== key.charCodeAt(at)) return false;
  }
  return true;
}

const PIECE = 4096;

function textOf({ letters, letterAt }: SharedFamily, number: number): string {
  const [start = 0, end = 0] = letterAt.subarray(number, number + 2);
  let text = '';
  for (let at = start; at < end; at += PIECE) {
    text += String.fromCharCode(...letters.subarray(at, Math.min(end, at + PIECE)));
  }
  return text;
}
