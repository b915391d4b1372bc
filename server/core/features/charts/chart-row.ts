import { EACH_OTHER } from '../../brief/index.js';
import type { Day } from '../../dates/index.js';
import { perObject } from '../../text/index.js';
import type { Workspace } from '../../workspace/index.js';
import { nameOfId } from '../describe/id-names.js';
import { type ListedCommitment, listedCommitment } from '../lists/commitment-list.js';
import type { CommitmentRow } from '../lists/commitment-rows.js';

/** A commitment as charts draw it: words for a person, whatever workspace it is of. */
export interface ChartRow extends ListedCommitment {
  readonly standing: 'open' | 'overdue' | 'over';
  /** Whether nobody wrote the deadline: then it is always shown as assumed. */
  readonly assumed: boolean;
  /** The first and the last day of the deadline; `undefined`: no day is known. */
  readonly days: readonly [first: Day, last: Day] | undefined;
  /** To whom, by name; of those who promise each other, the others. One pair each. */
  readonly pairs: readonly { readonly by: string; readonly to: string }[];
}

/** The same object for as long as it says the same. */
export const chartRow: (workspace: Workspace, row: CommitmentRow) => ChartRow = perNamingAndRow(
  (workspace, row) => ({
    ...listedCommitment(workspace, row),
    standing: standingOf(row),
    assumed: row.assumed,
    days: row.days,
    pairs: owingPairs(workspace, row),
  }),
);

export function standingOf({ overdue, when }: CommitmentRow): ChartRow['standing'] {
  return overdue ? 'overdue' : when === 'over' ? 'over' : 'open';
}

/** Rows stay the same objects while they say the same, and names while nobody changes one. */
function perNamingAndRow<T>(
  make: (workspace: Workspace, row: CommitmentRow) => T,
): (workspace: Workspace, row: CommitmentRow) => T {
  const known = perObject((_naming: object) => new WeakMap<CommitmentRow, T>());
  return (workspace, row) => {
    const rows = known(workspace.naming);
    const made = rows.get(row) ?? make(workspace, row);
    rows.set(row, made);
    return made;
  };
}

/** Where nobody is named, that party is empty. */
export function owingPairs(
  workspace: Workspace,
  { by, for: behalf, to }: CommitmentRow,
): ChartRow['pairs'] {
  const name = (id: string): string => (id === '' ? '' : nameOfId(workspace, id));
  const actors = by.length === 0 ? [''] : by;
  // Leaders promise for their countries what countries owe each other.
  const sides = behalf.length > 0 ? behalf : actors;
  const pairs = actors.flatMap((actor) => {
    const others = to.flatMap((id) =>
      id === EACH_OTHER ? sides.filter((side) => side !== actor) : id,
    );
    return (others.length === 0 ? [''] : others).map((id) => ({ by: actor, to: id }));
  });
  const told = pairs.map((pair) => ({ by: name(pair.by), to: name(pair.to) }));
  const isFirst = ({ by: one, to: other }: (typeof told)[number], at: number): boolean =>
    told.findIndex((pair) => pair.by === one && pair.to === other) === at;
  return told.filter(isFirst);
}
