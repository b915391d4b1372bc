import { type CommitmentRow, listedCommitment, placeOfRow } from '../core/index.js';
import type { CommitmentItem } from './protocol.js';
import type { WorkspaceView } from './workspace-view.js';

/** A commitment as the lists have it; `undefined`: it is gone. */
export function commitmentItem(
  view: WorkspaceView,
  row: CommitmentRow,
): CommitmentItem | undefined {
  const place = placeOfRow(view.workspace, row);
  const location = place && view.toLocation(place);
  if (location === undefined) return undefined;
  const key = `${location.uri}#${row.index}`;
  return { key, ...listedCommitment(view.workspace, row), location };
}
