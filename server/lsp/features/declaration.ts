import { documentsBehind, findDefinitions } from '../../core/index.js';
import type { Feature } from '../feature.js';
import { toLocationLinks } from '../location-links.js';
import { answerWhenAllRead } from '../when-all-read.js';

/** What is declared here is defined here too: the same places as of the definition. */
export const declaration: Feature = {
  name: 'declaration',
  capability: () => ({ declarationProvider: true }),
  connect(connection, session) {
    const links = session.client.capabilities.textDocument?.declaration?.linkSupport === true;
    connection.onDeclaration(({ textDocument, position }, token) =>
      answerWhenAllRead(
        session,
        textDocument.uri,
        token,
        (view) => {
          const found = findDefinitions(view.workspace, view.page, view.toOffset(position));
          return toLocationLinks(view, found, links ? 'links' : 'locations');
        },
        (view) => documentsBehind(view.page, view.toOffset(position)),
      ),
    );
  },
};
