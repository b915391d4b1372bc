import { definitionsOf, isRefused, mergeEntities } from '../../core/index.js';
import { COMMANDS, type MergeResult } from '../protocol.js';
import type { ServerCommand } from '../server-command.js';
import { allReadOrCancelled } from '../when-all-read.js';

/** Makes two entries of a registry that are one into one, in the workspace that has the first. */
export const merge: ServerCommand = {
  name: COMMANDS.merge,
  async run(connection, session, { from, into, apply }, token): Promise<MergeResult | null> {
    if (typeof from !== 'string' || typeof into !== 'string') return null;
    await allReadOrCancelled(session, token);
    const merging = await session.answerForAllWorkspaces(token, (views) => {
      const view = views.find(({ workspace }) => definitionsOf(workspace, from).length > 0);
      if (view === undefined) return { refused: `Nothing has the id '${from}'.` };
      const merged = mergeEntities(view.workspace, from, into);
      if (isRefused(merged)) return merged;
      return { label: merged.label, edit: view.toWorkspaceEdit(merged.edits) };
    });
    if (isRefused(merging)) return { edit: null, applied: false, ...merging };
    const { label, edit } = merging;
    const canApply = session.client.capabilities.workspace?.applyEdit === true;
    if (apply === false || !canApply) return { edit, applied: false };
    const { applied } = await connection.workspace.applyEdit({ label, edit });
    return { edit, applied };
  },
};
