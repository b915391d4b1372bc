import type { Range } from 'vscode-languageserver';
import {
  changeMentions,
  entityOf,
  iconOfId,
  type MentionChange,
  mentionHere,
  nameOfId,
  registriesFor,
  type Workspace,
} from '../../core/index.js';
import type { Feature } from '../feature.js';
import { canCreateFiles } from '../new-files.js';
import {
  COMMANDS,
  type MentionAt,
  type MentionCandidate,
  type MentionResult,
  REQUESTS,
} from '../protocol.js';
import { isRange } from '../request-params.js';
import type { ServerCommand } from '../server-command.js';
import { fieldsOf, readTexts } from '../suggestion-params.js';
import { allReadOrCancelled } from '../when-all-read.js';

/** What is known of the words at some places, so that somebody can say who is meant. */
export const mentions: Feature = {
  name: 'mentions',
  capability: () => ({}),
  connect(connection, session) {
    connection.onRequest<readonly (MentionAt | null)[] | null, void>(
      REQUESTS.mentions,
      (sent: unknown, token) => {
        const { uri, ranges } = fieldsOf(sent);
        return session.answer(String(uri), token, (view) =>
          rangesIn(ranges).map((range): MentionAt | null => {
            const { workspace, page } = view;
            const here = mentionHere(workspace, page, view.toSpan(range));
            if (here === undefined) return null;
            const likely = here.likely.map((id) => candidate(workspace, id));
            return { ...here, means: here.ids.map((id) => candidate(workspace, id)), likely };
          }),
        );
      },
    );
  },
};

function candidate(workspace: Workspace, id: string): MentionCandidate {
  const kind = entityOf(workspace, id)?.definition.kind ?? '';
  const title = workspace.vocabulary.kinds.get(kind)?.title ?? kind;
  return { id, kind, title, icon: iconOfId(workspace, id), name: nameOfId(workspace, id) };
}

/** Says of words in a brief who is meant, or that nobody is. */
export const mention: ServerCommand = {
  name: COMMANDS.mention,
  async run(connection, session, params, token): Promise<MentionResult | null> {
    const { uri, ranges, means, everywhere, apply } = params;
    const change = readChange(means);
    if (typeof uri !== 'string' || change === undefined) return null;
    await allReadOrCancelled(session, token);
    const made = await session.answer(uri, token, (view) => {
      const { workspace, page } = view;
      const spans = rangesIn(ranges).map((range) => view.toSpan(range));
      const { edits, ...counts } = changeMentions(workspace, page, spans, change, {
        everywhere: everywhere === true,
        registryOf: (kind) => {
          const [nearest] = registriesFor(workspace, page.id, kind);
          const isThere = nearest !== undefined && workspace.pages.has(nearest);
          return isThere || canCreateFiles(session) ? nearest : undefined;
        },
      });
      return { edit: edits.length === 0 ? null : view.toWorkspaceEdit(edits), ...counts };
    });
    if (made === null) return null;
    const canApply = session.client.capabilities.workspace?.applyEdit === true;
    if (made.edit === null || apply === false || !canApply) return { ...made, applied: false };
    const { edit } = made;
    const { applied } = await connection.workspace.applyEdit({ label: 'Mention', edit });
    return { ...made, applied };
  },
};

function rangesIn(sent: unknown): readonly Range[] {
  return Array.isArray(sent) ? sent.filter(isRange) : [];
}

function readChange(sent: unknown): MentionChange | undefined {
  if (sent === null) return 'nobody';
  const { kind, ids, remember } = fieldsOf(sent);
  if (typeof kind !== 'string') return undefined;
  const known = readTexts(ids);
  return known === undefined || known.length === 0
    ? { kind }
    : { kind, ids: known, remember: remember === true };
}
