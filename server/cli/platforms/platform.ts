import type { LintRun } from '../formats/lint-run.js';
import type { ReportOutputs } from '../plan/output-options.js';
import type { Io } from '../terminal/io.js';

/** A platform that runs checks and shows what they find beside the code. */
export interface Platform {
  /** In the environment: true where the platform runs this. */
  readonly variable: string;
  /** Tells it of the findings in its own way. Nobody asked for that: a fault is but a note. */
  notify(io: Io, run: LintRun, outputs: Pick<ReportOutputs, 'reports' | 'display'>): Promise<void>;
}

/** GitHub drops the whole summary of a step that is larger than 1 MiB. */
export const SUMMARY_BYTES: number = 1024 * 1024;

export function note(io: Io, words: string): void {
  io.stderr.write(`rapporteur: ${words}\n`);
}
