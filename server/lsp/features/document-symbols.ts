import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import { type KeptOutline, keptOutline, type OutlineItem, outline } from '../../core/index.js';
import { outlineHeadings } from '../editor-settings.js';
import type { Feature } from '../feature.js';
import { symbolKindOf } from '../kind-look.js';
import type { DocumentView } from '../workspace-view.js';

/** The outline of a document. */
export const documentSymbols: Feature = {
  name: 'document-symbols',
  capability: () => ({ documentSymbolProvider: { label: 'Rapporteur' } }),
  connect(connection, session) {
    const isTree = session.client.can.hierarchicalSymbols;
    /** By uri, of each open document that was asked about. */
    const kept = new Map<string, KeptOutline>();
    const tagsOf = ({ uri, workspace, page }: DocumentView): KeptOutline | undefined => {
      const known = keptOutline(kept.get(uri), workspace, page);
      const open = new Set(session.openUris());
      for (const other of kept.keys()) if (!open.has(other)) kept.delete(other);
      if (known !== undefined && open.has(uri)) kept.set(uri, known);
      return known;
    };
    connection.onDocumentSymbol(({ textDocument }, token) =>
      session.answer<DocumentSymbol[] | SymbolInformation[]>(textDocument.uri, token, (view) => {
        const headings = session.settings().get(outlineHeadings);
        const { workspace, page } = view;
        const items = outline(workspace, page, headings ? 'listed' : 'left out', tagsOf(view));
        const spoken = session.client.options.spokenKinds === true;
        const nameOf: NameOf = spoken ? (item) => spokenName(view, item) : ({ name }) => name;
        return isTree ? items.map((item) => toTree(view, item, nameOf)) : flat(view, items, nameOf);
      }),
    );
  },
};

type NameOf = (item: OutlineItem) => string;

/** With the word for what it is: *India, place*. */
function spokenName({ workspace }: DocumentView, { name, type, kind }: OutlineItem): string {
  const isThing = type !== 'heading' && type !== 'kind';
  const title = !isThing ? undefined : workspace.vocabulary.kinds.get(kind)?.title;
  return title === undefined ? name : `${name}, ${title.toLowerCase()}`;
}

function toTree(view: DocumentView, item: OutlineItem, nameOf: NameOf): DocumentSymbol {
  const { detail, span, selection, children } = item;
  return {
    name: nameOf(item),
    ...(detail === '' ? {} : { detail }),
    kind: kindOf(view, item),
    range: view.toRange(span),
    selectionRange: view.toRange(selection),
    children: children.map((child) => toTree(view, child, nameOf)),
  };
}

/** For clients that know no tree: each with the name of what holds it. */
function flat(
  view: DocumentView,
  items: readonly OutlineItem[],
  nameOf: NameOf,
  container?: string,
): SymbolInformation[] {
  return items.flatMap((item) => [
    {
      name: nameOf(item),
      kind: kindOf(view, item),
      location: { uri: view.uri, range: view.toRange(item.span) },
      ...(container === undefined ? {} : { containerName: container }),
    },
    ...flat(view, item.children, nameOf, item.name),
  ]);
}

function kindOf({ workspace }: DocumentView, { type, kind }: OutlineItem): SymbolKind {
  if (type === 'heading') return SymbolKind.String;
  return type === 'kind' ? SymbolKind.Enum : symbolKindOf(workspace, kind);
}
