import { findDefinitions } from '../../core/index.js';
import { answerWhole } from '../answer-whole.js';
import type { Feature } from '../feature.js';
import { toLinks } from '../leading.js';

/** What is declared here is defined here too: the same places as of the definition. */
export const declaration: Feature = {
  name: 'declaration',
  capability: () => ({ declarationProvider: true }),
  connect(connection, session) {
    const links = session.client.capabilities.textDocument?.declaration?.linkSupport === true;
    connection.onDeclaration(({ textDocument, position }, token) =>
      answerWhole(session, textDocument.uri, token, (view) => {
        const found = findDefinitions(view.workspace, view.page, view.toOffset(position));
        return toLinks(view, found, links ? 'links' : 'locations');
      }),
    );
  },
};
