import { type InlayHint, InlayHintKind } from 'vscode-languageserver';
import { hover, type Inlay, type InlayChoice, inlays } from '../../core/index.js';
import type { Client } from '../client.js';
import { inlayDates, inlayHolders, inlayNames } from '../editor-settings.js';
import type { Feature } from '../feature.js';
import { onQuiet } from '../lint-all-pages.js';
import type { Session } from '../session.js';
import { toMarkup } from '../to-markup.js';
import type { DocumentView } from '../workspace-view.js';

/** What is meant and not written, shown between the words. */
export const inlayHints: Feature = {
  name: 'inlayHints',
  capability: () => ({ inlayHintProvider: { resolveProvider: true } }),
  connect(connection, session) {
    const resolves = resolvesTips(session.client);
    connection.languages.inlayHint.on(({ textDocument, range }, token) =>
      session.answer(textDocument.uri, token, (view) => {
        const found = inlays(view.workspace, view.page, view.toSpan(range), choiceOf(session));
        return found.map((inlay) => {
          const hint = hintOf(view, textDocument.uri, inlay);
          return resolves ? hint : withTip(session.client, view, hint, inlay.about);
        });
      }),
    );
    connection.languages.inlayHint.resolve((hint) => resolved(session, hint));
    if (!session.client.can.refreshInlays) return;
    onQuiet(session, QUIET_MS, () => void connection.languages.inlayHint.refresh().catch(ignored));
  },
};

const QUIET_MS = 500;

/** An editor that has gone, or refuses, misses nothing. */
function ignored(): void {}

function resolvesTips({ capabilities }: Client): boolean {
  const resolves = capabilities.textDocument?.inlayHint?.resolveSupport?.properties;
  return resolves?.includes('tooltip') === true;
}

function choiceOf(session: Session): InlayChoice {
  const settings = session.settings();
  return {
    names: settings.get(inlayNames),
    holders: settings.get(inlayHolders),
    dates: settings.get(inlayDates),
  };
}

/** What a hint carries until someone asks for its tip; the length tells whether its text has changed. */
type HintData = readonly [uri: string, length: number, about: number];

function hintOf(view: DocumentView, uri: string, { offset, words, about }: Inlay): InlayHint {
  return {
    position: view.toPosition(offset),
    label: words,
    kind: InlayHintKind.Type,
    paddingLeft: true,
    data: [uri, view.page.text.length, about] satisfies HintData,
  };
}

function resolved(session: Session, hint: InlayHint): InlayHint {
  const [uri, length, about] = readHintData(hint.data) ?? [];
  const view = uri === undefined ? undefined : session.view(uri);
  if (view === undefined || about === undefined || view.page.text.length !== length) return hint;
  return withTip(session.client, view, hint, about);
}

function readHintData(data: unknown): HintData | undefined {
  if (!Array.isArray(data)) return undefined;
  const [uri, length, about] = data as readonly unknown[];
  if (typeof uri !== 'string' || typeof length !== 'number') return undefined;
  return typeof about === 'number' ? [uri, length, about] : undefined;
}

/** The tip says what a hover over the words before it says. */
function withTip(client: Client, view: DocumentView, hint: InlayHint, about: number): InlayHint {
  const { workspace, page, complete } = view;
  const found = hover(workspace, page, about, complete ? 'all' : 'reading');
  if (found === undefined) return hint;
  const kind = client.can.markdownHover ? 'markdown' : 'plaintext';
  return { ...hint, tooltip: toMarkup(view, found.telling, kind) };
}
