import type { Facts, Report } from '../../core/index.js';
import type { Places } from '../places.js';
import type { Style } from '../style.js';

/** What a check found: all that a format needs to write its report. */
export interface LintRun {
  readonly version: string;
  /** YYYY-MM-DD */
  readonly today: string;
  /** Briefs and registries, in order of their paths. */
  readonly files: readonly CheckedFile[];
  /** What was asked about, as the user wrote it; empty: the whole workspace. */
  readonly paths: readonly string[];
  /**
   * What to say where no brief is among them: nothing when only registries were asked about, and
   * otherwise that no text holds a tag, or (`named`) that the configuration names none of them.
   */
  readonly briefs: 'not-asked' | 'tagged' | 'named';
  /** Only errors are in it, and only they are spoken of. */
  readonly quiet: boolean;
}

export interface CheckedFile {
  /** Relative to the working directory, with `/`. */
  readonly file: string;
  readonly page: string;
  readonly role: Facts['role'];
  readonly places: Places;
  /** In order of place, then of rule. */
  readonly reports: readonly Report[];
}

/** How wide a line may be, and how words are set off. */
export interface Look {
  readonly width: number;
  readonly style: Style;
}

/** One way to write a check's report. */
export interface CheckFormat {
  readonly name: string;
  readonly summary: string;
  write(run: LintRun, look: Look): Iterable<string>;
}
