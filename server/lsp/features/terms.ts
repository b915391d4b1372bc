import { changeTerms, sourceOfBrief, type WrittenTerms, writtenTerms } from '../../core/index.js';
import type { Feature } from '../feature.js';
import { COMMANDS, REQUESTS, type TermsResult } from '../protocol.js';
import { isPosition } from '../request-params.js';
import type { ServerCommand } from '../server-command.js';
import { fieldsOf, readTexts } from '../suggestion-params.js';
import { allReadOrCancelled } from '../when-all-read.js';

/** The terms of a commitment that is written, for a form. */
export const terms: Feature = {
  name: 'terms',
  capability: () => ({}),
  connect(connection, session) {
    connection.onRequest<WrittenTerms | null, void>(REQUESTS.terms, (sent: unknown, token) => {
      const { uri, position } = fieldsOf(sent);
      return session.answer(String(uri), token, (view) =>
        isPosition(position) ? writtenTerms(view.page, view.toOffset(position)) : undefined,
      );
    });
  },
};

/** Makes the terms of a commitment others. */
export const changeWrittenTerms: ServerCommand = {
  name: COMMANDS.changeTerms,
  async run(connection, session, params, token): Promise<TermsResult | null> {
    const { uri, position, terms: sent, apply, of } = params;
    if (typeof uri !== 'string' || !isPosition(position)) return null;
    await allReadOrCancelled(session, token);
    const edit = await session.answer(uri, token, (view) => {
      const { workspace, page } = view;
      const terms = readTerms(sent);
      const edits =
        of === 'brief'
          ? sourceOfBrief(workspace, page, terms)
          : changeTerms(workspace, page, view.toOffset(position), terms);
      return edits === undefined || edits.length === 0 ? undefined : view.toWorkspaceEdit(edits);
    });
    const canApply = session.client.capabilities.workspace?.applyEdit === true;
    if (edit === null || apply === false || !canApply) return { edit, applied: false };
    const { applied } = await connection.workspace.applyEdit({ label: 'Change commitment', edit });
    return { edit, applied };
  },
};

function readTerms(sent: unknown): Partial<WrittenTerms> {
  const fields = fieldsOf(sent);
  const lists = (['by', 'to', 'source'] as const).flatMap((key) => {
    const ids = readTexts(fields[key]);
    return ids === undefined ? [] : [[key, ids]];
  });
  const texts = (['due', 'dueText', 'strength'] as const).flatMap((key) => {
    const text = fields[key];
    return typeof text === 'string' ? [[key, text.trim()]] : [];
  });
  return Object.fromEntries([...lists, ...texts]) as Partial<WrittenTerms>;
}
