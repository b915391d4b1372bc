import { join } from 'node:path';
import {
  asksDocuments,
  decodePage,
  encodePage,
  FAMILIES,
  type Graph,
  headingTargets,
  isRegistryPath,
  loadParts,
  type Page,
  type PageId,
  pageKey,
  stubOf,
  vocabularyOf,
  type Workspace,
} from '../../../core/index.js';
import { decode, nodeHost, overlayHost, readPath, registryBudget } from '../../../host/index.js';
import { type FactsCache, openFactsCache } from '../../cache/facts-cache.js';
import { placesOf } from '../../report/places.js';
import { type PageSource, readPageFile } from '../../workspace/read-page-file.js';
import { lintPage } from '../lint-page.js';
import { collectBatch } from './batch-symbols.js';
import type {
  Batch,
  BatchFindings,
  BatchResult,
  ResponseTo,
  SharedWorkspace,
  WorkerRequest,
  WorkerResponse,
  WorkerSetup,
} from './messages.js';
import { pagesOf, UNREAD } from './page-store.js';
import { mapOver } from './shared-symbols.js';

/** Where the work is done: in a worker, or in the main thread if it is the only one. */
export interface WorkerTasks {
  run<A extends WorkerRequest>(request: A): Promise<ResponseTo<A['type']>>;
}

export function openWorkerTasks(setup: WorkerSetup): WorkerTasks {
  const { folder, settings, given, overlay } = setup;
  const host = overlayHost(nodeHost(folder, { repository: undefined }), overlay);
  const common = { host, settings, vocabulary: vocabularyOf(settings.kinds), given };
  const caches = cachesFor(setup);
  const source: Sources = {
    ...common,
    of: (id) => ({ ...common, cache: caches?.of(id) }),
  };
  const cached: CachedPages = { pages: new Map(), left: setup.cachedBytes };
  let base: Workspace | undefined;

  async function run(request: WorkerRequest): Promise<WorkerResponse> {
    switch (request.type) {
      case 'read': {
        const before = caches?.hits() ?? 0;
        const facts = await readBatch(request.batch, source, cached);
        return { type: 'read', facts: { ...facts, fromCache: (caches?.hits() ?? 0) - before } };
      }
      case 'open':
        base = workspaceOf(setup, source, request.workspace);
        return { type: 'open' };
      case 'lint':
        if (base === undefined) throw new Error('A batch was to be linted before all was read.');
        await loadParts(settings);
        return {
          type: 'lint',
          findings: await lintBatch(request.ids, base, setup, source, cached),
        };
      case 'save':
        return { type: 'save', notes: caches?.save() ?? [] };
    }
  }
  return { run: run as WorkerTasks['run'] };
}

interface Sources extends Pick<PageSource, 'vocabulary' | 'settings'> {
  of(id: PageId): PageSource;
}

interface Caches {
  of(id: PageId): FactsCache;
  hits(): number;
  save(): readonly string[];
}

/**
 * A bucket of the cache belongs to one thread. All registries are read by one, as they have a limit
 * together: theirs is a cache of its own.
 */
function cachesFor({ cache: place, folder, settings }: WorkerSetup): Caches | undefined {
  if (place === undefined) return undefined;
  const open = new Map<'registries' | 'others', FactsCache>();
  return {
    of(id) {
      const which = isRegistryPath(settings, id) ? 'registries' : 'others';
      const root = which === 'registries' ? join(folder, ':registries') : folder;
      const cache = open.get(which) ?? openFactsCache(place, { root, settings });
      open.set(which, cache);
      return cache;
    },
    hits: () => [...open.values()].reduce((sum, { hits }) => sum + hits, 0),
    save: () => [...open.values()].flatMap((cache) => cache.save()),
  };
}

/** Whole pages that need not be read again, as bytes outside of the heap: as many as there is room for. */
interface CachedPages {
  readonly pages: Map<PageId, Uint8Array>;
  /** Bytes. */
  left: number;
}

async function readBatch(
  { ids, requested, documents }: Batch,
  source: Sources,
  cached: CachedPages,
): Promise<Omit<BatchResult, 'fromCache'>> {
  const symbols = collectBatch();
  const targets = new Set<string>();
  const stubs: Uint8Array[] = [];
  const lengths = new Int32Array(ids.length);
  const lintable = new Uint8Array(ids.length);
  const budget = registryBudget(source.settings);
  const readsNamed = asksDocuments(source.settings);
  const leftOut: BatchResult['leftOut'][number][] = [];
  let characters = 0;
  for (const [place, id] of ids.entries()) {
    const keeps = requested[place] === true && cached.left > 0;
    const isNamed = readsNamed && source.of(id).given.has(id);
    const wish = {
      part: keeps ? 'whole' : 'stub',
      documents: isNamed ? 'read' : documents,
    } as const;
    const read = await readPageFile(id, source.of(id), wish, budget);
    if (read.type === 'left-out') {
      leftOut.push({ place, reason: read.reason, grave: read.grave });
      continue;
    }
    const { page } = read;
    characters += read.characters;
    if (page.unread) {
      lengths[place] = UNREAD;
      continue;
    }
    const bytes = encodePage(stubOf(page));
    stubs.push(bytes);
    lengths[place] = bytes.length;
    symbols.add(place, page);
    for (const target of headingTargets(page)) targets.add(target);
    if (page.facts.role === 'document' && !isNamed) continue;
    lintable[place] = 1;
    if (!keeps) continue;
    const all = encodePage(page);
    cached.pages.set(id, all);
    cached.left -= all.length;
  }
  return {
    stubs: sharedBytes(stubs),
    lengths,
    lintable,
    symbols: symbols.done(),
    headingTargets: [...targets],
    leftOut,
    characters,
  };
}

function sharedBytes(parts: readonly Uint8Array[]): SharedArrayBuffer {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const all = new SharedArrayBuffer(length);
  const bytes = new Uint8Array(all);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return all;
}

function workspaceOf(
  { settings, today }: WorkerSetup,
  { vocabulary }: Sources,
  { store, symbols, files }: SharedWorkspace,
): Workspace {
  const keys = store.ids.map((id, number) =>
    pageKey({ id, facts: { role: number < store.registries ? 'registry' : 'brief' } }),
  );
  const keyOf = (number: number): string => keys[number] ?? '';
  const graph = Object.fromEntries(
    FAMILIES.map((family) => [family, mapOver(symbols[family], keyOf)]),
  ) as unknown as Graph;
  return { settings, vocabulary, today, pages: pagesOf(store), graph, naming: {}, files };
}

/** Some pages at a time are put whole in place of their stubs, for as long as they are linted. */
async function lintBatch(
  ids: readonly PageId[],
  base: Workspace,
  setup: WorkerSetup,
  source: Sources,
  cached: CachedPages,
): Promise<BatchFindings> {
  const { folder, cwd, want } = setup;
  const whole = new Map<PageId, Page>();
  for (const id of ids) {
    const page = takeCached(id, cached) ?? (await readAgain(id, source));
    if (page !== undefined && base.pages.has(id)) whole.set(id, page);
  }
  const workspace = { ...base, pages: base.pages.with(whole) };
  // What findings relate to may stand in any page: of the others the text is read when it is needed.
  const textOf = (id: PageId): string => whole.get(id)?.text ?? currentText(id, setup);
  const places = placesOf(workspace, folder, cwd, textOf);
  const clocks = new Map<string, number>();
  const files = Array.from(whole.values(), (page) =>
    lintPage({ workspace, places, clocks }, page, want),
  );
  return { files, clocks };
}

function currentText(id: PageId, { folder, given, overlay }: WorkerSetup): string {
  const content = given.get(id)?.content ?? overlay.get(id);
  const reading = content === undefined ? readPath(join(folder, id)) : decode(content);
  return reading.type === 'text' ? reading.text : '';
}

function takeCached(id: PageId, cached: CachedPages): Page | undefined {
  const bytes = cached.pages.get(id);
  cached.pages.delete(id);
  return bytes && decodePage(id, bytes);
}

async function readAgain(id: PageId, source: Sources): Promise<Page | undefined> {
  const read = await readPageFile(id, source.of(id), { part: 'whole', documents: 'read' });
  return read.type === 'page' ? read.page : undefined;
}
