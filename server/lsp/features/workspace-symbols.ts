import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver';
import { type FoundSymbol, findSymbols } from '../../core/index.js';
import type { Feature } from '../feature.js';
import { symbolKindOf } from '../kind-look.js';
import type { WorkspaceView } from '../workspace-view.js';

/** Entities, commitments and headings of all briefs by their words. */
export const workspaceSymbols: Feature = {
  name: 'workspace-symbols',
  capability: () => ({ workspaceSymbolProvider: true }),
  connect(connection, session) {
    connection.onWorkspaceSymbol(({ query }, token) =>
      session.answerForAllWorkspaces(token, (views) =>
        views
          .flatMap((view) =>
            findSymbols(view.workspace, query, MAX_SYMBOLS).map((found) => ({ view, found })),
          )
          .sort((a, b) => b.found.score - a.found.score)
          .slice(0, MAX_SYMBOLS)
          .flatMap(({ view, found }) => toSymbol(view, found, query)),
      ),
    );
  },
};

/** An editor asks again with each letter, so more would only be thrown away. */
const MAX_SYMBOLS = 256;

function toSymbol(view: WorkspaceView, found: FoundSymbol, query: string): WorkspaceSymbol[] {
  const location = view.toLocation({ page: found.page, span: found.selection });
  if (location === undefined) return [];
  const name = labelOf(found, query);
  const kind =
    found.type === 'heading' ? SymbolKind.String : symbolKindOf(view.workspace, found.kind);
  return [{ name, kind, location, containerName: containerOf(view, found) }];
}

/**
 * Editors hold the query against the label once more, letter by letter, and drop what does not fit. So
 * the words that were found are part of it: another name, an id, and a name as it is typed without accents.
 */
function labelOf({ name, matched }: FoundSymbol, query: string): string {
  const words = matched ?? name;
  const plain = words.normalize('NFKD').replace(/[\u0300-\u036f]/g, '');
  const typed = [...query.toLowerCase().replace(/[\s-]+/g, '')];
  const found = hasInOrder(words, typed) || !hasInOrder(plain, typed) ? matched : plain;
  return found === undefined ? name : `${name} (${found})`;
}

function hasInOrder(words: string, letters: readonly string[]): boolean {
  const lower = words.toLowerCase();
  let at = 0;
  for (const letter of letters) {
    const next = lower.indexOf(letter, at);
    if (next < 0) return false;
    at = next + letter.length;
  }
  return true;
}

/** `Person`; of what is in a brief, the brief's title. */
function containerOf({ workspace }: WorkspaceView, { type, kind, page }: FoundSymbol): string {
  if (type === 'entity') return workspace.vocabulary.kinds.get(kind)?.title ?? kind;
  const facts = workspace.pages.get(page)?.facts;
  return facts?.front.title?.text || facts?.headings[0]?.words || page;
}
