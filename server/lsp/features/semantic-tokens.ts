import type { SemanticTokens } from 'vscode-languageserver';
import {
  KINDS,
  type Span,
  tokenCode,
  tokenEdits,
  tokenLegend,
  semanticTokens as tokensOf,
} from '../../core/index.js';
import type { Feature } from '../feature.js';
import { onQuiet } from '../lint-all-pages.js';
import type { DocumentView } from '../workspace-view.js';

const LEGEND = tokenLegend(KINDS);

/** What words mean, as colours: whole, of what is seen, and as changes to what was said before. */
export const semanticTokens: Feature = {
  name: 'semantic-tokens',
  capability: () => ({
    semanticTokensProvider: {
      legend: { tokenTypes: [...LEGEND.types], tokenModifiers: [...LEGEND.modifiers] },
      full: { delta: true },
      range: true,
    },
  }),
  connect(connection, session) {
    /** By uri, what the client has of each open document. */
    const given = new Map<string, SentTokens>();
    let count = 0;
    const give = (view: DocumentView): SentTokens & SemanticTokens => {
      count += 1;
      const result = { resultId: String(count), data: encoded(view), page: view.page };
      given.set(view.uri, result);
      return result;
    };
    const { semanticTokens: requests } = connection.languages;
    requests.on(async ({ textDocument }, token) => {
      const answer = await session.answer(textDocument.uri, token, (view) =>
        withoutPage(give(view)),
      );
      return answer ?? NO_TOKENS;
    });
    requests.onDelta(async ({ textDocument, previousResultId }, token) => {
      const answer = await session.answer(textDocument.uri, token, (view) => {
        const before = given.get(view.uri);
        const after = give(view);
        if (before?.resultId !== previousResultId) return withoutPage(after);
        return { resultId: after.resultId, edits: tokenEdits(before.data, after.data) };
      });
      return answer ?? NO_TOKENS;
    });
    requests.onRange(async ({ textDocument, range }, token) => {
      const answer = await session.answer(textDocument.uri, token, (view) => ({
        data: encoded(view, view.toSpan(range)),
      }));
      return answer ?? NO_TOKENS;
    });
    // Whom words mean may change with a registry; a client asks again by itself only where it was typed.
    onQuiet(session, QUIET_MS, () => {
      const open = new Set(session.openUris());
      for (const uri of given.keys()) if (!open.has(uri)) given.delete(uri);
      if (!session.client.can.refreshTokens) return;
      const isStale = [...given].some(([uri, { page, data }]) => {
        const view = session.view(uri);
        return view?.page === page && tokenEdits(data, encoded(view)).length > 0;
      });
      // A client that does not want to after all may say so.
      if (isStale) requests.refresh().catch(() => undefined);
    });
  },
};

/** Milliseconds without a change. */
const QUIET_MS = 400;

interface SentTokens {
  readonly resultId: string;
  readonly data: number[];
  readonly page: DocumentView['page'];
}

const NO_TOKENS: SemanticTokens = { data: [] };

function withoutPage({ resultId, data }: SentTokens): SemanticTokens {
  return { resultId, data };
}

/** As the protocol wants it: five numbers a token, its place counted from the token before. */
function encoded(view: DocumentView, within?: Span): number[] {
  const data: number[] = [];
  let line = 0;
  let character = 0;
  for (const token of tokensOf(view.workspace, view.page, within)) {
    const start = view.toPosition(token.span.start);
    const end = view.toPosition(token.span.end);
    const [type, modifiers] = tokenCode(LEGEND, view.complete ? token : withoutUnresolved(token));
    const isSameLine = start.line === line;
    data.push(start.line - line, isSameLine ? start.character - character : start.character);
    data.push(end.character - start.character, type, modifiers);
    line = start.line;
    character = start.character;
  }
  return data;
}

/** Before all files are read, nothing is known to be missing. */
function withoutUnresolved<T extends { readonly modifiers: readonly string[] }>(token: T): T {
  return { ...token, modifiers: token.modifiers.filter((modifier) => modifier !== 'unresolved') };
}
