import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import {
  documentsToRename,
  isRefused,
  prepareRename,
  rename as renameOf,
} from '../../core/index.js';
import type { Feature } from '../feature.js';
import { answerWhenAllRead } from '../when-all-read.js';

/** Another id or name for something, wherever it is used; words of briefs after confirmation. */
export const rename: Feature = {
  name: 'rename',
  capability: ({ can }) => ({
    renameProvider: can.defaultPrepareRename ? { prepareProvider: true } : true,
  }),
  connect(connection, session) {
    connection.onPrepareRename(async ({ textDocument, position }, token) => {
      const start = await answerWhenAllRead(session, textDocument.uri, token, (view) => {
        const found = prepareRename(view.workspace, view.page, view.toOffset(position));
        if (found === undefined || isRefused(found)) return found;
        return { range: view.toRange(found.span), placeholder: found.placeholder };
      });
      return start !== null && 'refused' in start ? refusal(start.refused) : start;
    });
    connection.onRenameRequest(async ({ textDocument, position, newName }, token) => {
      const answer = await answerWhenAllRead(
        session,
        textDocument.uri,
        token,
        (view) => {
          const found = renameOf(view.workspace, view.page, view.toOffset(position), newName);
          if (found === undefined || isRefused(found)) return found;
          const { edits, needsConfirmation, label } = found;
          return view.toWorkspaceEdit(edits, {
            label,
            description: 'Check the changed words in briefs first',
            confirm: 'silent',
            about: (edit) => (needsConfirmation.has(edit) ? 'ask' : 'silent'),
          });
        },
        (view) => documentsToRename(view.workspace, view.page, view.toOffset(position)),
      );
      return answer !== null && 'refused' in answer ? refusal(answer.refused) : answer;
    });
  },
};

function refusal(reason: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, reason);
}
