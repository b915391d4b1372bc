import { findImplementations } from '../../core/index.js';
import type { Feature } from '../feature.js';
import { toLocationLinks } from '../location-links.js';
import { answerWhenAllRead } from '../when-all-read.js';

/** What became of a thing: a commitment's updates, the promises under an agreement. */
export const implementation: Feature = {
  name: 'implementation',
  capability: () => ({ implementationProvider: true }),
  connect(connection, session) {
    const links = session.client.capabilities.textDocument?.implementation?.linkSupport === true;
    connection.onImplementation(({ textDocument, position }, token) =>
      answerWhenAllRead(session, textDocument.uri, token, (view) => {
        const found = findImplementations(view.workspace, view.page, view.toOffset(position));
        return toLocationLinks(view, found, links ? 'links' : 'locations');
      }),
    );
  },
};
