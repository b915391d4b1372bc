import { escapeControls, formatDay } from '../../core/index.js';
import type { ReportFormat } from '../frame/report-format.js';
import type { ReportView } from '../frame/report-view.js';
import type { Cell, ColumnType, Table } from '../tables/table.js';
import { COMMITMENTS, tablesToRead } from '../tables/tables.js';

/**
 * RFC 4180, in UTF-8. What a spreadsheet would run as a formula gets an apostrophe in front: the words come from
 * documents; so it is behind what parts cells in some countries, where quotes in the middle of a cell are none.
 */
export const csv: ReportFormat = {
  name: 'csv',
  extension: 'csv',
  summary:
    'tables of commitments, their history and scores, entities, mentions and relations; into a file, commitments only',
  views: [],
  holds: ['commitments', 'history', 'assessments', 'entities', 'mentions', 'relations'],
  leavesOut: () => [],
  write: (view) => linesOf(COMMITMENTS, view),
  *files(view) {
    for (const table of tablesToRead(view))
      yield { name: `${table.name}.csv`, content: linesOf(table, view) };
  },
};

function* linesOf(table: Table, view: ReportView): Iterable<string> {
  const { columns } = table;
  yield `${columns.map(({ name }) => name).join(',')}\r\n`;
  for (const row of table.rows(view)) {
    const cells = row.map((cell, index) => cellOf(cell, columns[index]?.type ?? 'text'));
    yield `${cells.join(',')}\r\n`;
  }
}

function cellOf(cell: Cell, type: ColumnType): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return type === 'day' ? formatDay(cell) : String(cell);
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  const words = typeof cell === 'string' ? cell : cell.join('; ');
  return words === '' ? '' : `"${harmless(words).replaceAll('"', '""')}"`;
}

/** Lines and tabs stay; nothing else acts on a terminal, and nothing is a formula. */
function harmless(words: string): string {
  const shown = words
    .replace(/[^\t\n]+/g, escapeControls)
    .replace(/[;\t](?=[=+\-@])/g, (sign) => `${sign}'`);
  return FORMULA.test(shown) ? `'${shown}` : shown;
}

/** Spreadsheets pass over white space before it, and read the full-width signs too. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;
