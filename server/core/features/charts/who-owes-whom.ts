import type { Workspace } from '../../workspace/index.js';
import { keptOfRows } from '../lists/commitment-index.js';
import type { CommitmentRow } from '../lists/commitment-rows.js';
import { type ChartRow, owingPairs, standingOf } from './chart-row.js';

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
export function whoOwesWhom(rows: Iterable<Owing>): OwingMatrix {
  const cells: Cells = new Map();
  for (const row of rows) count(cells, row, 1);
  return matrixOf(cells.values());
}

/** As {@link whoOwesWhom}, of all commitments of some workspaces: an edit costs what it changes. */
export function whoOwesWhomIn(workspaces: readonly Workspace[]): OwingMatrix {
  const cells: Cells = new Map();
  for (const workspace of workspaces)
    for (const cell of keptCells(workspace).values()) {
      const all = cellOf(cells, cell);
      all.count += cell.count;
      all.open += cell.open;
      all.overdue += cell.overdue;
    }
  // In an order that does not depend on what was edited before.
  return matrixOf([...cells].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell));
}

/** What of a commitment says who owes whom. */
export type Owing = Pick<ChartRow, 'pairs' | 'standing'>;

type Cells = Map<string, { -readonly [Key in keyof OwingCell]: OwingCell[Key] }>;

const keptCells = keptOfRows<Cells>(
  ({ rows }, workspace) => counted(new Map(), workspace, rows, 1),
  (cells, { gone, come }, workspace) =>
    counted(counted(cells, workspace, gone, -1), workspace, come, 1),
  ({ naming }) => naming,
);

function counted(
  cells: Cells,
  workspace: Workspace,
  rows: Iterable<CommitmentRow>,
  more: number,
): Cells {
  for (const row of rows)
    count(cells, { pairs: owingPairs(workspace, row), standing: standingOf(row) }, more);
  return cells;
}

function count(cells: Cells, { pairs, standing }: Owing, more: number): void {
  for (const pair of pairs) {
    const cell = cellOf(cells, pair);
    cell.count += more;
    if (standing !== 'over') cell.open += more;
    if (standing === 'overdue') cell.overdue += more;
    if (cell.count === 0) cells.delete(keyOf(pair));
  }
}

function cellOf(cells: Cells, { by, to }: Pick<OwingCell, 'by' | 'to'>): OwingCellNow {
  const key = keyOf({ by, to });
  const cell = cells.get(key) ?? { by, to, count: 0, open: 0, overdue: 0 };
  cells.set(key, cell);
  return cell;
}

type OwingCellNow = NonNullable<ReturnType<Cells['get']>>;

function keyOf({ by, to }: Pick<OwingCell, 'by' | 'to'>): string {
  return `${by}\0${to}`;
}

/** The largest first. */
function matrixOf(cells: Iterable<OwingCell>): OwingMatrix {
  const all = [...cells].sort((a, b) => b.count - a.count);
  return { by: namesOf(all, 'by'), to: namesOf(all, 'to'), cells: all };
}

function namesOf(cells: readonly OwingCell[], side: 'by' | 'to'): readonly string[] {
  const counts = new Map<string, number>();
  for (const cell of cells) counts.set(cell[side], (counts.get(cell[side]) ?? 0) + cell.count);
  return [...counts]
    .sort(([a, one], [b, other]) => Number(a === '') - Number(b === '') || other - one)
    .map(([name]) => name);
}
