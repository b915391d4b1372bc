import { counted } from '../../core/index.js';
import { escapeControls, escapePath } from '../terminal/escape-controls.js';
import type { DisplayOptions } from '../terminal/style.js';
import { padEnd, wrap } from '../terminal/wrap.js';
import { fitted } from './column-widths.js';
import type { Column, ListDefinition, Row } from './list-definition.js';
import type { ListFormat } from './list-format.js';

/** For reading: columns that fit the terminal, long cells on several lines. */
export const listTable: ListFormat = {
  name: 'table',
  summary: 'for people',
  async write(rows, listing, display) {
    return tableLines(rows, listing, display);
  },
};

const GAP = '  ';
const INDENT = '  ';

/** The rows of one file stand together under its path: in each row it would take half the width. */
function* tableLines(
  rows: readonly Row[],
  { columns, name, singular }: ListDefinition,
  { style, width }: DisplayOptions,
): Iterable<string> {
  if (rows.length === 0) {
    yield `No ${name}.\n`;
    return;
  }
  const shown = [LINE, ...columns];
  const cells = rows.map((row) => shown.map((column) => escapeControls(column.text(row))));
  const room = width - INDENT.length - GAP.length * columns.length;
  const widths = fitted(shown, cells, room);
  const titles = shown.map(({ title }, index) => padEnd(title, widths[index] ?? 0));
  yield `${INDENT}${style.strong(titles.join(GAP).trimEnd())}\n`;
  for (const [index, row] of cells.entries()) {
    const file = rows[index]?.file ?? '';
    if (file !== rows[index - 1]?.file) yield `${style.path(escapePath(file))}\n`;
    yield* rowLines(row, widths);
  }
  yield `${style.quiet(counted(rows.length, singular, name))}\n`;
}

const LINE: Column = {
  title: 'line',
  stretch: 0,
  text: ({ range }) => String(range.start.line),
};

function* rowLines(cells: readonly string[], widths: readonly number[]): Iterable<string> {
  const wrapped = cells.map((cell, index) => wrap(cell, widths[index] ?? 1));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  for (let line = 0; line < height; line += 1) {
    const parts = wrapped.map((lines, index) => padEnd(lines[line] ?? '', widths[index] ?? 0));
    yield `${`${INDENT}${parts.join(GAP)}`.trimEnd()}\n`;
  }
}
