import { findTypeDefinitions } from '../../core/index.js';
import type { Feature } from '../feature.js';
import { toLocationLinks } from '../location-links.js';
import { answerWhenAllRead } from '../when-all-read.js';

/** What a thing belongs to: a commitment's agreement, an office's holder. */
export const typeDefinition: Feature = {
  name: 'typeDefinition',
  capability: () => ({ typeDefinitionProvider: true }),
  connect(connection, session) {
    const links = session.client.capabilities.textDocument?.typeDefinition?.linkSupport === true;
    connection.onTypeDefinition(({ textDocument, position }, token) =>
      answerWhenAllRead(session, textDocument.uri, token, (view) => {
        const found = findTypeDefinitions(view.workspace, view.page, view.toOffset(position));
        return toLocationLinks(view, found, links ? 'links' : 'locations');
      }),
    );
  },
};
