import type { TypeHierarchyItem } from 'vscode-languageserver';
import { type HierarchyItem, prepareTypes, subtypes, supertypes } from '../../core/index.js';
import type { Feature } from '../feature.js';
import { keyOfItem, toHierarchyItem } from '../hierarchy.js';
import { answerWhenAllRead } from '../when-all-read.js';
import type { DocumentView } from '../workspace-view.js';

/** Wider and narrower topics, organizations and their parts, commitments and the larger ones. */
export const typeHierarchy: Feature = {
  name: 'typeHierarchy',
  capability: () => ({ typeHierarchyProvider: true }),
  connect(connection, session) {
    const { typeHierarchy: types } = connection.languages;
    types.onPrepare(({ textDocument, position }, token) =>
      answerWhenAllRead(session, textDocument.uri, token, (view) => {
        const items = prepareTypes(view.workspace, view.page, view.toOffset(position));
        return items.length === 0 ? undefined : toItems(view, items);
      }),
    );
    types.onSupertypes(({ item }, token) =>
      answerWhenAllRead(session, item.uri, token, (view) => {
        const key = keyOfItem(item);
        const found = key && supertypes(view.workspace, key);
        return found && toItems(view, found);
      }),
    );
    types.onSubtypes(({ item }, token) =>
      answerWhenAllRead(session, item.uri, token, (view) => {
        const key = keyOfItem(item);
        const found = key && subtypes(view.workspace, key);
        return found && toItems(view, found);
      }),
    );
  },
};

function toItems(view: DocumentView, items: readonly HierarchyItem[]): TypeHierarchyItem[] {
  return items.flatMap((item) => toHierarchyItem(view, item) ?? []);
}
