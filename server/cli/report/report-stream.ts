import type { CheckedFile, FileByFile, LintRun } from '../formats/lint-run.js';
import type { LocatedFinding } from '../formats/located-finding.js';
import type { Io } from '../terminal/io.js';
import { partWriter } from '../terminal/write-all.js';
import { gatherFindings } from './gather-findings.js';
import type { ReportOutputs } from './report-outputs.js';

/** A report that is written while files are still checked. */
export interface ReportStream {
  begin(): Promise<void>;
  /** Whether it has begun: then all but its end is written. */
  hasBegun(): boolean;
  /** Writes what was found in a file, and returns what is needed of that afterwards, to be counted. */
  take(file: CheckedFile): Promise<CheckedFile>;
  end(run: LintRun): Promise<void>;
}

/** `undefined`: the report is of one piece, or not the only one. */
export function reportStream(
  io: Io,
  { reports, platform, quiet, display }: ReportOutputs,
): ReportStream | undefined {
  const [only, ...others] = reports;
  const { parts } = only.format;
  const isAlone = others.length === 0 && only.file === undefined && platform === undefined;
  return parts !== undefined && isAlone ? streamOf(io, parts, { quiet, display }) : undefined;
}

function streamOf(
  io: Io,
  parts: FileByFile,
  { quiet, display }: Pick<ReportOutputs, 'quiet' | 'display'>,
): ReportStream {
  const writer = partWriter(io.stdout);
  let hasBegun = false;
  return {
    async begin() {
      hasBegun = true;
      await writer.write(parts.begin());
    },
    hasBegun: () => hasBegun,
    async take(file) {
      const gathered = gatherFindings(file);
      await writer.write(parts.file(gathered, { quiet }, display));
      return counted(gathered);
    },
    async end(run) {
      await writer.write(parts.end(run, display));
      await writer.end();
    },
  };
}

/** Words and places of a finding are most of what it holds in memory. */
function counted(file: CheckedFile): CheckedFile {
  return { ...file, findings: file.findings.map(withoutWords) };
}

function withoutWords({ file, rule, severity, state, fixes }: LocatedFinding): LocatedFinding {
  return { ...WRITTEN, file, rule, severity, state, fixes };
}

const START = { line: 1, column: 1, offset: 0, byte: 0 };
const WRITTEN = {
  message: '',
  range: { start: START, end: START },
  related: [],
  source: { text: '', from: 0 },
  words: '',
};
