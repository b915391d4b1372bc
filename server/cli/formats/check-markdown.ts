import { counted, markdownCode, markdownText } from '../../core/index.js';
import type { CheckFormat, LintRun } from './lint-run.js';
import type { LocatedFinding } from './located-finding.js';
import { worstFirst } from './open-findings.js';
import {
  filesInWords,
  findingsInWords,
  SEVERITY_WORDS,
  silentInWords,
  summaryOf,
} from './summary.js';

/** A table for the summary of a job, or a comment. */
export const checkMarkdown: CheckFormat = {
  name: 'markdown',
  summary: 'a table for the summary of a job, the most serious first',
  write: (run) => markdownReport(run, Number.POSITIVE_INFINITY),
};

/** @param room how many bytes there may be: the table is cut, and says so */
export function* markdownReport(run: LintRun, room: number): Iterable<string> {
  const findings = worstFirst(run);
  const head = headOf(run, findings.length);
  yield head;
  let left = room - bytesOf(head) - LAST_LINE;
  for (const [index, found] of findings.entries()) {
    const row = rowOf(found);
    left -= bytesOf(row);
    if (left < 0) {
      yield `\n${counted(findings.length - index, 'more finding')}: there is no room for more in the summary of a job.\n`;
      return;
    }
    yield row;
  }
}

const LAST_LINE = 200;

function headOf(run: LintRun, count: number): string {
  const words = findingsInWords(summaryOf(run)).join(', ') || 'nothing to report';
  const files = [filesInWords(run), `as of ${run.today}`, ...silentInWords(summaryOf(run))];
  const table = '\n| Place | Level | Rule | Finding |\n| --- | --- | --- | --- |\n';
  return `## Rapporteur: ${words}\n\n${files.join(', ')}.\n${count > 0 ? table : ''}`;
}

function rowOf({ file, range, severity, rule, message }: LocatedFinding): string {
  const place = markdownCode(`${file}:${range.start.line}:${range.start.column}`);
  const cells = [place, SEVERITY_WORDS[severity], `\`${rule}\``, markdownText(message)];
  return `| ${cells.join(' | ')} |\n`;
}

function bytesOf(text: string): number {
  return Buffer.byteLength(text);
}
