import type { Column, Listing, Row } from '../lists/rows.js';
import { visible, visiblePath } from '../visible.js';
import { padEnd, wrap } from '../wrap.js';
import { fitted } from './column-widths.js';
import type { Look } from './lint-run.js';
import type { ListFormat } from './list-format.js';
import { counted } from './summary.js';

/** For reading: columns that fit the terminal, long cells on several lines. */
export const listTable: ListFormat = {
  name: 'table',
  summary: 'for reading',
  async write(rows, listing, look) {
    return tableLines(rows, listing, look);
  },
};

const GAP = '  ';

function* tableLines(
  rows: readonly Row[],
  { columns, name }: Listing,
  { style, width }: Look,
): Iterable<string> {
  if (rows.length === 0) {
    yield `No ${name}.\n`;
    return;
  }
  const shown = [...columns, PLACE];
  const cells = rows.map((row) => shown.map((column) => visible(column.text(row))));
  const widths = fitted(shown, cells, width - GAP.length * (shown.length - 1));
  const titles = shown.map(({ title }, index) => padEnd(title, widths[index] ?? 0));
  yield `${style.strong(titles.join(GAP).trimEnd())}\n`;
  for (const row of cells) yield* rowLines(row, widths);
  yield style.quiet(
    `${counted(
      rows.length,
      name.replace(/ies$|s$/, (end) => (end === 'ies' ? 'y' : '')),
      name,
    )}`,
  );
  yield '\n';
}

const PLACE: Column = {
  title: 'where',
  stretch: 2,
  text: ({ file, range }) => `${visiblePath(file)}:${range.start.line}`,
};

function* rowLines(cells: readonly string[], widths: readonly number[]): Iterable<string> {
  const wrapped = cells.map((cell, index) => wrap(cell, widths[index] ?? 1));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  for (let line = 0; line < height; line += 1) {
    const parts = wrapped.map((lines, index) => padEnd(lines[line] ?? '', widths[index] ?? 0));
    const text = parts.join(GAP).trimEnd();
    // A log may obey a line that begins with two colons; the first cell may come from a document.
    yield `${text.startsWith('::') ? ` ${text}` : text}\n`;
  }
}
