import { CompletionItemKind, SymbolKind } from 'vscode-languageserver';
import type { Workspace } from '../core/index.js';

/**
 * How the protocol shows a kind of thing. Its kinds are those of programs: the object of a kind says by
 * name which of their pictures comes near.
 */
export function symbolKindOf({ vocabulary }: Workspace, kind: string): SymbolKind {
  return named(SymbolKind, vocabulary.kinds.get(kind)?.look.symbol) ?? SymbolKind.Object;
}

export function completionKindOf({ vocabulary }: Workspace, kind: string): CompletionItemKind {
  const name = vocabulary.kinds.get(kind)?.look.completion;
  return named(CompletionItemKind, name) ?? CompletionItemKind.Variable;
}

function named<T>(all: Readonly<Record<string, T>>, name: string | undefined): T | undefined {
  return name !== undefined && Object.hasOwn(all, name) ? all[name] : undefined;
}
