import { escapeControls } from '../terminal/escape-controls.js';
import { cellText, type Row } from './list-definition.js';
import type { ListFormat } from './list-format.js';

/**
 * For a spreadsheet: the fields of the JSON, lists joined by `; `, the range as four numbers. What a
 * spreadsheet would run as a formula gets an apostrophe in front: the words come from documents.
 */
export const listCsv: ListFormat = {
  name: 'csv',
  summary: 'for a spreadsheet',
  async write(rows, { keys }) {
    const { stringify } = await import('csv-stringify/sync');
    const header = keys.flatMap((key) => (key === 'range' ? RANGE : [key]));
    const records = rows.map((row) =>
      keys.flatMap((key) => fieldsOf(row, key).map(withoutControls)),
    );
    return [stringify([header, ...records], { escape_formulas: true })];
  },
};

/** A cell may hold several lines; nothing else in it may act on a terminal. */
function withoutControls(field: string | number): string | number {
  if (typeof field === 'number') return field;
  return field.replace(/(?:[^\t\r\n]|\r(?!\n))+/g, escapeControls);
}

const RANGE = ['line', 'column', 'endLine', 'endColumn'];

function fieldsOf(row: Row, key: string): readonly (string | number)[] {
  const { start, end } = row.range;
  if (key === 'range') return [start.line, start.column, end.line, end.column];
  const cell = row[key];
  if (key === 'history') return [historyText(cell)];
  if (typeof cell === 'number') return [cell];
  return [Array.isArray(cell) ? cell.map(cellText).join('; ') : cellText(cell)];
}

/** `active 2025-10-31; fulfilled 2025-11-03` */
function historyText(steps: unknown): string {
  if (!Array.isArray(steps)) return '';
  return steps
    .map(({ status, on }) => [status, on].filter((part) => part !== null).join(' '))
    .filter((step) => step !== '')
    .join('; ');
}
