import type { Feature } from '../feature.js';
import { definitionsAt } from './definition.js';

/** What is declared here is defined here too: the same places as of the definition. */
export const declaration: Feature = {
  name: 'declaration',
  capability: () => ({ declarationProvider: true }),
  connect(connection, session) {
    const links = session.client.capabilities.textDocument?.declaration?.linkSupport === true;
    connection.onDeclaration(definitionsAt(session, links ? 'links' : 'locations'));
  },
};
