import type { Position, SemanticTokens } from 'vscode-languageserver';
import {
  type KeptTokens,
  KINDS,
  keptTokens,
  type PlacedTokens,
  placedTokens,
  type Span,
  shift,
  type Token,
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
      const kept = keptTokens(given.get(view.uri)?.kept, view.workspace, view.page);
      const result = {
        resultId: String(count),
        data: encodedWhole(view, kept),
        page: view.page,
        kept,
      };
      given.set(view.uri, result);
      return result;
    };
    const { semanticTokens: requests } = connection.languages;
    requests.on(async ({ textDocument }, token) => {
      const answer = await session.answer(textDocument.uri, token, (view) => asAnswer(give(view)));
      return answer ?? NO_TOKENS;
    });
    requests.onDelta(async ({ textDocument, previousResultId }, token) => {
      const answer = await session.answer(textDocument.uri, token, (view) => {
        const before = given.get(view.uri);
        const after = give(view);
        if (before?.resultId !== previousResultId) return asAnswer(after);
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
      const isStale = [...given].some(([uri, { page, data, kept }]) => {
        const view = session.view(uri);
        if (view?.page !== page) return false;
        const now = encodedWhole(view, keptTokens(kept, view.workspace, page));
        return tokenEdits(data, now).length > 0;
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
  /** Of a brief: its tokens by block. */
  readonly kept: KeptTokens | undefined;
}

const NO_TOKENS: SemanticTokens = { data: [] };

function asAnswer({ resultId, data }: SentTokens): SemanticTokens {
  return { resultId, data };
}

/** All tokens of a document; block by block where they are kept. */
function encodedWhole(view: DocumentView, kept: KeptTokens | undefined): number[] {
  if (kept === undefined) return encoded(view);
  const data: number[] = [];
  let last = { line: 0, character: 0 };
  for (const placed of placedTokens(kept)) {
    const base = view.toPosition(placed.at);
    const piece = base.character === 0 ? keptPiece(view, placed) : pieceOf(view, placed);
    const [lines = 0, character = 0, ...first] = piece.data.slice(0, TOKEN_SIZE);
    const by = base.line + lines - last.line;
    data.push(by, by === 0 ? character - last.character : character, ...first);
    for (let at = TOKEN_SIZE; at < piece.data.length; at += 1) data.push(piece.data[at] as number);
    last = { line: base.line + piece.last.line, character: piece.last.character };
  }
  return data;
}

/** How many numbers stand for a token. */
const TOKEN_SIZE = 5;

/** Encoded tokens that follow each other: the first counts from the line that they are counted from, and its beginning. */
interface Piece {
  readonly data: readonly number[];
  /** Where the last of them begins; its line counts from there too. */
  readonly last: Position;
}

/** By the tokens of a block; two of them, as before all files are read less is said. */
const pieces = new WeakMap<PlacedTokens['tokens'], { complete?: Piece; other?: Piece }>();

function keptPiece(view: DocumentView, placed: PlacedTokens): Piece {
  const kept = pieces.get(placed.tokens) ?? {};
  pieces.set(placed.tokens, kept);
  const name = view.complete ? 'complete' : 'other';
  kept[name] ??= pieceOf(view, placed);
  return kept[name];
}

function pieceOf(view: DocumentView, { at, tokens }: PlacedTokens): Piece {
  const moved = tokens.map((token) => ({ ...token, span: shift(token.span, at) }));
  return encodedFrom(view, moved, view.toPosition(at).line);
}

/** As the protocol wants it: five numbers a token, its place counted from the token before. */
function encoded(view: DocumentView, within?: Span): number[] {
  return encodedFrom(view, tokensOf(view.workspace, view.page, within), 0).data;
}

function encodedFrom(view: DocumentView, tokens: readonly Token[], from: number) {
  const data: number[] = [];
  let line = from;
  let character = 0;
  for (const token of tokens) {
    const start = view.toPosition(token.span.start);
    const end = view.toPosition(token.span.end);
    const [type, modifiers] = tokenCode(LEGEND, view.complete ? token : withoutUnresolved(token));
    const isSameLine = start.line === line;
    data.push(start.line - line, isSameLine ? start.character - character : start.character);
    data.push(end.character - start.character, type, modifiers);
    line = start.line;
    character = start.character;
  }
  return { data, last: { line: line - from, character } };
}

/** Before all files are read, nothing is known to be missing. */
function withoutUnresolved<T extends { readonly modifiers: readonly string[] }>(token: T): T {
  return { ...token, modifiers: token.modifiers.filter((modifier) => modifier !== 'unresolved') };
}
