import { createHash } from 'node:crypto';
import type { PageId } from '../../core/index.js';

/** What one reading gave: of a text under a path, whose digest is the key. */
export interface CacheEntry {
  /** What the facts came from: the text, and what its path makes it. 16 bytes as latin1. */
  readonly key: string;
  /** The facts, and what other pages can see of them; see `encodeFacts` and `encodePage`. */
  readonly facts: Uint8Array;
  readonly stub: Uint8Array;
}

/** The entries of each page, the newest first. */
export type CacheEntries = Map<PageId, readonly CacheEntry[]>;

const MAGIC = Buffer.from('rapporteur facts 1\n');
const HASH_BYTES = 32;
const KEY_BYTES = 16;
const HEAD_BYTES = 12 + KEY_BYTES;

/** One file: who it is, the hash of all that follows, and the entries one after the other. */
export function encodeCacheFile(pages: CacheEntries): Buffer {
  const parts: Uint8Array[] = [];
  for (const [id, entries] of pages) {
    for (const { key, facts, stub } of entries) {
      const name = Buffer.from(id);
      const head = Buffer.allocUnsafe(HEAD_BYTES);
      head.writeUInt32LE(name.length, 0);
      head.writeUInt32LE(facts.length, 4);
      head.writeUInt32LE(stub.length, 8);
      head.write(key, 12, 'latin1');
      parts.push(head, name, facts, stub);
    }
  }
  const body = Buffer.concat(parts);
  return Buffer.concat([MAGIC, hashOf(body), body]);
}

/** What `encodeCacheFile` was given; `undefined` when a single bit differs. The entries are views of `bytes`. */
export function decodeCacheFile(bytes: Buffer): CacheEntries | undefined {
  const start = MAGIC.length + HASH_BYTES;
  const body = bytes.subarray(start);
  if (!bytes.subarray(0, MAGIC.length).equals(MAGIC)) return undefined;
  if (!bytes.subarray(MAGIC.length, start).equals(hashOf(body))) return undefined;
  const pages: CacheEntries = new Map();
  for (let at = 0; at < body.length; ) {
    const [name, facts, stub] = [0, 4, 8].map((by) => body.readUInt32LE(at + by)) as [
      number,
      number,
      number,
    ];
    const names = at + HEAD_BYTES;
    const id = body.toString('utf8', names, names + name);
    const key = body.toString('latin1', at + 12, names);
    const middle = names + name + facts;
    at = middle + stub;
    const entry = {
      key,
      facts: body.subarray(names + name, middle),
      stub: body.subarray(middle, at),
    };
    pages.set(id, [...(pages.get(id) ?? []), entry]);
  }
  return pages;
}

function hashOf(body: Buffer): Buffer {
  return createHash('sha256').update(body).digest();
}

/** @param meaning all that the facts follow from, besides the text */
export function keyOf(meaning: string, text: string): string {
  // Lone surrogates are not the same in UTF-8, and a text may be anything.
  const hash = createHash('sha256').update(`${meaning}\0`).update(text, 'utf16le');
  return hash.digest().toString('latin1', 0, KEY_BYTES);
}
