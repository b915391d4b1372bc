import { lstatSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { PageId } from '../../core/index.js';
import { createAtomically, faultOf, writeFaultOf } from '../../host/index.js';
import { type Entry, type Pack, packed, unpacked } from './pack.js';

/** As `createAtomically`; tests stand in for a disk that is full. */
export type WritePack = (path: string, content: Uint8Array) => void;

interface Open {
  readonly pack: Pack;
  bytes: number;
  changed: boolean;
}

/** Of what was read before, this much stays at hand. */
const FIRST_BUDGET = 32 * 1024 * 1024;

/** The packs of one folder, a file a bucket. Nothing here throws; what went wrong is in `faults`. */
export class Packs {
  /** Each once, to complete "the cache …". */
  readonly faults: Set<string> = new Set();
  readonly #folder: string;
  readonly #write: WritePack;
  readonly #open = new Map<number, Open>();
  /** How many pages were in the ones that were closed to make room. */
  readonly #closed = new Map<number, number>();
  #budget = FIRST_BUDGET;
  #done: 'unchanged' | 'written' | 'failed' = 'unchanged';

  constructor(folder: string, write: WritePack = createAtomically) {
    this.#folder = folder;
    this.#write = write;
  }

  entries(bucket: number, id: PageId): readonly Entry[] {
    return this.#opened(bucket).pack.get(id) ?? [];
  }

  /** The reading before this one stays: people go back and forth between branches. */
  put(bucket: number, id: PageId, entry: Entry): void {
    const one = this.#opened(bucket);
    const [before] = (one.pack.get(id) ?? []).filter(({ key }) => key !== entry.key);
    one.pack.set(id, before === undefined ? [entry] : [entry, before]);
    one.bytes += entry.facts.length + entry.thin.length;
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
      for (const id of one.pack.keys()) {
        if (ids.has(id)) continue;
        one.pack.delete(id);
        one.changed = true;
      }
      this.#writeBack(bucket, one);
    }
    return this.#done;
  }

  /** Bytes that are at hand now. */
  get held(): number {
    let held = 0;
    for (const { bytes } of this.#open.values()) held += bytes;
    return held;
  }

  #opened(bucket: number): Open {
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

  #read(path: string): Open {
    let bytes: Buffer;
    try {
      bytes = readFileSync(path);
    } catch (error) {
      const fault = error as NodeJS.ErrnoException;
      if (faultOf(fault).code !== 'gone') this.faults.add(`could not be read: ${reasonOf(fault)}`);
      return { pack: new Map(), bytes: 0, changed: false };
    }
    const pack = unpacked(bytes);
    if (pack !== undefined) return { pack, bytes: bytes.length, changed: false };
    this.faults.add('was damaged');
    // It is put right, even if nothing new comes into it.
    return { pack: new Map(), bytes: 0, changed: true };
  }

  #makeRoom(): void {
    let { held } = this;
    for (const [bucket, one] of this.#open) {
      if (held <= this.#budget) return;
      held -= one.bytes;
      this.#writeBack(bucket, one);
      this.#open.delete(bucket);
      this.#closed.set(bucket, one.pack.size);
    }
  }

  #writeBack(bucket: number, one: Open): void {
    // Where one could not be written, the next thousand will not be either.
    if (!one.changed || this.#done === 'failed') return;
    one.changed = false;
    try {
      const path = this.#pathOf(bucket);
      // A link in place of a pack would lead the writing elsewhere.
      if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) rmSync(path);
      this.#write(path, packed(one.pack));
      this.#done = 'written';
    } catch (error) {
      this.#done = 'failed';
      const reason = writeFaultOf(error as NodeJS.ErrnoException);
      this.faults.add(`could not be written: ${reason}`);
    }
  }
}

function reasonOf(error: NodeJS.ErrnoException): string {
  return error.code === 'EISDIR' ? writeFaultOf(error) : faultOf(error).reason;
}
