import type { FileRename, WorkspaceEdit } from 'vscode-languageserver';
import { documentsToMove, type Move, moveFiles } from '../../core/index.js';
import type { Feature } from '../feature.js';
import { normalizedUri, pathBelow } from '../uris.js';
import { allReadOrCancelled } from '../when-all-read.js';
import type { WorkspaceView } from '../workspace-view.js';

/** Links follow a file or folder that is moved or called otherwise. */
export const willRenameFiles: Feature = {
  name: 'willRenameFiles',
  // Links lead to pictures and annexes as well, and a folder may hold anything.
  capability: () => ({
    workspace: { fileOperations: { willRename: { filters: [{ pattern: { glob: '**/*' } }] } } },
  }),
  connect(connection, session) {
    connection.workspace.onWillRenameFiles(async ({ files }, token) => {
      await allReadOrCancelled(session, token);
      return session.answerForAllWorkspaces(
        token,
        (views) => merged(views.flatMap((view) => edit(view, files))),
        (view) => documentsToMove(view.workspace, movesOf(view, files)),
      );
    });
  },
};

/** Those that concern a workspace. */
function movesOf(view: WorkspaceView, files: readonly FileRename[]): readonly Move[] {
  const root = normalizedUri(view.toUri(''));
  return files.flatMap(({ oldUri, newUri }): readonly Move[] => {
    const from = pathBelow(normalizedUri(oldUri), root);
    const to = pathBelow(normalizedUri(newUri), root);
    return from === undefined || to === undefined || from === to ? [] : [{ from, to }];
  });
}

function edit(view: WorkspaceView, files: readonly FileRename[]): readonly WorkspaceEdit[] {
  const moves = movesOf(view, files);
  const edits = moves.length === 0 ? [] : moveFiles(view.workspace, moves);
  if (edits.length === 0) return [];
  const preview = {
    label: 'Update links',
    description: 'For moved files',
    confirm: 'silent',
  } as const;
  return [view.toWorkspaceEdit(edits, preview)];
}

/** `null`: nothing is to be changed. Workspaces have no file in common. */
function merged(edits: readonly WorkspaceEdit[]): WorkspaceEdit | null {
  if (edits.length <= 1) return edits[0] ?? null;
  const annotations = edits.map(({ changeAnnotations = {} }) => changeAnnotations);
  return {
    ...(edits.some(({ changes }) => changes)
      ? { changes: Object.assign({}, ...edits.map(({ changes }) => changes)) }
      : {}),
    ...(edits.some(({ documentChanges }) => documentChanges)
      ? { documentChanges: edits.flatMap(({ documentChanges = [] }) => documentChanges) }
      : {}),
    ...(annotations.some((each) => Object.keys(each).length > 0)
      ? { changeAnnotations: Object.assign({}, ...annotations) }
      : {}),
  };
}
