import type { Kind } from '../brief/index.js';

export type Severity = 'error' | 'warning' | 'info' | 'hint';
export type Level = Severity | 'off';

/** What `rapporteur.yaml` says, with defaults filled in. */
export interface Settings {
  /** Globs of the files that are briefs; `undefined`: those that hold a tag. */
  readonly briefs: readonly string[] | undefined;
  readonly registries: readonly string[];
  readonly ignore: readonly string[];
  /** Rules whose level is not their own. */
  readonly levels: ReadonlyMap<string, Level>;
  readonly kinds: readonly Kind[];
  readonly failOn: Severity;
}
