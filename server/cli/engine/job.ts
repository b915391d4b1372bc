import type { Settings } from '../../core/index.js';
import type { Root } from '../../host/index.js';
import type { CheckedFile } from '../formats/lint-run.js';
import type { Problem } from '../read-pages.js';
import type { Question } from '../session.js';

/** What to lint, and how. */
export interface LintJob {
  readonly question: Question;
  /** Whether comments in the texts may silence findings. */
  readonly comments: 'heeded' | 'unheeded';
}

/** One workspace, linted: the briefs and registries that were asked about, in no order. */
export interface Linted {
  readonly root: Root;
  readonly settings: Settings;
  readonly files: readonly CheckedFile[];
  readonly problems: readonly Problem[];
  /** Folders below with a configuration of their own: workspaces of their own. Absolute. */
  readonly nested: readonly string[];
}
