import type { Io } from '../terminal/io.js';

/** One command of the command line; its help and its page in the guide are made from this. */
export interface Command {
  readonly name: string;
  /** As commander writes them: `<id>`, `[paths...]`. */
  readonly arguments: readonly Argument[];
  readonly summary: string;
  /** A paragraph for the command's own help. */
  readonly description: string;
  readonly options: readonly Option[];
  readonly examples: readonly CommandExample[];
  run(invocation: Invocation): Promise<ExitStatus>;
}

export interface Argument {
  readonly syntax: string;
  readonly summary: string;
  readonly choices?: readonly string[];
}

export interface Option {
  /** `--format <format>` */
  readonly syntax: string;
  readonly summary: string;
  readonly choices?: readonly string[];
  readonly initial?: string;
  /** What it is about, as a heading of the help. */
  readonly group?: string;
  /** Whether it may be given several times: its value is then a list. */
  readonly many?: true;
}

export interface CommandExample {
  readonly line: string;
  readonly summary: string;
}

/** A command as it was called. */
export interface Invocation {
  readonly io: Io;
  /** Positional arguments, lists flat. */
  readonly words: readonly string[];
  readonly options: Options;
  /** All commands there are, in the order of the help. */
  commands(): Promise<readonly Command[]>;
}

/** By name in camel case; of `--no-x`, `x` is false. */
export type Options = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/** 0: nothing to report at the level that fails. 1: there is. 2: the job could not be done. */
export type ExitStatus = 0 | 1 | 2;
