import { documentsBehind, findDefinitions } from '../../core/index.js';
import type { Feature } from '../feature.js';
import { toLocationLinks } from '../location-links.js';
import { answerWhenAllRead } from '../when-all-read.js';

/** Where what is meant is defined; of an ambiguous name, every place that could be meant. */
export const definition: Feature = {
  name: 'definition',
  capability: () => ({ definitionProvider: true }),
  connect(connection, session) {
    const links = session.client.capabilities.textDocument?.definition?.linkSupport === true;
    connection.onDefinition(({ textDocument, position }, token) =>
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
