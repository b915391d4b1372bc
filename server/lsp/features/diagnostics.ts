import {
  type CancellationToken,
  type Connection,
  type DocumentDiagnosticReport,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { perObject } from '../../core/index.js';
import { diagnose } from '../diagnose.js';
import { baselineUri } from '../diagnose-baseline.js';
import { diagnosticsScope } from '../editor-settings.js';
import type { Feature } from '../feature.js';
import { lintAllPages, onQuiet } from '../lint-all-pages.js';
import { jsonOf, keptItems } from '../message-json.js';
import { configUris } from '../root.js';
import { applyPendingEdits, pagePlace } from '../server-state.js';
import type { Session } from '../session.js';
import { normalizedUri, uriBelow } from '../uris.js';
import { allReadOrCancelled } from '../when-all-read.js';

/** What does not hold together: pulled by the client where it can, pushed otherwise. */
export const diagnostics: Feature = {
  name: 'diagnostics',
  capability: ({ can }) =>
    can.pullDiagnostics
      ? {
          diagnosticProvider: {
            identifier: 'rapporteur',
            interFileDependencies: true,
            workspaceDiagnostics: true,
          },
        }
      : {},
  connect(connection, session) {
    if (session.client.can.pullDiagnostics) answerPulls(connection, session);
    else pushDiagnostics(connection, session);
  },
};

/** How long to wait for the end of typing before other documents are looked at again. */
const QUIET_MS = 300;

/** How long to keep a question for which there may be no news, in milliseconds. */
const FIRST_ANSWER_MS = 2000;

function answerPulls(connection: Connection, session: Session): void {
  /** The result that the client has of each open document. */
  const resultIds = new Map<string, string>();
  connection.languages.diagnostics.on(async ({ textDocument, previousResultId }, token) => {
    const report = await readAndReport(session, textDocument.uri, token);
    resultIds.set(normalizedUri(textDocument.uri), report.resultId ?? '');
    const { resultId } = report;
    return resultId !== undefined && resultId === previousResultId
      ? { kind: 'unchanged', resultId }
      : report;
  });
  connection.languages.diagnostics.onWorkspace(
    async ({ previousResultIds }, token, _progress, results) => {
      const before = new Map(
        previousResultIds.map(({ uri, value }) => [normalizedUri(uri), value] as const),
      );
      // A client that has no results may be asking for the first time, or only once.
      const patience = before.size === 0 ? FIRST_ANSWER_MS : Number.POSITIVE_INFINITY;
      const startedAt = performance.now();
      for (;;) {
        await readOrCancelled(session, token);
        if (!(await lintAllPages(session, token))) throw cancelled();
        // What changed meanwhile may have been a configuration.
        if (!session.state.isAllRead) continue;
        const items = workspaceReports(session, before);
        const isNews = items.some(({ kind }) => kind === 'full');
        // A client asks again at once: the question is kept until there is something new to say.
        if (isNews || performance.now() - startedAt > patience) return inChunks(items, results);
        await changeOrCancelled(session, token, patience);
      }
    },
  );
  if (!session.client.can.refreshDiagnostics) return;
  onQuiet(session, QUIET_MS, () => {
    for (const key of resultIds.keys())
      if (!session.state.documents.has(key)) resultIds.delete(key);
    // A workspace that is being read again is no news yet.
    if (!session.state.isAllRead) return;
    void isStale(session, resultIds).then((stale) => {
      // A client that refuses asks again in its own time.
      if (stale) void refresh(connection);
    });
  });
}

/** Whether something else is to be said of an open document than the client was told. */
async function isStale(session: Session, known: ReadonlyMap<string, string>): Promise<boolean> {
  for (const uri of session.openUris()) {
    await prepare(session, uri);
    const had = known.get(normalizedUri(uri));
    if (had !== undefined && had !== reportOn(session, uri).resultId) return true;
  }
  return false;
}

/** Reads and checks a long text, if nobody has, in slices: other questions go first. */
async function prepare({ state, findings }: Session, uri: string): Promise<void> {
  const key = normalizedUri(uri);
  void applyPendingEdits(state);
  await state.opening.get(key);
  const place = pagePlace(state, key);
  if (place?.root.complete) await findings.prepare(place.root, state.startSlices(), place.id);
}

/** A workspace may be read anew while the question is looked at: then it is asked once more. */
async function readAndReport(
  session: Session,
  uri: string,
  token: CancellationToken,
): Promise<FullReport> {
  for (;;) {
    const reading = session.whenAllRead();
    await readOrCancelled(session, token);
    await prepare(session, uri);
    const report = await session.answerForAllWorkspaces(token, () => reportOn(session, uri));
    if (session.whenAllRead() === reading) return report;
  }
}

function refresh({ languages }: Connection): Promise<void> {
  return Promise.resolve(languages.diagnostics.refresh() as unknown).then(
    () => undefined,
    () => undefined,
  );
}

type FullReport = Extract<DocumentDiagnosticReport, { kind: 'full' }>;

function reportOn(session: Session, uri: string): FullReport {
  const items = keptItems([...(diagnose(session, uri) ?? [])]);
  return { kind: 'full', resultId: digest(items.map(digestOf).join()), items };
}

const NO_REPORT: FullReport = { kind: 'full', resultId: digest(''), items: [] };

/** Of each page with findings, and of each of which the client has an answer. */
function workspaceReports(
  session: Session,
  before: ReadonlyMap<string, string>,
): WorkspaceDocumentDiagnosticReport[] {
  const uris = new Set(before.keys());
  const { state, findings } = session;
  const openOnly = session.settings().get(diagnosticsScope) === 'openFiles';
  if (!openOnly) {
    for (const root of state.roots.values()) {
      for (const id of findings.all(root).keys())
        uris.add(normalizedUri(uriBelow(root.place.uri, id)));
      for (const uri of configUris(root)) uris.add(uri);
      if (root.baseline.fault !== undefined) uris.add(baselineUri(root));
    }
  }
  const reportedUris = [...uris].filter((key) => before.has(key) || isInOpenFolder(session, key));
  return reportedUris.flatMap((key): WorkspaceDocumentDiagnosticReport[] => {
    const document = state.documents.get(key);
    const uri = document?.uri ?? key;
    const version = document?.version ?? null;
    // What was shown of a file that is closed goes when only open ones are to be shown.
    const report = openOnly && document === undefined ? NO_REPORT : reportOn(session, uri);
    const resultId = report.resultId ?? '';
    if (before.get(key) === resultId) return [{ kind: 'unchanged', resultId, uri, version }];
    if (!before.has(key) && report.items.length === 0) return [];
    return [{ ...report, uri, version }];
  });
}

/** A workspace may begin above what was opened; the rest of it is not reported. */
function isInOpenFolder({ state }: Session, uri: string): boolean {
  return state.folders.some((folder) => uri.startsWith(`${folder}/`));
}

const CHUNK = 500;

/** Many reports go in several messages, or the client would freeze. */
function inChunks(
  items: WorkspaceDocumentDiagnosticReport[],
  results: { report(part: { items: WorkspaceDocumentDiagnosticReport[] }): void } | undefined,
): { items: WorkspaceDocumentDiagnosticReport[] } {
  if (results === undefined || items.length <= CHUNK) return { items };
  for (let at = 0; at < items.length; at += CHUNK) {
    results.report({ items: items.slice(at, at + CHUNK) });
  }
  return { items: [] };
}

/** While a workspace is read, what is not there yet must not be called missing. */
async function readOrCancelled(session: Session, token: CancellationToken): Promise<void> {
  await allReadOrCancelled(session, token);
  if (token.isCancellationRequested) throw cancelled();
}

async function changeOrCancelled(
  session: Session,
  token: CancellationToken,
  most: number,
): Promise<void> {
  const waits = [session.nextChange(), cancellation(token)];
  await Promise.race(most < Number.POSITIVE_INFINITY ? [...waits, pause(most)] : waits);
  await Promise.race([pause(QUIET_MS), cancellation(token)]);
  if (token.isCancellationRequested) throw cancelled();
}

function cancellation(token: CancellationToken): Promise<void> {
  return new Promise((resolve) => {
    if (token.isCancellationRequested) resolve();
    else token.onCancellationRequested(() => resolve());
  });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function cancelled(): ResponseError<unknown> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}

function pushDiagnostics(connection: Connection, session: Session): void {
  /** What was last sent of each document, by the uri as the client writes it. */
  const lastSent = new Map<string, { readonly document: object; readonly digest: string }>();
  const publish = async (uri: string): Promise<void> => {
    const document = session.state.documents.get(normalizedUri(uri));
    if (document === undefined || !isRead(session, uri)) return;
    await prepare(session, uri);
    // What changed meanwhile has its own turn.
    if (document !== session.state.documents.get(normalizedUri(uri)) || !isRead(session, uri))
      return;
    const { items, resultId = '' } = reportOn(session, uri);
    if (lastSent.get(uri)?.digest !== resultId) {
      void connection.sendDiagnostics({ uri, version: document.version, diagnostics: items });
    }
    lastSent.set(uri, { document, digest: resultId });
  };
  session.onChange(() => {
    for (const uri of lastSent.keys()) {
      if (session.state.documents.has(normalizedUri(uri))) continue;
      lastSent.delete(uri);
      void connection.sendDiagnostics({ uri, diagnostics: [] });
    }
    for (const uri of session.openUris()) {
      const document = session.state.documents.get(normalizedUri(uri));
      if (lastSent.get(uri)?.document !== document) void publish(uri);
    }
  });
  onQuiet(session, QUIET_MS, () => {
    for (const uri of session.openUris()) void publish(uri);
  });
}

function isRead(session: Session, uri: string): boolean {
  return session.state.isAllRead && session.view(uri)?.complete !== false;
}

/** Of one finding; most of them are the same after the next key. */
const digestOf = perObject((item: object) => digest(jsonOf(item)));

/** 53 bits of a text, for telling two answers apart (cyrb53 by bryc, public domain). */
function digest(text: string): string {
  let one = 0xdeadbeef;
  let other = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 2654435761);
    other = Math.imul(other ^ unit, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
  other = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return (4294967296 * (2097151 & other) + (one >>> 0)).toString(36);
}
