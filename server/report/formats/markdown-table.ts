import { markdownText } from '../../core/index.js';
import type { ReportFormat } from '../frame/report-format.js';

const HEADS = ['Who', 'To whom', 'Commitment', 'Deadline', 'Status', 'Brief'] as const;

export const markdownTable: ReportFormat = {
  name: 'md',
  extension: 'md',
  summary: 'a table for a page or a pull request, a row a commitment',
  views: [],
  holds: ['commitments'],
  leavesOut: () => [],
  *write({ commitments, asOf }) {
    if (commitments.length === 0) {
      yield `No commitments as of ${asOf}.\n`;
      return;
    }
    yield `| ${HEADS.join(' | ')} |\n|${HEADS.map(() => ' --- |').join('')}\n`;
    for (const { row } of commitments) {
      const { by, to, words, deadline, status, overdue, brief } = row;
      const cells = [
        by.join(', '),
        to.join(', '),
        words,
        deadline,
        overdue ? `overdue (${status})` : status,
        brief,
      ];
      yield `| ${cells.map(cell).join(' | ')} |\n`;
    }
  },
};

/** One line, in which nothing ends the cell. */
function cell(words: string): string {
  return markdownText(words.replace(/\s+/g, ' ').trim());
}
