import { join } from 'node:path';
import type { PageId } from '../../core/index.js';
import {
  createAtomically,
  isLink,
  readBytes,
  removeFile,
  typeAt,
  writeFaultOf,
} from '../../host/index.js';
import {
  type CacheEntries,
  type CacheEntry,
  decodeCacheFile,
  encodeCacheFile,
} from './cache-file.js';

/** As `createAtomically`; tests stand in for a disk that is full. */
export type WriteFile = (path: string, content: Uint8Array) => void;

interface OpenFile {
  readonly pages: CacheEntries;
  bytes: number;
  changed: boolean;
}

/** So many bytes of open files stay in memory. */
const FIRST_BUDGET_BYTES = 32 * 1024 * 1024;

/** The cache files of one folder, one a bucket. Nothing here throws; what went wrong is in `faults`. */
export class CacheFiles {
  /** Each once, to complete "the cache …". */
  readonly faults: Set<string> = new Set();
  readonly #folder: string;
  readonly #write: WriteFile;
  readonly #open = new Map<number, OpenFile>();
  /** How many pages were in the ones that were closed to make room. */
  readonly #closed = new Map<number, number>();
  #budget = FIRST_BUDGET_BYTES;
  #done: 'unchanged' | 'written' | 'failed' = 'unchanged';

  constructor(folder: string, write: WriteFile = createAtomically) {
    this.#folder = folder;
    this.#write = write;
  }

  entries(bucket: number, id: PageId): readonly CacheEntry[] {
    return this.#opened(bucket).pages.get(id) ?? [];
  }

  /** The reading before this one stays: people go back and forth between branches. */
  put(bucket: number, id: PageId, entry: CacheEntry): void {
    const one = this.#opened(bucket);
    const [before] = (one.pages.get(id) ?? []).filter(({ key }) => key !== entry.key);
    one.pages.set(id, before === undefined ? [entry] : [entry, before]);
    one.bytes += entry.facts.length + entry.stub.length;
    one.changed = true;
  }

  /**
   * Writes what is new, without the pages of these buckets that are not `wanted`. Other buckets are
   * other threads'.
   */
  save(wanted: ReadonlyMap<number, ReadonlySet<PageId>>): 'unchanged' | 'written' | 'failed' {
    for (const [bucket, ids] of wanted) {
      if (!this.#open.has(bucket) && (this.#closed.get(bucket) ?? 0) <= ids.size) continue;
      const one = this.#opened(bucket);
      for (const id of one.pages.keys()) {
        if (ids.has(id)) continue;
        one.pages.delete(id);
        one.changed = true;
      }
      this.#writeBack(bucket, one);
    }
    return this.#done;
  }

  /** Bytes of all open files. */
  get openBytes(): number {
    let held = 0;
    for (const { bytes } of this.#open.values()) held += bytes;
    return held;
  }

  #opened(bucket: number): OpenFile {
    const known = this.#open.get(bucket);
    if (known !== undefined) return known;
    // Whoever asks bucket by bucket never comes here twice; for whoever does, opening and closing in
    // turns would take longer than reading all texts: more may stay open then.
    if (this.#closed.has(bucket)) this.#budget *= 2;
    this.#makeRoom();
    const one = this.#read(this.#pathOf(bucket));
    this.#open.set(bucket, one);
    return one;
  }

  #pathOf(bucket: number): string {
    return join(this.#folder, `${String(bucket).padStart(2, '0')}.pack`);
  }

  #read(path: string): OpenFile {
    const nothing = { pages: new Map(), bytes: 0, changed: false };
    // Neither is ours; both are replaced when something is written.
    if (isLink(path) || typeAt(path) === 'other') return nothing;
    const reading = readBytes(path);
    if (reading.type === 'fault') {
      const { code, reason } = reading.fault;
      if (code !== 'gone') this.faults.add(`could not be read: ${reason}`);
      return nothing;
    }
    const { bytes } = reading;
    const pages = decodeCacheFile(bytes);
    if (pages !== undefined) return { pages, bytes: bytes.length, changed: false };
    this.faults.add('was damaged');
    // It is written again, even if nothing new comes into it.
    return { pages: new Map(), bytes: 0, changed: true };
  }

  #makeRoom(): void {
    let { openBytes } = this;
    for (const [bucket, one] of this.#open) {
      if (openBytes <= this.#budget) return;
      openBytes -= one.bytes;
      this.#writeBack(bucket, one);
      this.#open.delete(bucket);
      this.#closed.set(bucket, one.pages.size);
    }
  }

  #writeBack(bucket: number, one: OpenFile): void {
    // Where one could not be written, the next thousand will not be either.
    if (!one.changed || this.#done === 'failed') return;
    one.changed = false;
    try {
      const path = this.#pathOf(bucket);
      // A link in place of a file would lead the writing elsewhere.
      if (isLink(path)) removeFile(path);
      this.#write(path, encodeCacheFile(one.pages));
      this.#done = 'written';
    } catch (error) {
      this.#done = 'failed';
      const reason = writeFaultOf(error as NodeJS.ErrnoException);
      this.faults.add(`could not be written: ${reason}`);
    }
  }
}
