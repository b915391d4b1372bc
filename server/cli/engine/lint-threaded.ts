import { resolve } from 'node:path';
import { isRegistryPath, type PageId } from '../../core/index.js';
import { existingFiles, type WorkspaceRoot } from '../../host/index.js';
import type { CheckedFile, Problem } from '../formats/lint-run.js';
import { shownPath } from '../report/places.js';
import type { FileListing } from '../workspace/file-listing.js';
import type { LoadOptions } from '../workspace/load.js';
import type { ReadWish } from '../workspace/read-page-file.js';
import { leftOut } from '../workspace/read-pages.js';
import type { LintedWorkspace, LintJob } from './job.js';
import { partOf } from './shard.js';
import { takeFiles } from './take-files.js';
import { batchesOf, bucketBatches } from './threaded/batches.js';
import { collectSymbols, type SymbolCollector } from './threaded/collect-symbols.js';
import type { BatchResult, WorkerSetup } from './threaded/messages.js';
import { emptyPageStore, isThere, type PageStore, UNREAD } from './threaded/page-store.js';
import { startThreadPool, type ThreadPool } from './threaded/thread-pool.js';

/** So much of whole pages waits to be linted, in all threads: a page takes one to two bytes a character. */
const MAX_CACHED_BYTES = 256 * 1024 * 1024;

export interface ThreadedOptions {
  readonly threads: number;
  /** In how many bytes whole pages are cached, over all threads; the others are read once more. */
  readonly cachedBytes?: number;
}

/**
 * Lints a workspace of any size in memory that hardly grows with it. All files are read, and what of
 * each the others can see is kept as bytes that all threads share; a page is in memory whole only while its
 * batch of a few hundred is linted. What is found is the same as with all of it in memory, in any number
 * of threads.
 */
export async function lintThreaded(
  root: WorkspaceRoot,
  listing: FileListing,
  options: LoadOptions,
  job: LintJob,
  { threads, cachedBytes = MAX_CACHED_BYTES }: ThreadedOptions,
): Promise<LintedWorkspace> {
  const setup: WorkerSetup = {
    ...{ folder: root.folder, cwd: options.cwd, settings: listing.settings, today: options.today },
    ...{ given: listing.given, overlay: listing.overlay, cache: job.cache, want: wantedFor(job) },
    cachedBytes: Math.floor(cachedBytes / threads),
  };
  const pool = startThreadPool(threads, setup);
  try {
    return await lintWith(pool, { root, listing, options, job, setup });
  } finally {
    await pool.close();
  }
}

function wantedFor({ comments, keeps, lineHashes, clocked }: LintJob): WorkerSetup['want'] {
  return {
    comments,
    ...(keeps === undefined ? {} : { keeps }),
    ...(lineHashes === undefined ? {} : { lineHashes }),
    ...(clocked === undefined ? {} : { clocked }),
  };
}

interface CheckRun {
  readonly root: WorkspaceRoot;
  readonly listing: FileListing;
  readonly options: LoadOptions;
  readonly job: LintJob;
  readonly setup: WorkerSetup;
}

async function lintWith(pool: ThreadPool, run: CheckRun): Promise<LintedWorkspace> {
  const { root, listing, job } = run;
  const started = performance.now();
  const read = await readAll(pool, run);
  const joined = performance.now();
  const files = await existingFiles(listing.host, linkTargets(read.symbols, read.store));
  const workspace = { store: read.store, symbols: read.symbols.share(), files };
  await pool.runOnEach({ type: 'open', workspace });
  const linting = performance.now();
  const problems = [...listing.problems, ...read.problems];
  const found = await lintBatches(pool, run, read, problems);
  const notes = job.cache === undefined ? [] : await pool.runOnEach({ type: 'save' });
  return {
    ...{ root, settings: listing.settings, files: found.files, nested: listing.nested },
    problems,
    notes: [...new Set(notes.flatMap((one) => one.notes))],
    ...(job.keeps === 'links'
      ? { links: Array.from(files.keys(), (id) => resolve(root.folder, id)) }
      : {}),
    measures: {
      ...{ files: read.pages, characters: read.characters, fromCache: read.fromCache },
      ...{ checked: found.files.length, threads: pool.size, rules: found.clocks },
      phases: {
        ...{ listing: 0, facts: joined - started, joining: linting - joined },
        linting: performance.now() - linting,
      },
    },
  };
}

/** A batch, and the thread that has its pages. */
interface BatchOnThread {
  readonly ids: readonly PageId[];
  readonly thread: number;
}

interface ReadResult {
  readonly store: PageStore;
  readonly symbols: SymbolCollector;
  /** Briefs and registries. */
  readonly lintable: ReadonlySet<PageId>;
  readonly problems: readonly Problem[];
  readonly batches: readonly BatchOnThread[];
  readonly pages: number;
  readonly characters: number;
  readonly fromCache: number;
}

async function readAll(
  pool: ThreadPool,
  { listing, options, setup }: CheckRun,
): Promise<ReadResult> {
  const { ids, isRequested } = listing;
  const registries = ids.filter((id) => isRegistryPath(setup.settings, id));
  const others = ids.filter((id) => !isRegistryPath(setup.settings, id));
  const order = [...registries, ...others];
  const { ordinary } = listing;
  const numbers = new Map(order.map((id, number) => [id, number]));
  const chunks: SharedArrayBuffer[] = [];
  const store: PageStore = { ...emptyPageStore(order, registries.length), chunks };
  const symbols = collectSymbols();
  const lintable = new Set<PageId>();
  const left: { readonly id: PageId; readonly problem: Problem }[] = [];
  const batches: BatchOnThread[] = [];
  const asked = new Set<PageId>();
  const counts = { pages: 0, characters: 0, fromCache: 0, done: 0 };
  for (const [id, characters] of ordinary) {
    store.length[numbers.get(id) ?? 0] = UNREAD;
    counts.pages += 1;
    counts.characters += characters;
    counts.done += 1;
  }
  const take = (some: readonly PageId[], facts: BatchResult): void => {
    const places = some.map((id) => numbers.get(id) ?? 0);
    storePages(store, chunks, facts, places);
    symbols.add(facts.symbols, places);
    for (const [place, id] of some.entries()) if (facts.lintable[place] === 1) lintable.add(id);
    for (const one of facts.leftOut) {
      const id = some[one.place] ?? '';
      left.push({ id, problem: leftOut(id, one, setup) });
    }
    counts.fromCache += facts.fromCache;
  };
  const unknown = others.filter((id) => !ordinary.has(id));
  const tasks = readTasks(registries, unknown, pool.size, setup);
  await pool.run(
    tasks.map(reading('left-unread', isRequested)),
    ({ ids: some }, { facts }, thread) => {
      take(some, facts);
      for (const id of facts.headingTargets) asked.add(id);
      batches.push({ ids: some, thread });
      counts.pages += some.length - facts.leftOut.length;
      counts.characters += facts.characters;
      counts.done += some.length;
      options.progress.update(counts.done, ids.length);
    },
  );
  options.progress.end();
  const documents = [...asked]
    .filter((id) => store.length[numbers.get(id) ?? -1] === UNREAD)
    .sort();
  const more = readTasks([], documents, pool.size, setup);
  await pool.run(more.map(reading('read', () => false)), ({ ids: some }, { facts }) =>
    take(some, facts),
  );
  left.sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    store,
    symbols,
    lintable,
    problems: left.map(({ problem }) => problem),
    batches,
    ...counts,
  };
}

/** What a thread is told to read; of pages that nobody asks about no more than the others see. */
function reading(documents: ReadWish['documents'], isRequested: (id: PageId) => boolean) {
  return (task: ReadTask) => {
    const batch = { ids: task.ids, requested: task.ids.map(isRequested), documents };
    return { ...task, request: { type: 'read' as const, batch } };
  };
}

interface ReadTask {
  readonly ids: readonly PageId[];
  readonly thread?: number;
  readonly bound?: true;
}

/** All registries in one, the first: they have a limit together, and are large. */
function readTasks(
  registries: readonly PageId[],
  others: readonly PageId[],
  threads: number,
  { cache }: WorkerSetup,
): readonly ReadTask[] {
  const first: ReadTask[] = registries.length === 0 ? [] : [{ ids: registries }];
  if (cache === undefined) return [...first, ...batchesOf(others, threads).map((ids) => ({ ids }))];
  const bound = bucketBatches(others).map(
    ({ bucket, ids }): ReadTask => ({ ids, thread: bucket % threads, bound: true }),
  );
  return [...first.map((task): ReadTask => ({ ...task, thread: 0, bound: true })), ...bound];
}

function storePages(
  { chunkOf, from, length }: PageStore,
  chunks: SharedArrayBuffer[],
  { stubs, lengths }: BatchResult,
  numbers: readonly number[],
): void {
  let at = 0;
  for (const [place, number] of numbers.entries()) {
    chunkOf[number] = chunks.length;
    from[number] = at;
    length[number] = lengths[place] ?? 0;
    at += Math.max(0, lengths[place] ?? 0);
  }
  chunks.push(stubs);
}

/** The local targets of links, other than pages. */
function linkTargets(symbols: SymbolCollector, store: PageStore): readonly PageId[] {
  const pages = new Set(store.ids.filter((_, number) => isThere(store, number)));
  return [...symbols.keys('links')].filter((target) => !pages.has(target)).sort();
}

interface LintResult {
  readonly files: readonly CheckedFile[];
  readonly clocks: ReadonlyMap<string, number>;
}

async function lintBatches(
  pool: ThreadPool,
  { root, listing, options, job }: CheckRun,
  { lintable, batches }: ReadResult,
  problems: readonly Problem[],
): Promise<LintResult> {
  const all = listing.ids.filter((id) => lintable.has(id) && listing.isRequested(id));
  const requested = new Set(partOf(all, job.shard));
  const names = [...requested].map((id) => shownPath(resolve(root.folder, id), options.cwd));
  const { settings, nested } = listing;
  const taker = await takeFiles(job.sink, { root, settings, problems, nested }, names);
  const clocks = new Map<string, number>();
  const tasks = batches.flatMap(({ ids, thread }) => {
    const some = ids.filter((id) => requested.has(id));
    const bound = job.cache === undefined ? {} : { bound: true as const };
    return some.length === 0
      ? []
      : [{ request: { type: 'lint' as const, ids: some }, thread, ...bound }];
  });
  await pool.run(tasks, (_, { findings }) => {
    for (const file of findings.files) taker.take(file).catch(() => undefined);
    for (const [rule, spent] of findings.clocks) clocks.set(rule, (clocks.get(rule) ?? 0) + spent);
  });
  return { files: await taker.all(), clocks };
}
