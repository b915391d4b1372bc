import { escapePath, oneLine } from '../terminal/escape-controls.js';
import { fileByFile, nothing } from './file-by-file.js';
import type { CheckFormat } from './lint-run.js';
import type { LocatedFinding } from './located-finding.js';
import { openFindings } from './open-findings.js';
import { SEVERITY_WORDS } from './summary.js';

/** What the problem matcher `$rapporteur` of the extension reads, and most editors and `grep`. */
export const checkCompact: CheckFormat = fileByFile(
  'compact',
  'a line for each finding: `path:line:col: severity rule message`',
  {
    begin: nothing,
    *file(file, run) {
      for (const found of openFindings(file, run)) yield `${compactLine(found)}\n`;
    },
    end: nothing,
  },
);

export function compactLine({ file, range, severity, rule, message }: LocatedFinding): string {
  const { line, column } = range.start;
  const place = `${escapePath(file)}:${line}:${column}`;
  return `${place}: ${SEVERITY_WORDS[severity]} ${rule} ${oneLine(message)}`;
}
