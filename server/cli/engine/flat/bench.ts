import { join } from 'node:path';
import {
  FAMILIES,
  type Graph,
  isRegistryPath,
  type Page,
  type PageId,
  packPage,
  pageKey,
  thinPage,
  vocabularyOf,
  type Workspace,
} from '../../../core/index.js';
import { decode, nodeHost, overlayHost, readPath } from '../../../host/index.js';
import { type FactsCache, openFactsCache } from '../../cache/facts-cache.js';
import { placesOf } from '../../places.js';
import { type PageSource, readPageFile } from '../../read-page-file.js';
import { registryBudget } from '../../read-pages.js';
import { lintPage } from '../lint-page.js';
import { symbolsIn } from './batch-symbols.js';
import type {
  Answer,
  AnswerTo,
  Ask,
  Batch,
  BatchFacts,
  Findings,
  Outlook,
  Setting,
} from './messages.js';
import { layeredOver } from './shared-symbols.js';
import { pagesOf } from './shelf.js';

/** Where the work is done: in a worker, or in the main thread if it is the only one. */
export interface Bench {
  ask<A extends Ask>(ask: A): Promise<AnswerTo<A['type']>>;
}

export function openBench(setting: Setting): Bench {
  const { folder, settings, given, overlay } = setting;
  const host = overlayHost(nodeHost(folder, { repository: undefined }), overlay);
  const common = { host, settings, vocabulary: vocabularyOf(settings.kinds), given };
  const caches = cachesFor(setting);
  const source: Source = {
    ...common,
    of: (id) => ({ ...common, cache: caches?.of(id) }),
  };
  const kept: Kept = { pages: new Map(), left: setting.keeps };
  let base: Workspace | undefined;

  async function answer(ask: Ask): Promise<Answer> {
    switch (ask.type) {
      case 'read': {
        const before = caches?.hits() ?? 0;
        const facts = await readBatch(ask.batch, source, kept);
        return { type: 'read', facts: { ...facts, fromCache: (caches?.hits() ?? 0) - before } };
      }
      case 'look':
        base = workspaceOf(setting, source, ask.outlook);
        return { type: 'look' };
      case 'lint':
        if (base === undefined) throw new Error('A batch was to be linted before all was read.');
        return { type: 'lint', findings: await lintBatch(ask.ids, base, setting, source, kept) };
      case 'save':
        return { type: 'save', notes: caches?.save() ?? [] };
    }
  }
  return { ask: answer as Bench['ask'] };
}

interface Source extends Pick<PageSource, 'vocabulary' | 'settings'> {
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
function cachesFor({ cache: place, folder, settings }: Setting): Caches | undefined {
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

/** Whole pages that need not be read again, as long as there is room. */
interface Kept {
  readonly pages: Map<PageId, Page>;
  left: number;
}

async function readBatch(
  { ids, asked }: Batch,
  source: Source,
  kept: Kept,
): Promise<Omit<BatchFacts, 'fromCache'>> {
  const pages = new Map<number, Page>();
  const packed: Buffer[] = [];
  const lengths = new Int32Array(ids.length);
  const speaking = new Uint8Array(ids.length);
  const refusal = registryBudget(source);
  const leftOut: BatchFacts['leftOut'][number][] = [];
  let characters = 0;
  for (const [place, id] of ids.entries()) {
    const keeps = asked[place] === true && kept.left > 0;
    const read = await readPageFile(id, source.of(id), keeps ? 'whole' : 'thin', (text) =>
      refusal(id, text),
    );
    if (read.type === 'left-out') {
      leftOut.push({ place, reason: read.reason, grave: read.grave });
      continue;
    }
    const { page } = read;
    const bytes = Buffer.from(packPage(thinPage(page)));
    packed.push(bytes);
    lengths[place] = bytes.length;
    pages.set(place, page);
    characters += read.characters;
    if (page.facts.role === 'document') continue;
    speaking[place] = 1;
    if (!keeps) continue;
    kept.pages.set(id, page);
    kept.left -= page.text.length;
  }
  const all = sharedBytes(packed);
  return { packed: all, lengths, speaking, symbols: symbolsIn(pages), leftOut, characters };
}

function sharedBytes(parts: readonly Buffer[]): SharedArrayBuffer {
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
  { settings, today }: Setting,
  { vocabulary }: Source,
  { shelf, symbols, files }: Outlook,
): Workspace {
  const keys = shelf.ids.map((id, number) =>
    pageKey({ id, facts: { role: number < shelf.registries ? 'registry' : 'brief' } }),
  );
  const keyOf = (number: number): string => keys[number] ?? '';
  const graph = Object.fromEntries(
    FAMILIES.map((family) => [family, layeredOver(symbols[family], keyOf)]),
  ) as unknown as Graph;
  return { settings, vocabulary, today, pages: pagesOf(shelf), graph, files };
}

/** A few hundred pages at a time lie whole over the packed ones, and are taken off again. */
async function lintBatch(
  ids: readonly PageId[],
  base: Workspace,
  setting: Setting,
  source: Source,
  kept: Kept,
): Promise<Findings> {
  const { folder, cwd, want } = setting;
  const whole = new Map<PageId, Page>();
  for (const id of ids) {
    const page = kept.pages.get(id) ?? (await readAgain(id, source));
    kept.pages.delete(id);
    if (page !== undefined && base.pages.has(id)) whole.set(id, page);
  }
  const workspace = { ...base, pages: base.pages.with(whole) };
  // What findings relate to may stand in any page: of the others the text is read when it is needed.
  const textOf = (id: PageId): string => whole.get(id)?.text ?? textNow(id, setting);
  const places = placesOf(workspace, folder, cwd, textOf);
  const clocks = new Map<string, number>();
  const files = Array.from(whole.values(), (page) =>
    lintPage({ workspace, places, clocks }, page, want),
  );
  return { files, clocks };
}

function textNow(id: PageId, { folder, given, overlay }: Setting): string {
  const content = given.get(id)?.content ?? overlay.get(id);
  const reading = content === undefined ? readPath(join(folder, id)) : decode(content);
  return reading.type === 'text' ? reading.text : '';
}

async function readAgain(id: PageId, source: Source): Promise<Page | undefined> {
  const read = await readPageFile(id, source.of(id));
  return read.type === 'page' ? read.page : undefined;
}
