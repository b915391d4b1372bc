import { formatDay } from '../../core/index.js';
import type { ReportFormat } from '../frame/report-format.js';
import type { ReportView } from '../frame/report-view.js';
import type { Cell, Column, Table } from '../tables/table.js';
import { TABLES } from '../tables/tables.js';

/** One object a line. Each has all columns of its table, so that a reader finds the same ones in every file. */
export const ndjson: ReportFormat = {
  name: 'ndjson',
  extension: 'ndjson',
  summary:
    'a JSON object a line, for scripts: commitments, history, assessments, entities, mentions and relations',
  views: [],
  holds: ['commitments', 'history', 'assessments', 'entities', 'mentions', 'relations'],
  leavesOut: () => [],
  *write(view) {
    for (const table of TABLES) yield* linesOf(table, view, { table: table.name });
  },
  *files(view) {
    for (const table of TABLES)
      yield { name: `${table.name}.ndjson`, content: linesOf(table, view, {}) };
  },
};

/** @param first what each line says first */
function* linesOf(
  { columns, rows }: Table,
  view: ReportView,
  first: Readonly<Record<string, string>>,
): Iterable<string> {
  for (const row of rows(view)) {
    const cells = columns.map((column, index) => [column.name, jsonValue(row[index], column)]);
    yield `${JSON.stringify({ ...first, ...Object.fromEntries(cells) })}\n`;
  }
}

function jsonValue(cell: Cell, { type }: Column): Cell | null {
  if (typeof cell === 'number' && type === 'day') return formatDay(cell);
  return cell ?? null;
}
