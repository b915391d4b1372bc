import type { Column } from '../lists/rows.js';
import { widthOf } from '../width.js';

/** No column that may be narrowed gets narrower than this. */
const LEAST = 10;

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
  // A column that needs less than its share leaves the rest to the others, so share again.
  for (;;) {
    const open = columns.flatMap((column, index) =>
      settled.has(index) ? [] : [{ ...column, index }],
    );
    const left = room - sum(settled.values());
    const shares = sum(open.map(({ stretch }) => stretch));
    const share = (stretch: number): number =>
      Math.max(LEAST, Math.floor((left * stretch) / Math.max(1, shares)));
    const small = open.filter(({ index, stretch }) => (natural[index] ?? 0) <= share(stretch));
    for (const { index } of small) settled.set(index, natural[index] ?? 0);
    if (small.length > 0) continue;
    for (const { index, stretch } of open) settled.set(index, share(stretch));
    return columns.map((_column, index) => settled.get(index) ?? 0);
  }
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
