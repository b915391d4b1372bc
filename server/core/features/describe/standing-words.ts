import { describeDate } from '../../dates/index.js';
import type { Commitment, Workspace } from '../../workspace/index.js';
import type { Standing } from './card.js';
import { dueWords, isOver, nameOfId } from './words.js';

/** `Pete Hegseth for United States to India · due 2025, in 40 days · active`. */
export function standingWords(workspace: Workspace, standing: Standing): string {
  const { commitment, progress } = standing;
  const due = dueWords(standing);
  const parts = [
    partiesWords(workspace, commitment),
    due === undefined || isOver(standing) ? '' : `due ${due}`,
    endWords(standing),
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
function endWords(standing: Standing): string {
  const { status, commitment } = standing;
  if (status === undefined) return 'not yet made';
  if (!isOver(standing)) return status;
  const on = commitment.history.findLast((step) => step.status === status)?.on;
  return on === undefined ? status : `${status} on ${describeDate(on)}`;
}
