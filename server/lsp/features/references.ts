import { documentsReferringTo, findReferences } from '../../core/index.js';
import type { Feature } from '../feature.js';
import { toLocations } from '../location-links.js';
import { answerWhenAllRead } from '../when-all-read.js';

/** Every mention of what is meant, by name or by id, and every place that points at it. */
export const references: Feature = {
  name: 'references',
  capability: () => ({ referencesProvider: true }),
  connect(connection, session) {
    connection.onReferences(({ textDocument, position, context }, token) =>
      answerWhenAllRead(
        session,
        textDocument.uri,
        token,
        (view) => {
          const declaration = context.includeDeclaration ? 'with' : 'without';
          const offset = view.toOffset(position);
          const found = findReferences(view.workspace, view.page, offset, declaration);
          return found && toLocations(view, found);
        },
        (view) => documentsReferringTo(view.workspace, view.page, view.toOffset(position)),
      ),
    );
  },
};
