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
import type { View } from '../session.js';
import { afterQuiet } from '../survey.js';

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
    const given = new Map<string, Given>();
    let count = 0;
    const give = (view: View): Given & SemanticTokens => {
      count += 1;
      const result = { resultId: String(count), data: encoded(view), page: view.page };
      given.set(view.uri, result);
      return result;
    };
    const { semanticTokens: requests } = connection.languages;
    requests.on(async ({ textDocument }, token) => {
      const answer = await session.answer(textDocument.uri, token, (view) => told(give(view)));
      return answer ?? NOTHING;
    });
    requests.onDelta(async ({ textDocument, previousResultId }, token) => {
      const answer = await session.answer(textDocument.uri, token, (view) => {
        const before = given.get(view.uri);
        const after = give(view);
        if (before?.resultId !== previousResultId) return told(after);
        return { resultId: after.resultId, edits: tokenEdits(before.data, after.data) };
      });
      return answer ?? NOTHING;
    });
    requests.onRange(async ({ textDocument, range }, token) => {
      const answer = await session.answer(textDocument.uri, token, (view) => ({
        data: encoded(view, view.toSpan(range)),
      }));
      return answer ?? NOTHING;
    });
    // Whom words mean may change with a registry; a client asks again by itself only where it was typed.
    afterQuiet(session, QUIET, () => {
      const open = new Set(session.open());
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
const QUIET = 400;

interface Given {
  readonly resultId: string;
  readonly data: number[];
  readonly page: View['page'];
}

const NOTHING: SemanticTokens = { data: [] };

function told({ resultId, data }: Given): SemanticTokens {
  return { resultId, data };
}

/** As the protocol wants it: five numbers a token, its place counted from the token before. */
function encoded(view: View, within?: Span): number[] {
  const data: number[] = [];
  let line = 0;
  let character = 0;
  for (const token of tokensOf(view.workspace, view.page, within)) {
    const start = view.toPosition(token.span.start);
    const end = view.toPosition(token.span.end);
    const [type, modifiers] = tokenCode(LEGEND, view.complete ? token : certain(token));
    const isSameLine = start.line === line;
    data.push(start.line - line, isSameLine ? start.character - character : start.character);
    data.push(end.character - start.character, type, modifiers);
    line = start.line;
    character = start.character;
  }
  return data;
}

/** Before all files are read, nothing is known to be missing. */
function certain<T extends { readonly modifiers: readonly string[] }>(token: T): T {
  return { ...token, modifiers: token.modifiers.filter((modifier) => modifier !== 'unresolved') };
}
