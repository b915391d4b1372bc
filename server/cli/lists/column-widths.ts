import { widthOf } from '../terminal/width.js';
import type { Column } from './list-definition.js';

/** A column that is narrowed keeps so much, if there is room for that at all. */
const MIN_WIDTH = 9;

/**
 * Widths that fit into `room` if they can: each column has what its widest cell takes; when that is
 * too much, those that may be narrowed share what the others leave by their stretch.
 */
export function fitted(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  room: number,
): readonly number[] {
  const natural = columns.map(({ title }, index) =>
    rows.reduce((most, row) => Math.max(most, widthOf(row[index] ?? '')), widthOf(title)),
  );
  const settled = new Map<number, number>();
  for (const [index, { stretch }] of columns.entries()) {
    if (stretch === 0) settled.set(index, natural[index] ?? 0);
  }
  while (settled.size < columns.length) settleSome(columns, natural, settled, room);
  return columns.map((_column, index) => settled.get(index) ?? 0);
}

/** Who needs less than a share leaves the rest to the others, who gets too little takes from them. */
function settleSome(
  columns: readonly Column[],
  natural: readonly number[],
  settled: Map<number, number>,
  room: number,
): void {
  const open = columns.flatMap(({ stretch }, index) =>
    settled.has(index) ? [] : [{ index, stretch, natural: natural[index] ?? 0 }],
  );
  const left = room - sum(settled.values());
  const shares = sum(open.map(({ stretch }) => stretch));
  const least = Math.max(4, Math.min(MIN_WIDTH, Math.floor(left / open.length)));
  const sharing = open.map((column) => ({
    ...column,
    share: Math.floor((left * column.stretch) / shares),
  }));
  const starved = sharing.filter(({ share }) => share < least);
  const content = sharing.filter(({ natural: wanted, share }) => wanted <= Math.max(least, share));
  const next = content.length > 0 ? content : starved.length > 0 ? starved : sharing;
  for (const { index, natural: wanted, share } of next) {
    settled.set(index, Math.min(wanted, Math.max(least, share)));
  }
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
