/** What a run took: plain data for `--stats` and `--timing`. Milliseconds are of the wall clock. */
export interface Measures {
  /** Files read: briefs, registries and other Markdown. */
  readonly files: number;
  /** Of their texts, in UTF-16 code units. */
  readonly characters: number;
  /** How many of them the cache knew. */
  readonly fromCache: number;
  /** Files whose findings are reported. */
  readonly checked: number;
  /** Threads that shared the work; 1: no worker was started. */
  readonly threads: number;
  readonly phases: Phases;
  /** Milliseconds of each rule, summed over files and threads; empty unless asked for. */
  readonly rules: ReadonlyMap<string, number>;
}

export interface Phases {
  /** Looking for files. */
  readonly listing: number;
  /** Reading files and the facts in them. */
  readonly facts: number;
  /** Putting the workspace together: the graph of ids and names, and the files that links lead to. */
  readonly joining: number;
  /** Asking the rules. */
  readonly linting: number;
}
