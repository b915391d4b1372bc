import type { CancellationToken, Connection, WorkspaceEdit } from 'vscode-languageserver';
import {
  type Acceptance,
  type Annotation,
  accept,
  overlaps,
  registriesFor,
  type Span,
  suggestionKey,
} from '../../core/index.js';
import { canCreateFiles } from '../new-files.js';
import { type AnnotateResult, COMMANDS } from '../protocol.js';
import { isRange } from '../request-params.js';
import type { CommandParams, ServerCommand } from '../server-command.js';
import type { Session } from '../session.js';
import { readAdditions, readCorrections, readLevel, readTexts } from '../suggestion-params.js';
import { allReadOrCancelled } from '../when-all-read.js';
import type { DocumentView } from '../workspace-view.js';

/** Tags what is suggested, with what is new in the registry: as a command, so that any editor can do it. */
export const annotate: ServerCommand = { name: COMMANDS.annotate, run };

interface Decision extends Omit<AnnotateResult, 'applied'> {
  readonly edit: WorkspaceEdit | null;
}

async function run(
  connection: Connection,
  session: Session,
  params: CommandParams,
  token: CancellationToken,
): Promise<AnnotateResult | null> {
  const { uri, apply } = params;
  if (typeof uri !== 'string') return null;
  await session.suggestions.ready();
  await allReadOrCancelled(session, token);
  const decision = await session.answer(uri, token, (view) => decide(session, view, params));
  if (decision === null) return null;
  const { edit } = decision;
  const canApply = session.client.capabilities.workspace?.applyEdit === true;
  if (edit === null || apply === false || !canApply) return { ...decision, applied: false };
  const { applied } = await connection.workspace.applyEdit({ label: 'Annotate', edit });
  return { ...decision, applied };
}

function decide(session: Session, view: DocumentView, params: CommandParams): Decision {
  const { workspace, page } = view;
  const keys = readTexts(params.accept);
  const level = readLevel(params.level) ?? (keys === undefined ? 'certain' : undefined);
  const corrections = readCorrections(params.corrections);
  const additions = readAdditions(params.additions, view);
  const found = session.suggestions.in(view, { level, corrections, additions });
  const within = isRange(params.range) ? view.toSpan(params.range) : undefined;
  const keyOf = ({ kind, span }: Annotation): string => suggestionKey(page, { kind, ...span });
  const wanted = keys && new Set(keys);
  const chosen = found.suggestions.filter(
    (one) =>
      additions.some(({ start, end }) => one.span.start === start && one.span.end === end) ||
      ((within === undefined || touches(one.span, within)) &&
        (wanted === undefined || wanted.has(keyOf(one)))),
  );
  const acceptance = accept(workspace, found, chosen, ({ kind }, from) => {
    const [nearest] = registriesFor(workspace, from, kind);
    const isThere = nearest !== undefined && workspace.pages.has(nearest);
    return isThere || canCreateFiles(session) ? nearest : undefined;
  });
  return decisionOf(view, acceptance, keyOf);
}

function decisionOf(
  view: DocumentView,
  { accepted, entities, edits, left }: Acceptance,
  keyOf: (one: Annotation) => string,
): Decision {
  return {
    edit: edits.length === 0 ? null : view.toWorkspaceEdit(edits),
    tags: accepted.length,
    entries: entities.length,
    left: left.map(({ annotation, reason }) => ({
      key: keyOf(annotation),
      words: annotation.words,
      reason,
    })),
  };
}

function touches(one: Span, other: Span): boolean {
  return overlaps(one, other) || one.end === other.start || one.start === other.end;
}
