import type {
  CancellationToken,
  CodeAction,
  CodeActionContext,
  CodeActionParams,
  Diagnostic,
} from 'vscode-languageserver';
import {
  ACTIONS,
  type ActionRequest,
  isBelow,
  lint,
  type Offer,
  offersFor,
  type Report,
  reportsAndGathered,
  type SuggestionsAsked,
  suggested,
} from '../../core/index.js';
import { isReadInParts } from '../../core/suggest/index.js';
import { CONFIG_NAME } from '../../host/portable.js';
import type { Feature } from '../feature.js';
import { isLeftOut, pagePlace, rootAbove } from '../server-state.js';
import type { Session } from '../session.js';
import { hintsIn } from '../suggestion-hints.js';
import { normalizedUri } from '../uris.js';
import type { DocumentView } from '../workspace-view.js';

/** What can be done about a finding, and with the words at the cursor. */
export const codeActions: Feature = {
  name: 'code-actions',
  capability: ({ can }) =>
    can.codeActionLiterals
      ? {
          codeActionProvider: {
            codeActionKinds: [...new Set(ACTIONS.flatMap(({ kinds }) => kinds))],
            resolveProvider: can.resolveCodeActionEdit,
          },
        }
      : {},
  connect(connection, session) {
    const { can } = session.client;
    connection.onCodeAction((params, token) =>
      can.codeActionLiterals ? answer(session, params, token) : [],
    );
    if (can.resolveCodeActionEdit) {
      connection.onCodeActionResolve((action, token) => resolved(session, action, token));
    }
  },
};

async function answer(
  session: Session,
  { textDocument, range, context }: CodeActionParams,
  token: CancellationToken,
): Promise<CodeAction[] | null> {
  if (mayBeSuggested(context)) await session.suggestions.ready();
  return session.answer(textDocument.uri, token, (view) => {
    const ask = askAt(session, view, view.toSpan(range), context);
    const actions: CodeAction[] = [];
    for (const offer of offersFor(ask)) {
      if (token.isCancellationRequested) break;
      actions.push(toAction(session, view, ask, offer, context));
    }
    return actions;
  });
}

/** Triggered by the editor itself, as the cursor moves. */
const AUTOMATIC = 2;

/** Suggestions take longer than a cursor should, and what makes them is read when a person asks. */
function mayBeSuggested({ triggerKind, only }: Partial<CodeActionContext>): boolean {
  const isWanted = (only ?? ['']).some((kind) =>
    suggested.kinds.some((own) => isBelow(own, kind) || isBelow(kind, own)),
  );
  return triggerKind !== AUTOMATIC && isWanted;
}

function askAt(
  session: Session,
  view: DocumentView,
  selection: ActionRequest['selection'],
  context: Pick<CodeActionContext, 'only' | 'triggerKind'> & Partial<CodeActionContext>,
): ActionRequest {
  const { workspace, page, complete } = view;
  const place = pagePlace(session.state, normalizedUri(view.uri));
  const isPlaced = place?.root.workspace.pages.has(page.id) === true;
  const all = (): readonly Report[] =>
    place !== undefined && isPlaced
      ? session.findings.of(place.root, place.id)
      : lint(workspace, page.id);
  const shown = new Set(context.diagnostics?.map((each) => keyOf(each)));
  const told = isLeftOutPage(session, view) ? [] : [...all(), ...hintsIn(session, workspace, page)];
  const reports = reportsAndGathered(page, told).filter((report) => {
    // Until all is read, what the editor does not show may be no finding at all.
    if (complete && touches(report.span, selection)) return true;
    return shown.size > 0 && shown.has(keyOfReport(view, report));
  });
  const newPages = isPlaced && complete && canCreate(session) ? 'allowed' : 'refused';
  const trigger = context.triggerKind === AUTOMATIC ? 'unasked' : 'asked';
  const { only } = context;
  const suggestions: SuggestionsAsked = {
    here: (corrections) => session.suggestions.at(view, selection, corrections),
    inPage: (corrections) => session.suggestions.in(view, { level: undefined, corrections }),
    isAll: !isReadInParts(page),
  };
  return {
    ...{ workspace, page, selection, reports, all, trigger, newPages },
    ...(only && { only }),
    ...(mayBeSuggested(context) && session.suggestions.isReady() && { suggestions }),
    ...(place && { config: { page: CONFIG_NAME, text: view.otherText(CONFIG_NAME) } }),
  };
}

/** What a check leaves out has no findings, so there is nothing to mend or to ignore. */
function isLeftOutPage({ state }: Session, { uri }: DocumentView): boolean {
  const key = normalizedUri(uri);
  const above = rootAbove(state, key);
  return above !== undefined && isLeftOut(state, key, above);
}

function canCreate({ client: { can } }: Session): boolean {
  return can.documentChanges && can.createFiles;
}

function touches(a: ActionRequest['selection'], b: ActionRequest['selection']): boolean {
  return a.start <= b.end && b.start <= a.end;
}

function keyOf({ code, range }: Pick<Diagnostic, 'code' | 'range'>): string {
  const { start, end } = range;
  return [code, start.line, start.character, end.line, end.character].join(' ');
}

function keyOfReport(view: DocumentView, { rule, span }: Report): string {
  return keyOf({ code: rule, range: view.toRange(span) });
}

/** What is needed to make the edits of an action once it has been chosen. */
interface DeferredAction {
  readonly uri: string;
  readonly action: string;
  /** Of the finding it is about, else of what was selected. */
  readonly span: ActionRequest['selection'];
  readonly rule: string | undefined;
}

function toAction(
  session: Session,
  view: DocumentView,
  { selection }: ActionRequest,
  offer: Offer & { readonly action: string },
  { diagnostics }: CodeActionContext,
): CodeAction {
  const { title, kind, edits, preferred, reports = [], action } = offer;
  const keys = new Set(reports.map((report) => keyOfReport(view, report)));
  const about = diagnostics.filter((each) => keys.has(keyOf(each)));
  const made: CodeAction = {
    title,
    kind,
    ...(about.length > 0 && { diagnostics: about }),
    ...(preferred && { isPreferred: true }),
  };
  if (typeof edits !== 'function') return { ...made, edit: view.toWorkspaceEdit(edits) };
  if (!session.client.can.resolveCodeActionEdit)
    return { ...made, edit: view.toWorkspaceEdit(edits()) };
  const [report] = reports;
  const data: DeferredAction = {
    uri: view.uri,
    action,
    span: report?.span ?? selection,
    rule: report?.rule,
  };
  return { ...made, data };
}

/** An action whose finding has gone in the meantime changes nothing. */
async function resolved(
  session: Session,
  action: CodeAction,
  token: CancellationToken,
): Promise<CodeAction> {
  const later = readDeferred(action.data);
  if (later === undefined || action.edit !== undefined) return action;
  if (later.action === suggested.name) await session.suggestions.ready();
  const edit = await session.answer(later.uri, token, (view) => {
    const ask = askAt(session, view, later.span, only(action.kind));
    const { rule, span } = later;
    const reports = ask.reports.filter(
      (each) => each.rule === rule && each.span.start === span.start && each.span.end === span.end,
    );
    for (const offer of offersFor(rule === undefined ? ask : { ...ask, reports })) {
      if (offer.action !== later.action || offer.title !== action.title) continue;
      const { edits } = offer;
      return view.toWorkspaceEdit(typeof edits === 'function' ? edits() : edits);
    }
    return undefined;
  });
  return edit === null ? action : { ...action, edit };
}

function only(kind: string | undefined): { readonly only?: string[] } {
  return kind === undefined ? {} : { only: [kind] };
}

/** What comes back from a client is what it was given, or anything. */
function readDeferred(data: unknown): DeferredAction | undefined {
  const { uri, action, span, rule } = (data ?? {}) as Partial<
    Record<keyof DeferredAction, unknown>
  >;
  const { start, end } = (span ?? {}) as Partial<Record<'start' | 'end', unknown>>;
  if (typeof uri !== 'string' || typeof action !== 'string') return undefined;
  if (typeof start !== 'number' || typeof end !== 'number') return undefined;
  return { uri, action, span: { start, end }, rule: typeof rule === 'string' ? rule : undefined };
}
