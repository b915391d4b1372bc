import { type Commitment, commitments, type Place, type Workspace } from '../../workspace/index.js';
import { type CommitmentState, commitmentState } from '../describe/card.js';
import {
  actOf,
  isOver,
  nameOfId,
  statusWords,
  urgencyWords,
} from '../describe/commitment-words.js';

/** A promise as a person looks through them. Names, not ids. */
export interface ListedCommitment {
  readonly id: string | undefined;
  readonly words: string;
  readonly by: readonly string[];
  readonly to: readonly string[];
  readonly under: string | undefined;
  readonly status: string;
  readonly overdue: boolean;
  /** `due in 40 days`; empty if nothing presses. */
  readonly due: string;
  /** The title of its brief, else its first heading, else its path. */
  readonly brief: string;
  readonly place: Place;
  /** The lower, the more it presses; to put the lists of several workspaces together. */
  readonly press: number;
}

/** All commitments: the overdue ones first, then the open ones by deadline, then those that are over. */
export function listCommitments(workspace: Workspace): readonly ListedCommitment[] {
  return [...commitments(workspace)]
    .map((commitment) => listed(workspace, commitmentState(workspace, commitment)))
    .sort((a, b) => a.press - b.press);
}

/** More days than there will be. */
const NO_DEADLINE = 1e9;

function pressOf(state: CommitmentState): number {
  if (isOver(state)) return 2 * NO_DEADLINE;
  const { overdue, daysLeft = NO_DEADLINE } = state;
  return overdue ? daysLeft - NO_DEADLINE : daysLeft;
}

function listed(workspace: Workspace, state: CommitmentState): ListedCommitment {
  const { commitment, overdue } = state;
  const names = (ids: readonly string[]): readonly string[] =>
    ids.map((id) => nameOfId(workspace, id));
  const { under } = commitment;
  return {
    id: commitment.id,
    words: actOf(commitment),
    by: names(commitment.by),
    to: names(commitment.to),
    under: under && nameOfId(workspace, under),
    status: state.status ?? statusWords(state),
    overdue,
    due: urgencyWords(state) ?? '',
    brief: titleOf(workspace, commitment),
    place: { page: commitment.at.page, span: placeOf(commitment) },
    press: pressOf(state),
  };
}

/** Where one reads on: at its words, not at its braces. */
function placeOf({ at: { tag } }: Commitment): Place['span'] {
  return tag.label ?? tag.head;
}

function titleOf({ pages }: Workspace, { at }: Commitment): string {
  const facts = pages.get(at.page)?.facts;
  return facts?.front.title?.text || facts?.headings[0]?.words || at.page;
}
