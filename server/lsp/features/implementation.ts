import { findImplementations } from '../../core/index.js';
import { answerWhole } from '../answer-whole.js';
import type { Feature } from '../feature.js';
import { toLinks } from '../leading.js';

/** What became of a thing: a commitment's updates, the promises under an agreement. */
export const implementation: Feature = {
  name: 'implementation',
  capability: () => ({ implementationProvider: true }),
  connect(connection, session) {
    const links = session.client.capabilities.textDocument?.implementation?.linkSupport === true;
    connection.onImplementation(({ textDocument, position }, token) =>
      answerWhole(session, textDocument.uri, token, (view) => {
        const found = findImplementations(view.workspace, view.page, view.toOffset(position));
        return toLinks(view, found, links ? 'links' : 'locations');
      }),
    );
  },
};
