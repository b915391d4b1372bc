import { createHash } from 'node:crypto';
import { join, relative } from 'node:path';
import {
  CodecError,
  decodeFacts,
  decodePage,
  encodeFacts,
  encodePage,
  isBriefPath,
  isRegistryPath,
  type Page,
  type PageId,
  type Settings,
  stubOf,
} from '../../core/index.js';
import { buildId } from '../../host/index.js';
import { type CacheEntry, keyOf } from './cache-file.js';
import { CacheFiles, type WriteFile } from './cache-files.js';
import type { CacheLocation } from './cache-location.js';
import { maintainCache } from './maintain-cache.js';

/** What the texts of one workspace say, from one run to the next; never what is found in them. */
export interface FactsCache {
  /** What reading this text under this path gave; `undefined`: not known, or damaged. */
  get(id: PageId, text: string): Page | undefined;
  /** As `get`, of what other pages can see of it only, see `stubOf`. */
  getStub(id: PageId, text: string): Page | undefined;
  put(page: Page): void;
  /**
   * Writes what is new, drops what was not needed in this run. Never throws.
   * @returns notes for the standard error; the same trouble gives the same words
   */
  save(): readonly string[];
  readonly hits: number;
  readonly misses: number;
}

/** Files of one bucket are read and written by one thread. */
export const BUCKETS = 64;

/** FNV-1a, its high bits mixed into the low ones: paths differ in a digit or two. */
export function bucketOf(id: PageId): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0) % BUCKETS;
}

/** Of what a text's facts follow, besides the text itself. */
export interface CacheScope {
  /** The workspace's folder, absolute. */
  readonly root: string;
  readonly settings: Settings;
}

export function openFactsCache(
  location: CacheLocation,
  of: CacheScope,
  write?: WriteFile,
): FactsCache {
  const { settings } = of;
  const scope = join(buildId(), scopeOf(location, of));
  const folder = join(location.folder, scope);
  const files = new CacheFiles(folder, write);
  const wanted = new Map<number, Set<PageId>>();
  let [hits, misses, unread] = [0, 0, 0];

  /** With the scope: a file that was put into the folder of another must not be believed. */
  function keyFor(id: PageId, text: string): string {
    return keyOf(`${scope}\0${roleOf(settings, id)}`, text);
  }

  function find(id: PageId, text: string): CacheEntry | undefined {
    const bucket = bucketOf(id);
    const ids = wanted.get(bucket) ?? new Set();
    wanted.set(bucket, ids.add(id));
    const key = keyFor(id, text);
    return files.entries(bucket, id).find((entry) => entry.key === key);
  }

  function lookUp(id: PageId, text: string, read: (entry: CacheEntry) => Page): Page | undefined {
    const entry = find(id, text);
    try {
      const page = entry && read(entry);
      if (page === undefined) misses += 1;
      else hits += 1;
      return page;
    } catch (error) {
      if (!(error instanceof CodecError)) throw error;
      misses += 1;
      unread += 1;
      return undefined;
    }
  }

  return {
    get: (id, text) => lookUp(id, text, ({ facts }) => ({ id, text, facts: decodeFacts(facts) })),
    getStub: (id, text) => lookUp(id, text, ({ stub }) => decodePage(id, stub)),
    put(page) {
      const { id, text, facts } = page;
      const key = keyFor(id, text);
      files.put(bucketOf(id), id, {
        key,
        facts: encodeFacts(facts),
        stub: encodePage(stubOf(page)),
      });
    },
    save() {
      const outcome = files.save(wanted);
      if (outcome !== 'failed') maintainCache(location.folder, folder, outcome);
      const faults = [...(unread > 0 ? ['was damaged'] : []), ...files.faults];
      return notesOf(location, faults);
    },
    get hits() {
      return hits;
    },
    get misses() {
      return misses;
    },
  };
}

/** What a path makes of a text, as far as it is not the text that says. */
function roleOf(settings: Settings, id: PageId): string {
  if (isRegistryPath(settings, id)) return 'registry';
  const named = isBriefPath(settings, id);
  return named === undefined ? 'as written' : named ? 'brief' : 'document';
}

/**
 * Each workspace has files of its own, and those of other kinds beside them. By the way from the cache to
 * the workspace: one that lies in the project is good wherever the project is put.
 */
function scopeOf({ folder }: CacheLocation, { root, settings }: CacheScope): string {
  const hash = createHash('sha256').update(relative(folder, root).replaceAll('\\', '/'));
  return hash
    .update(`\0${JSON.stringify(settings.kinds)}`)
    .digest('hex')
    .slice(0, 16);
}

function notesOf({ folder }: CacheLocation, faults: readonly string[]): readonly string[] {
  if (faults.length === 0) return [];
  const all = [...new Set(faults)].join(', and ');
  return [`the cache in ${folder} ${all}. The findings do not depend on it.`];
}
