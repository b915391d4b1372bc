import { type CallHierarchyItem, SymbolTag, type TypeHierarchyItem } from 'vscode-languageserver';
import type { HierarchyItem, ItemKey } from '../core/index.js';
import { symbolKindOf } from './kind-look.js';
import type { WorkspaceView } from './workspace-view.js';

/** An item of a call or a type hierarchy; `undefined` when its page is gone. */
export function toHierarchyItem(
  view: WorkspaceView,
  item: HierarchyItem,
): (CallHierarchyItem & TypeHierarchyItem) | undefined {
  const { name, detail, kind, page, span, focus, over, key } = item;
  const whole = view.toLocation({ page, span });
  if (whole === undefined) return undefined;
  return {
    name,
    detail,
    kind: symbolKindOf(view.workspace, kind),
    // Struck through in a list: nothing more is to come of it.
    ...(over ? { tags: [SymbolTag.Deprecated] } : {}),
    uri: whole.uri,
    range: whole.range,
    selectionRange: view.converterOf(page).toRange(focus),
    data: key,
  };
}

/** What an item that comes back is asked about by; a client may send anything. */
export function keyOfItem({ data }: { readonly data?: unknown }): ItemKey | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { id, page, start } = data as Readonly<Record<string, unknown>>;
  if (typeof id === 'string') return { id };
  return typeof page === 'string' && typeof start === 'number' ? { page, start } : undefined;
}
