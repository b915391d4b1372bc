import { resolve } from 'node:path';
import { isRegistryPath, type PageId } from '../../core/index.js';
import type { Host, Root } from '../../host/index.js';
import type { FileListing } from '../file-listing.js';
import type { CheckedFile } from '../formats/lint-run.js';
import type { LoadOptions } from '../load.js';
import { leftOut, type Problem } from '../read-pages.js';
import { batchesOf, bucketBatches } from './flat/batches.js';
import { type Crew, startCrew } from './flat/crew.js';
import { type Gathered, gatherSymbols } from './flat/gather.js';
import type { BatchFacts, Setting } from './flat/messages.js';
import { emptyShelf, type Shelf } from './flat/shelf.js';
import type { LintedWorkspace, LintJob } from './job.js';
import { partOf } from './shard.js';

/** What a whole page takes is some 25 bytes a character: so many may wait to be linted, in all threads. */
const KEPT_CHARACTERS = 24_000_000;

/** Of more files than this only a small part would fit: then none is kept, and memory stays flat. */
const FEW_ENOUGH = 8000;

export interface Flat {
  readonly threads: number;
  /** Of how many characters whole pages are kept in all; the others are read once more. */
  readonly keeps?: number;
}

/**
 * Lints a workspace of any size in memory that hardly grows with it. All files are read, and what of
 * each the others can see is packed on a shelf for all threads; whole, the pages are there a few hundred
 * at a time, when they are linted. What is found is the same as with all of it in memory, in any number
 * of threads.
 */
export async function lintFlat(
  root: Root,
  listing: FileListing,
  options: LoadOptions,
  job: LintJob,
  { threads, keeps = listing.ids.length > FEW_ENOUGH ? 0 : KEPT_CHARACTERS }: Flat,
): Promise<LintedWorkspace> {
  const setting: Setting = {
    ...{ folder: root.folder, cwd: options.cwd, settings: listing.settings, today: options.today },
    ...{ given: listing.given, overlay: listing.overlay, cache: job.cache, want: wantedBy(job) },
    keeps: Math.floor(keeps / threads),
  };
  const crew = startCrew(threads, setting);
  try {
    return await lintWith(crew, { root, listing, options, job, setting });
  } finally {
    await crew.close();
  }
}

function wantedBy({ comments, keeps, lineHashes, clocked }: LintJob): Setting['want'] {
  return {
    comments,
    ...(keeps === undefined ? {} : { keeps }),
    ...(lineHashes === undefined ? {} : { lineHashes }),
    ...(clocked === undefined ? {} : { clocked }),
  };
}

interface Work {
  readonly root: Root;
  readonly listing: FileListing;
  readonly options: LoadOptions;
  readonly job: LintJob;
  readonly setting: Setting;
}

async function lintWith(crew: Crew, work: Work): Promise<LintedWorkspace> {
  const { root, listing, job } = work;
  const started = performance.now();
  const read = await readAll(crew, work);
  const joined = performance.now();
  const files = await existing(read.gathered, read.shelf, listing.host);
  const outlook = { shelf: read.shelf, symbols: read.gathered.share(), files };
  await crew.all({ type: 'look', outlook });
  const linting = performance.now();
  const found = await lintBatches(crew, work, read);
  const notes = job.cache === undefined ? [] : await crew.all({ type: 'save' });
  return {
    ...{ root, settings: listing.settings, files: found.files, nested: listing.nested },
    problems: [...listing.problems, ...read.problems],
    notes: [...new Set(notes.flatMap((one) => one.notes))],
    ...(job.keeps === 'links'
      ? { links: Array.from(files.keys(), (id) => resolve(root.folder, id)) }
      : {}),
    measures: {
      ...{ files: read.pages, characters: read.characters, fromCache: read.fromCache },
      ...{ checked: found.files.length, threads: crew.size, rules: found.clocks },
      phases: {
        ...{ listing: 0, facts: joined - started, joining: linting - joined },
        linting: performance.now() - linting,
      },
    },
  };
}

/** A batch, and the thread that has its pages. */
interface Placed {
  readonly ids: readonly PageId[];
  readonly thread: number;
}

interface AllRead {
  readonly shelf: Shelf;
  readonly gathered: Gathered;
  /** Briefs and registries. */
  readonly speaking: ReadonlySet<PageId>;
  readonly problems: readonly Problem[];
  readonly batches: readonly Placed[];
  readonly pages: number;
  readonly characters: number;
  readonly fromCache: number;
}

async function readAll(crew: Crew, { listing, options, setting }: Work): Promise<AllRead> {
  const { ids, isRequested } = listing;
  const registries = ids.filter((id) => isRegistryPath(setting.settings, id));
  const others = ids.filter((id) => !isRegistryPath(setting.settings, id));
  const order = [...registries, ...others];
  const numbers = new Map(order.map((id, number) => [id, number]));
  const chunks: SharedArrayBuffer[] = [];
  const shelf: Shelf = { ...emptyShelf(order, registries.length), chunks };
  const gathered = gatherSymbols();
  const speaking = new Set<PageId>();
  const left: { readonly id: PageId; readonly problem: Problem }[] = [];
  const batches: Placed[] = [];
  const counts = { pages: 0, characters: 0, fromCache: 0, done: 0 };
  const tasks = readingTasks(registries, others, crew.size, setting).map((task) => ({
    ...task,
    ask: { type: 'read' as const, batch: { ids: task.ids, asked: task.ids.map(isRequested) } },
  }));
  await crew.share(tasks, ({ ids: some }, { facts }, thread) => {
    const places = some.map((id) => numbers.get(id) ?? 0);
    put(shelf, chunks, facts, places);
    gathered.add(facts.symbols, places);
    for (const [place, id] of some.entries()) if (facts.speaking[place] === 1) speaking.add(id);
    for (const one of facts.leftOut) {
      const id = some[one.place] ?? '';
      left.push({ id, problem: leftOut(id, one, setting) });
    }
    batches.push({ ids: some, thread });
    counts.pages += some.length - facts.leftOut.length;
    counts.characters += facts.characters;
    counts.fromCache += facts.fromCache;
    counts.done += some.length;
    options.progress.update(counts.done, ids.length);
  });
  options.progress.end();
  left.sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    shelf,
    gathered,
    speaking,
    problems: left.map(({ problem }) => problem),
    batches,
    ...counts,
  };
}

interface Reading {
  readonly ids: readonly PageId[];
  readonly thread?: number;
  readonly bound?: true;
}

/** All registries in one, the first: they have a limit together, and are large. */
function readingTasks(
  registries: readonly PageId[],
  others: readonly PageId[],
  threads: number,
  { cache }: Setting,
): readonly Reading[] {
  const first: Reading[] = registries.length === 0 ? [] : [{ ids: registries }];
  if (cache === undefined) return [...first, ...batchesOf(others, threads).map((ids) => ({ ids }))];
  const bound = bucketBatches(others).map(
    ({ bucket, ids }): Reading => ({ ids, thread: bucket % threads, bound: true }),
  );
  return [...first.map((task): Reading => ({ ...task, thread: 0, bound: true })), ...bound];
}

function put(
  { chunkOf, from, length }: Shelf,
  chunks: SharedArrayBuffer[],
  { packed, lengths }: BatchFacts,
  numbers: readonly number[],
): void {
  let at = 0;
  for (const [place, number] of numbers.entries()) {
    chunkOf[number] = chunks.length;
    from[number] = at;
    length[number] = lengths[place] ?? 0;
    at += lengths[place] ?? 0;
  }
  chunks.push(packed);
}

/** Links lead to pictures and PDFs too: whether those are there only the host knows. */
async function existing(
  gathered: Gathered,
  { ids, length }: Shelf,
  host: Host,
): Promise<ReadonlyMap<PageId, boolean>> {
  const pages = new Set(ids.filter((_, number) => (length[number] ?? 0) > 0));
  const exist = new Map<PageId, boolean>();
  for (const target of [...gathered.keys('links')].sort()) {
    if (!pages.has(target)) exist.set(target, await host.exists(target));
  }
  return exist;
}

interface AllFound {
  readonly files: readonly CheckedFile[];
  readonly clocks: ReadonlyMap<string, number>;
}

async function lintBatches(
  crew: Crew,
  { listing, job }: Work,
  { speaking, batches }: AllRead,
): Promise<AllFound> {
  const all = listing.ids.filter((id) => speaking.has(id) && listing.isRequested(id));
  const asked = new Set(partOf(all, job.shard));
  const files: CheckedFile[] = [];
  const clocks = new Map<string, number>();
  const tasks = batches.flatMap(({ ids, thread }) => {
    const some = ids.filter((id) => asked.has(id));
    const bound = job.cache === undefined ? {} : { bound: true as const };
    return some.length === 0
      ? []
      : [{ ask: { type: 'lint' as const, ids: some }, thread, ...bound }];
  });
  await crew.share(tasks, (_, { findings }) => {
    for (const file of findings.files) files.push(file);
    for (const [rule, spent] of findings.clocks) clocks.set(rule, (clocks.get(rule) ?? 0) + spent);
  });
  return { files, clocks };
}
