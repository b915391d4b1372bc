import { markdownText } from '../../core/index.js';
import type { ReportFormat } from '../frame/report-format.js';
import type { ReportView } from '../frame/report-view.js';
import { promiseWords } from '../reading/terms.js';
import { scoreMatrix, scoresOfCell } from '../tables/score-matrix.js';

const HEADS = ['Who', 'To whom', 'Commitment', 'Deadline', 'Status', 'Brief'] as const;

export const markdownTable: ReportFormat = {
  name: 'md',
  extension: 'md',
  summary: 'a table for a page or a pull request, a row a commitment, and one of scores',
  views: [],
  holds: ['commitments'],
  leavesOut: () => [],
  *write(view) {
    const { commitments, asOf } = view;
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
      yield rowOf(cells);
    }
    yield* scores(view);
  },
};

/** How well each party kept what was assessed: a row a commitment, a column a party. */
function* scores(view: ReportView): Iterable<string> {
  const { parties, rows } = scoreMatrix(view);
  if (rows.length === 0) return;
  const heads = ['Commitment', ...parties.map(({ name }) => name)];
  yield `\n${rowOf(heads)}|${heads.map(() => ' --- |').join('')}\n`;
  for (const { commitment, cells } of rows)
    yield rowOf([promiseWords(commitment), ...cells.map((each) => scoresOfCell(each).join(', '))]);
}

function rowOf(cells: readonly string[]): string {
  return `| ${cells.map(cell).join(' | ')} |\n`;
}

/** One line, in which nothing ends the cell. */
function cell(words: string): string {
  return markdownText(words.replace(/\s+/g, ' ').trim());
}
