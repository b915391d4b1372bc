import { findTypeDefinitions } from '../../core/index.js';
import { answerWhole } from '../answer-whole.js';
import type { Feature } from '../feature.js';
import { toLinks } from '../leading.js';

/** What a thing belongs to: a commitment's agreement, an office's holder. */
export const typeDefinition: Feature = {
  name: 'typeDefinition',
  capability: () => ({ typeDefinitionProvider: true }),
  connect(connection, session) {
    const links = session.client.capabilities.textDocument?.typeDefinition?.linkSupport === true;
    connection.onTypeDefinition(({ textDocument, position }, token) =>
      answerWhole(session, textDocument.uri, token, (view) => {
        const found = findTypeDefinitions(view.workspace, view.page, view.toOffset(position));
        return toLinks(view, found, links ? 'links' : 'locations');
      }),
    );
  },
};
