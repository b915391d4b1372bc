import type { ChartRow } from './chart-row.js';

/** Who owes whom how much: a table of those who must act by those to whom they owe it. */
export interface OwingMatrix {
  /** Names, who owes most first; empty: nobody is named. */
  readonly by: readonly string[];
  /** Names, who is owed most first; empty: nobody is named. */
  readonly to: readonly string[];
  /** Who owes most to one other first. */
  readonly cells: readonly OwingCell[];
}

export interface OwingCell {
  readonly by: string;
  readonly to: string;
  readonly count: number;
  readonly open: number;
  readonly overdue: number;
}

/** A commitment of several parties counts for each pair of them. */
export function whoOwesWhom(rows: readonly ChartRow[]): OwingMatrix {
  const cells = new Map<string, { -readonly [Key in keyof OwingCell]: OwingCell[Key] }>();
  for (const { pairs, standing } of rows)
    for (const { by, to } of pairs) {
      const key = `${by}\0${to}`;
      const cell = cells.get(key) ?? { by, to, count: 0, open: 0, overdue: 0 };
      cells.set(key, cell);
      cell.count += 1;
      if (standing !== 'over') cell.open += 1;
      if (standing === 'overdue') cell.overdue += 1;
    }
  const all = [...cells.values()].sort((a, b) => b.count - a.count);
  return { by: namesOf(all, 'by'), to: namesOf(all, 'to'), cells: all };
}

function namesOf(cells: readonly OwingCell[], side: 'by' | 'to'): readonly string[] {
  const counts = new Map<string, number>();
  for (const cell of cells) counts.set(cell[side], (counts.get(cell[side]) ?? 0) + cell.count);
  return [...counts]
    .sort(([a, one], [b, other]) => Number(a === '') - Number(b === '') || other - one)
    .map(([name]) => name);
}
