import type { CheckFormat, LintRun } from '../formats/lint-run.js';
import type { Io } from '../terminal/io.js';
import type { DisplayOptions } from '../terminal/style.js';

/** One report. */
export interface ReportOutput {
  readonly format: CheckFormat;
  /** Without one it goes to the standard output. */
  readonly file?: ReportFile;
}

export interface ReportFile {
  /** Absolute. */
  readonly path: string;
  /** As the user wrote it. */
  readonly shown: string;
}

export interface ReportOutputs {
  /** First the one that goes to the standard output. */
  readonly reports: readonly [ReportOutput, ...ReportOutput[]];
  /** The platform that shows findings beside the code, if it is to be notified. */
  readonly platform: Platform | undefined;
  readonly quiet: boolean;
  readonly silenced: 'shown' | 'left-out';
  readonly display: DisplayOptions;
}

/** A platform that runs checks and shows what they find beside the code. */
export interface Platform {
  /** Tells it of the findings in its own way. Nobody asked for that: a fault is but a note. */
  notify(io: Io, run: LintRun, outputs: Pick<ReportOutputs, 'reports' | 'display'>): Promise<void>;
}

export function note(io: Io, words: string): void {
  io.stderr.write(`rapporteur: ${words}\n`);
}

/** GitHub drops the whole summary of a step that is larger than 1 MiB. */
export const SUMMARY_BYTES: number = 1024 * 1024;
