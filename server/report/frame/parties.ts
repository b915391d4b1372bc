import { foldCase, idsCalled, type Workspace } from '../../core/index.js';
import type { ReportCommitment, ReportRef } from './report-view.js';

/** Whether a party is one of those that were asked for: by its id, its key in the report or one of its names. */
export function isAskedFor(
  workspace: Workspace,
  asked: readonly string[],
): (party: ReportRef) => boolean {
  const ids = new Set(asked.flatMap((words) => idsCalled(workspace, words)));
  const words = new Set(asked.map(foldCase));
  return ({ id, key }) => ids.has(id) || words.has(foldCase(id)) || words.has(foldCase(key));
}

/** All whom a commitment is about: who promises, for whom, and to whom. */
export function partiesOf({ by, for: on, to }: ReportCommitment): readonly ReportRef[] {
  return [...by, ...on, ...to];
}

/** The words that call nobody in any of the workspaces, and are no id of a party that promises something either. */
export function unknownParties(
  asked: readonly string[],
  workspaces: readonly Workspace[],
  commitments: readonly ReportCommitment[],
): readonly string[] {
  return asked.filter((words) => {
    if (workspaces.some((workspace) => idsCalled(workspace, words).length > 0)) return false;
    return !workspaces.some((workspace) =>
      commitments.some((one) => partiesOf(one).some(isAskedFor(workspace, [words]))),
    );
  });
}
