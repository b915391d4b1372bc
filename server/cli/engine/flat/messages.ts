import type { Day, PageId, Settings } from '../../../core/index.js';
import type { Overlay } from '../../../host/index.js';
import type { CheckedFile } from '../../formats/lint-run.js';
import type { Target } from '../../targets.js';
import type { Wanted } from '../lint-page.js';
import type { BatchSymbols } from './batch-symbols.js';
import type { SharedSymbols } from './shared-symbols.js';
import type { Shelf } from './shelf.js';

/** What a worker must know before anything else: plain data, as all that is said to one. */
export interface Setting {
  /** The workspace root and the working directory, absolute. */
  readonly folder: string;
  readonly cwd: string;
  readonly settings: Settings;
  readonly today: Day;
  readonly given: ReadonlyMap<PageId, Target>;
  readonly overlay: Overlay;
  readonly cache: { readonly folder: string } | undefined;
  readonly want: Wanted;
  /** Of how many characters the whole pages are kept from reading to linting. */
  readonly keeps: number;
}

export interface Batch {
  readonly ids: readonly PageId[];
  /** Whether something is wanted of each later: only those are worth keeping. */
  readonly asked: readonly boolean[];
}

/** What came of reading a batch; everything by the place in the batch. */
export interface BatchFacts {
  /** The packed pages one after the other; how many bytes each has, none where there is no page. */
  readonly packed: SharedArrayBuffer;
  readonly lengths: Int32Array;
  /** 1 for briefs and registries. */
  readonly speaking: Uint8Array;
  readonly symbols: BatchSymbols;
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
export interface Outlook {
  readonly shelf: Shelf;
  readonly symbols: SharedSymbols;
  readonly files: ReadonlyMap<PageId, boolean>;
}

export interface Findings {
  readonly files: readonly CheckedFile[];
  /** Milliseconds by rule, of this batch. */
  readonly clocks: ReadonlyMap<string, number>;
}

/** One question at a time; the answer has its type. */
export type Ask =
  | { readonly type: 'read'; readonly batch: Batch }
  | { readonly type: 'look'; readonly outlook: Outlook }
  | { readonly type: 'lint'; readonly ids: readonly PageId[] }
  | { readonly type: 'save' };

export type Answer =
  | { readonly type: 'read'; readonly facts: BatchFacts }
  | { readonly type: 'look' }
  | { readonly type: 'lint'; readonly findings: Findings }
  | { readonly type: 'save'; readonly notes: readonly string[] };

export type AnswerTo<A extends Ask['type']> = Extract<Answer, { readonly type: A }>;
