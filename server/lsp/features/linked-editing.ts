import { ID_PATTERN, linkedIds } from '../../core/index.js';
import type { Feature } from '../feature.js';

/** Types an id at all its places in the document at once. */
export const linkedEditing: Feature = {
  name: 'linked-editing',
  capability: () => ({ linkedEditingRangeProvider: true }),
  connect(connection, session) {
    connection.languages.onLinkedEditingRange(({ textDocument, position }, token) =>
      session.answer(textDocument.uri, token, (view) => {
        const spans = linkedIds(view.workspace, view.page, view.toOffset(position));
        return spans && { ranges: spans.map(view.toRange), wordPattern: ID_PATTERN };
      }),
    );
  },
};
