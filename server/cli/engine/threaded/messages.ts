import type { Day, PageId, Settings } from '../../../core/index.js';
import type { Overlay } from '../../../host/index.js';
import type { CheckedFile } from '../../formats/lint-run.js';
import type { ReadWish } from '../../workspace/read-page-file.js';
import type { Target } from '../../workspace/targets.js';
import type { Wanted } from '../lint-page.js';
import type { BatchSymbols } from './batch-symbols.js';
import type { PageStore } from './page-store.js';
import type { SharedSymbols } from './shared-symbols.js';

/** What a worker must know before anything else: plain data, as all that is said to one. */
export interface WorkerSetup {
  /** The workspace root and the working directory, absolute. */
  readonly folder: string;
  readonly cwd: string;
  readonly settings: Settings;
  readonly today: Day;
  readonly given: ReadonlyMap<PageId, Target>;
  readonly overlay: Overlay;
  readonly cache: { readonly folder: string } | undefined;
  readonly want: Wanted;
  /** In how many bytes whole pages are cached from reading to linting. */
  readonly cachedBytes: number;
}

export interface Batch {
  readonly ids: readonly PageId[];
  /** Whether something is wanted of each later: only those are worth keeping. */
  readonly requested: readonly boolean[];
  readonly documents: ReadWish['documents'];
}

/** What came of reading a batch; everything by the place in the batch. */
export interface BatchResult {
  /** The encoded stubs one after the other; how many bytes each has, see {@link PageStore}. */
  readonly stubs: SharedArrayBuffer;
  readonly lengths: Int32Array;
  /** 1 for briefs and registries, and for documents that were named where rules ask about those. */
  readonly lintable: Uint8Array;
  readonly symbols: BatchSymbols;
  /** Pages to whose headings these link. */
  readonly headingTargets: readonly PageId[];
  readonly leftOut: readonly LeftOut[];
  readonly characters: number;
  readonly fromCache: number;
}

export interface LeftOut {
  readonly place: number;
  readonly reason: string;
  readonly grave: boolean;
}

/** All there is to see of the whole workspace. */
export interface SharedWorkspace {
  readonly store: PageStore;
  readonly symbols: SharedSymbols;
  readonly files: ReadonlyMap<PageId, boolean>;
}

export interface BatchFindings {
  readonly files: readonly CheckedFile[];
  /** Milliseconds by rule, of this batch. */
  readonly clocks: ReadonlyMap<string, number>;
}

/** One at a time; the response has its type. */
export type WorkerRequest =
  | { readonly type: 'read'; readonly batch: Batch }
  | { readonly type: 'open'; readonly workspace: SharedWorkspace }
  | { readonly type: 'lint'; readonly ids: readonly PageId[] }
  | { readonly type: 'save' };

export type WorkerResponse =
  | { readonly type: 'read'; readonly facts: BatchResult }
  | { readonly type: 'open' }
  | { readonly type: 'lint'; readonly findings: BatchFindings }
  | { readonly type: 'save'; readonly notes: readonly string[] };

export type ResponseTo<A extends WorkerRequest['type']> = Extract<
  WorkerResponse,
  { readonly type: A }
>;
