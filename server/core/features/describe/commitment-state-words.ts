import { describeDate } from '../../dates/index.js';
import type { Commitment, Workspace } from '../../workspace/index.js';
import type { CommitmentState } from './card.js';
import { dueWords, isOver, nameOfId } from './commitment-words.js';

/** `Pete Hegseth for United States to India · due 2025, in 40 days · active`. */
export function commitmentStateWords(workspace: Workspace, state: CommitmentState): string {
  const { commitment, progress } = state;
  const due = dueWords(state);
  const parts = [
    partiesWords(workspace, commitment),
    due === undefined || isOver(state) ? '' : `due ${due}`,
    endWords(state),
    progress ?? '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function partiesWords(workspace: Workspace, { by, for: behalf, to }: Commitment): string {
  const names = (ids: readonly string[]): string =>
    ids.map((id) => nameOfId(workspace, id)).join(', ');
  const parts = [names(by), behalf.length > 0 ? `for ${names(behalf)}` : ''];
  if (to.length > 0) parts.push(`to ${names(to)}`);
  return parts.filter((part) => part !== '').join(' ');
}

/** The status, and since when if it is the last word. */
function endWords(state: CommitmentState): string {
  const { status, commitment } = state;
  if (status === undefined) return 'not yet made';
  if (!isOver(state)) return status;
  const on = commitment.history.findLast((step) => step.status === status)?.on;
  return on === undefined ? status : `${status} on ${describeDate(on)}`;
}
