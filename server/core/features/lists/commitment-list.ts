import type { Place, Workspace } from '../../workspace/index.js';
import { scoresInWords } from '../describe/assessment-words.js';
import { nameOfId } from '../describe/id-names.js';
import { commitmentIndex } from './commitment-index.js';
import { type CommitmentRow, placeOfRow } from './commitment-rows.js';

/** A promise as a person looks through them. Names, not ids. */
export interface ListedCommitment
  extends Pick<
    CommitmentRow,
    | 'id'
    | 'words'
    | 'by'
    | 'to'
    | 'under'
    | 'status'
    | 'overdue'
    | 'due'
    | 'deadline'
    | 'extended'
    | 'brief'
  > {
  /** `scored +1 (G20 Research Group)`; empty: nobody has assessed it. */
  readonly scores: string;
}

/** All commitments: the overdue ones first, then the open ones by deadline, then those that are over. */
export function listCommitments(workspace: Workspace): readonly (ListedCommitment & {
  readonly place: Place | undefined;
  /** The lower, the more it presses; to put the lists of several workspaces together. */
  readonly press: number;
})[] {
  return commitmentIndex(workspace).rows.map((row) => ({
    ...listedCommitment(workspace, row),
    press: row.press,
    place: placeOfRow(workspace, row),
  }));
}

export function listedCommitment(workspace: Workspace, row: CommitmentRow): ListedCommitment {
  const names = (ids: readonly string[]): readonly string[] =>
    ids.map((each) => nameOfId(workspace, each));
  // Written out, as a row is: of all of them there may be 100,000.
  return {
    id: row.id,
    words: row.words,
    by: names(row.by),
    to: names(row.to),
    under: row.under && nameOfId(workspace, row.under),
    status: row.status,
    overdue: row.overdue,
    due: row.due,
    deadline: row.deadline,
    extended: row.extended,
    brief: row.brief,
    scores: scoresInWords(workspace, row.scores, 'with assessors') ?? '',
  };
}
