import { lstatSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { PageId } from '../../core/index.js';
import { createAtomically, faultOf, writeFaultOf } from '../../host/index.js';
import { type Entry, type Pack, packed, unpacked } from './pack.js';

/** The packs of one folder. None of its functions throws. */
export interface Packs {
  entries(bucket: number, id: PageId): readonly Entry[];
  put(bucket: number, id: PageId, entry: Entry): void;
  /** Writes what is new, without the pages of the buckets that are not `wanted`. */
  save(wanted: ReadonlyMap<number, ReadonlySet<PageId>>): 'written' | 'unchanged' | 'failed';
  /** What went wrong, each once: a sentence's end. */
  readonly faults: ReadonlySet<string>;
  /** Bytes that are at hand now. */
  readonly held: number;
}

interface Open {
  readonly pack: Pack;
  bytes: number;
  changed: boolean;
}

/** Of what was read before, this much stays at hand. */
const FIRST_BUDGET = 32 * 1024 * 1024;

/** As {@link createAtomically}; tests stand in for a disk that is full. */
export type WritePack = (path: string, content: Uint8Array) => void;

export function packsIn(folder: string, write: WritePack = createAtomically): Packs {
  const open = new Map<number, Open>();
  /** How many pages were in the ones that were closed to make room. */
  const closed = new Map<number, number>();
  const faults = new Set<string>();
  let budget = FIRST_BUDGET;
  let failed = false;
  let written = false;

  function opened(bucket: number): Open {
    const known = open.get(bucket);
    if (known !== undefined) return known;
    // Whoever asks bucket by bucket never comes here twice; for whoever does, opening and closing in
    // turns would take longer than reading all texts: more may stay open then.
    if (closed.has(bucket)) budget *= 2;
    makeRoom();
    const bytes = readPack(pathOf(bucket));
    const pack = bytes && unpacked(bytes);
    if (bytes !== undefined && pack === undefined) faults.add('was damaged');
    const one: Open = {
      pack: pack ?? new Map(),
      bytes: bytes?.length ?? 0,
      // What is damaged is put right, even if nothing is asked of it.
      changed: bytes !== undefined && pack === undefined,
    };
    open.set(bucket, one);
    return one;
  }

  function pathOf(bucket: number): string {
    return join(folder, `${String(bucket).padStart(2, '0')}.pack`);
  }

  function readPack(path: string): Buffer | undefined {
    try {
      return readFileSync(path);
    } catch (error) {
      const fault = error as NodeJS.ErrnoException;
      const { code } = faultOf(fault);
      if (code !== 'gone') faults.add(`could not be read: ${reasonOf(fault)}`);
      return undefined;
    }
  }

  function makeRoom(): void {
    let held = heldIn(open);
    for (const [bucket, one] of open) {
      if (held <= budget) return;
      held -= one.bytes;
      close(bucket, one);
    }
  }

  function close(bucket: number, one: Open): void {
    writeBack(bucket, one);
    open.delete(bucket);
    closed.set(bucket, one.pack.size);
  }

  function writeBack(bucket: number, one: Open): void {
    // Where one could not be written, the next thousand will not be either.
    if (!one.changed || failed) return;
    one.changed = false;
    try {
      const path = pathOf(bucket);
      // A link in place of a pack would lead the writing elsewhere.
      if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) rmSync(path);
      write(path, packed(one.pack));
      written = true;
    } catch (error) {
      failed = true;
      faults.add(`could not be written: ${writeFaultOf(error as NodeJS.ErrnoException)}`);
    }
  }

  return {
    faults,
    get held() {
      return heldIn(open);
    },
    entries: (bucket, id) => opened(bucket).pack.get(id) ?? [],
    put(bucket, id, entry) {
      const one = opened(bucket);
      const [before] = (one.pack.get(id) ?? []).filter(({ key }) => key !== entry.key);
      one.pack.set(id, before === undefined ? [entry] : [entry, before]);
      one.bytes += entry.facts.length + entry.thin.length;
      one.changed = true;
    },
    save(wanted) {
      for (const [bucket, ids] of wanted) {
        if (!open.has(bucket) && (closed.get(bucket) ?? 0) <= ids.size) continue;
        const one = opened(bucket);
        for (const id of one.pack.keys()) {
          if (ids.has(id)) continue;
          one.pack.delete(id);
          one.changed = true;
        }
        writeBack(bucket, one);
      }
      return failed ? 'failed' : written ? 'written' : 'unchanged';
    },
  };
}

function heldIn(open: ReadonlyMap<number, Open>): number {
  let held = 0;
  for (const { bytes } of open.values()) held += bytes;
  return held;
}

function reasonOf(error: NodeJS.ErrnoException): string {
  return error.code === 'EISDIR' ? writeFaultOf(error) : faultOf(error).reason;
}
