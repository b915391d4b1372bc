import { type CodeLens, CodeLensRefreshRequest, type Command } from 'vscode-languageserver';
import { type LensAspect, type LensText, lenses, lensText } from '../../core/index.js';
import { codeLensEnabled, codeLensInBriefs } from '../editor-settings.js';
import type { Feature } from '../feature.js';
import { onQuiet } from '../lint-all-pages.js';
import type { Session } from '../session.js';
import type { DocumentView } from '../workspace-view.js';

/** What a lens carries until it comes into view: the document, the id, what is shown of it. */
type LensData = readonly [uri: string, id: string, aspect: LensAspect];

/** The lines above definitions and commitments. */
export const codeLens: Feature = {
  name: 'codeLens',
  capability: () => ({ codeLensProvider: { resolveProvider: true } }),
  connect(connection, session) {
    connection.onCodeLens(({ textDocument: { uri } }, token) =>
      session.answer(uri, token, (view) => (isEnabled(session, view) ? listed(view, uri) : [])),
    );
    connection.onCodeLensResolve((lens) => resolved(session, lens));
    if (!session.client.can.refreshLenses) return;
    // The document that is typed in is asked about anyway; others wait for the end of typing.
    onQuiet(
      session,
      QUIET_MS,
      () => void connection.sendRequest(CodeLensRefreshRequest.type).catch(ignored),
    );
  },
};

const QUIET_MS = 500;

/** An editor that has gone, or refuses, misses nothing. */
function ignored(): void {}

/** In prose they make lines jump: there they are for those who ask for them. */
function isEnabled(session: Session, { page }: DocumentView): boolean {
  const settings = session.settings();
  const isProse = page.facts.role !== 'registry';
  return settings.get(codeLensEnabled) && (!isProse || settings.get(codeLensInBriefs));
}

function listed({ workspace, page, toRange }: DocumentView, uri: string): CodeLens[] {
  return lenses(workspace, page).map(({ span, id, aspect }) => ({
    range: toRange(span),
    data: [uri, id, aspect] satisfies LensData,
  }));
}

/** As of now: the lens may be older than the last keystroke. */
function resolved(session: Session, lens: CodeLens): CodeLens {
  const [uri, id, aspect] = readLensData(lens.data) ?? [];
  const view = uri === undefined ? undefined : session.view(uri);
  if (view === undefined || id === undefined || aspect === undefined)
    return { ...lens, command: NO_COMMAND };
  const text = lensText(view.workspace, id, aspect);
  if (text === undefined) return { ...lens, command: NO_COMMAND };
  return { ...lens, command: commandOf(session, view, lens, text) };
}

/** A lens without a command would be asked for again and again; editors show none for no words. */
const NO_COMMAND: Command = { title: '', command: '' };

function readLensData(data: unknown): LensData | undefined {
  if (!Array.isArray(data)) return undefined;
  const [uri, id, aspect] = data as readonly unknown[];
  if (typeof uri !== 'string' || typeof id !== 'string') return undefined;
  const known = ASPECTS.find((each) => each === aspect);
  return known && [uri, id, known];
}

const ASPECTS: readonly LensAspect[] = ['mentions', 'open', 'updates', 'state'];

/** Only our own extension knows how to show places; elsewhere the title alone has to do. */
function commandOf(session: Session, view: DocumentView, lens: CodeLens, text: LensText): Command {
  const { title } = text;
  if (session.client.options.status !== true) return { title, command: '' };
  const locations = text.places().flatMap((place) => view.toLocation(place) ?? []);
  if (locations.length === 0) return { title, command: '' };
  const args = [view.uri, lens.range.start, locations];
  return { title, command: 'rapporteur.showReferences', arguments: args };
}
