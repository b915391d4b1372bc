import type { SuggestionGroup, SuggestionItem } from '../../server/lsp/protocol.js';

/** A row of the tree of suggestions. */
export type SuggestionNode =
  | (Row & { readonly type: 'section'; readonly section: SuggestionGroup['section'] })
  | (Row & { readonly type: 'group'; readonly group: SuggestionGroup })
  | (Row & {
      readonly type: 'item';
      readonly group: SuggestionGroup;
      readonly item: SuggestionItem;
    });

interface Row {
  readonly parent: SuggestionNode | undefined;
  readonly children: SuggestionNode[];
}

/** The suggestions of a row and of those below it. */
export function itemsOf(node: SuggestionNode): readonly SuggestionItem[] {
  return node.type === 'item' ? [node.item] : node.children.flatMap(itemsOf);
}

export function isSuggestionNode(value: unknown): value is SuggestionNode {
  const { type } = (value ?? {}) as { readonly type?: unknown };
  return type === 'section' || type === 'group' || type === 'item';
}
