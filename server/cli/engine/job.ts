import type { Settings } from '../../core/index.js';
import type { WorkspaceRoot } from '../../host/index.js';
import type { CacheLocation } from '../cache/cache-location.js';
import type { CheckedFile, Problem } from '../formats/lint-run.js';
import type { ReadRequest } from '../workspace/session.js';
import type { Measures } from './measures.js';

/** What to lint, and how. */
export interface LintJob {
  readonly request: ReadRequest;
  /** Whether comments in the texts may silence findings. */
  readonly comments: 'respected' | 'ignored';
  /** The folder, absolute, where the facts of files are cached between runs. */
  readonly cache?: CacheLocation;
  /** How many threads may share the work; without it, as many as there are processors. */
  readonly threads?: number;
  /** The part whose findings are reported; everything is read whichever it is. */
  readonly shard?: Shard;
  /** Whether each finding gets the hash of its line, see `report/line-hash.ts`: some formats name it. */
  readonly lineHashes?: 'wanted';
  /** Whether each rule's time is taken, which costs some time itself. */
  readonly clocked?: 'rules';
  /** What else is wanted: the texts that fixes are made for, or where links of the workspace lead. */
  readonly keeps?: 'texts' | 'links';
  /** Who takes each file while others are still linted. */
  readonly sink?: FileSink;
}

/** Takes the files of a workspace in order of their paths. */
export interface FileSink {
  /**
   * Called before the first file is linted.
   * @param files as they are shown, in order
   * @returns whether the files of this workspace are taken one by one
   */
  begin(
    workspace: Pick<LintedWorkspace, 'root' | 'settings' | 'problems' | 'nested'>,
    files: readonly string[],
  ): Promise<boolean>;
  /** @returns what is kept of it */
  take(file: CheckedFile): Promise<CheckedFile>;
}

/** One of several parts of a workspace: `{ part: 1, of: 3 }` is the first of three. */
export interface Shard {
  readonly part: number;
  readonly of: number;
}

/** One workspace, linted: the requested briefs and registries, in no order. */
export interface LintedWorkspace {
  readonly root: WorkspaceRoot;
  readonly settings: Settings;
  readonly files: readonly CheckedFile[];
  readonly problems: readonly Problem[];
  /** Folders below with a configuration of their own: workspaces of their own. Absolute. */
  readonly nested: readonly string[];
  /** The configuration files that count, those that are extended among them. Absolute. */
  readonly configs?: readonly string[];
  readonly measures: Measures;
  /** Files that are no pages and that links lead to, present or not; absolute. Only with `keeps: 'links'`. */
  readonly links?: readonly string[];
  /** Beside problems, what someone should know who reads this report: for the standard error. */
  readonly notes: readonly string[];
}
