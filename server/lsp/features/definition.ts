import type {
  CancellationToken,
  Location,
  LocationLink,
  TextDocumentPositionParams,
} from 'vscode-languageserver';
import { documentsBehind, findDefinitions } from '../../core/index.js';
import type { Feature } from '../feature.js';
import { toLocationLinks } from '../location-links.js';
import type { Session } from '../session.js';
import { answerWhenAllRead } from '../when-all-read.js';

/** Where what is meant is defined; of an ambiguous name, every place that could be meant. */
export const definition: Feature = {
  name: 'definition',
  capability: () => ({ definitionProvider: true }),
  connect(connection, session) {
    const links = session.client.capabilities.textDocument?.definition?.linkSupport === true;
    connection.onDefinition(definitionsAt(session, links ? 'links' : 'locations'));
  },
};

/** Answers where what stands at a position is defined. */
export function definitionsAt(
  session: Session,
  form: 'links' | 'locations',
): (
  at: TextDocumentPositionParams,
  token: CancellationToken,
) => Promise<LocationLink[] | Location[] | null> {
  return ({ textDocument, position }: TextDocumentPositionParams, token: CancellationToken) =>
    answerWhenAllRead(
      session,
      textDocument.uri,
      token,
      (view) => {
        const found = findDefinitions(view.workspace, view.page, view.toOffset(position));
        return toLocationLinks(view, found, form);
      },
      (view) => documentsBehind(view.page, view.toOffset(position)),
    );
}
