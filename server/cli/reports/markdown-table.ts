import { formatDay } from '../../core/index.js';
import { markdownText } from '../formats/markdown-text.js';
import type { ReportFormat } from './report-format.js';

const HEADS = ['Who', 'To whom', 'Commitment', 'Deadline', 'Status', 'Brief'] as const;

export const markdownTable: ReportFormat = {
  name: 'md',
  summary: 'a table for a page or a pull request, a row a commitment',
  views: [],
  *write(rows, { today }) {
    if (rows.length === 0) {
      yield `No commitments as of ${formatDay(today)}.\n`;
      return;
    }
    yield `| ${HEADS.join(' | ')} |\n|${HEADS.map(() => ' --- |').join('')}\n`;
    for (const { by, to, words, deadline, status, overdue, brief } of rows) {
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
