import { SymbolKind } from 'vscode-languageserver';

/**
 * Editors know the symbols of programs only. Each kind has the one whose icon comes nearest, and no two
 * share one; a workspace's own kinds are objects.
 */
const SYMBOLS: Readonly<Record<string, SymbolKind>> = {
  person: SymbolKind.Class,
  org: SymbolKind.Module,
  office: SymbolKind.Interface,
  place: SymbolKind.Namespace,
  agreement: SymbolKind.Struct,
  event: SymbolKind.Event,
  topic: SymbolKind.Enum,
  source: SymbolKind.File,
  date: SymbolKind.Constant,
  commitment: SymbolKind.Function,
  update: SymbolKind.Property,
};

export function symbolKindOf(kind: string): SymbolKind {
  return SYMBOLS[kind] ?? SymbolKind.Object;
}
