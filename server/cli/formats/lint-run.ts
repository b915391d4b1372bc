import type { Facts, Settings } from '../../core/index.js';
import type { DisplayOptions } from '../terminal/style.js';
import type { LocatedFinding } from './located-finding.js';

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
   * otherwise that no text holds a tag, that the configuration names none of them (`named`), or that
   * none has changed.
   */
  readonly briefs: 'not-asked' | 'tagged' | 'named' | 'unchanged';
  /** Only errors are spoken of. */
  readonly quiet: boolean;
  /**
   * The way from the top of the repository to the working directory, with `/` at its end, or empty:
   * platforms name files from there.
   */
  readonly prefix: string;
  /** What could not be read, or was not meant to be. */
  readonly problems?: readonly Problem[];
  /** Whether a format that shows what comments and the baseline silence leaves it out instead. */
  readonly silenced?: 'shown' | 'left-out';
  /** Where this is a part. */
  readonly shard?: ShardOf;
  /** What was fixed before this was found, where fixing was asked for. */
  readonly fixed?: { readonly findings: number; readonly files: number };
}

/** Which part of a check this is, and what `rapporteur merge` must know of its workspaces. */
export interface ShardOf {
  readonly part: number;
  readonly of: number;
  readonly workspaces: readonly {
    /** Seen from the working directory: the parts may have been checked on several machines. */
    readonly folder: string;
    readonly maxWarnings?: number;
    readonly files: readonly string[];
  }[];
}

export interface CheckedFile {
  /** Relative to the working directory, with `/`. */
  readonly file: string;
  readonly role: Facts['role'];
  /** In order of place, then of rule; in every state. */
  readonly findings: readonly LocatedFinding[];
  /** The level from which on a finding fails the check; absent: `error`. */
  readonly failOn?: Settings['failOn'];
  /** Where texts are kept and a finding has a fix: the text (without a mark) that its edits are for. */
  readonly text?: string;
}

/** One way to write a check's report. */
export interface CheckFormat {
  readonly name: string;
  readonly summary: string;
  /** What the engine has to work out for it beyond the findings themselves. */
  readonly needs?: 'line-hashes';
  write(run: LintRun, display: DisplayOptions): Iterable<string>;
  /** Where what is written of one file says nothing of the others: it can be written as soon as the file is checked. */
  readonly parts?: FileByFile;
}

/** A report in the parts that it is put together from. */
export interface FileByFile {
  begin(): Iterable<string>;
  file(file: CheckedFile, run: Pick<LintRun, 'quiet'>, display: DisplayOptions): Iterable<string>;
  /** Of the files it needs no more than how many findings of which rule and level there are, and with which fixes. */
  end(run: LintRun, display: DisplayOptions): Iterable<string>;
}

/** A file that could not be read, or was not meant to be; the others were. */
export interface Problem {
  readonly message: string;
  /** Whether the job is not done without it. */
  readonly grave: boolean;
}
