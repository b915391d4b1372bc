import type { Location } from 'vscode-languageserver';
import { definitionsOf, lensText } from '../../core/index.js';
import type { Feature } from '../feature.js';
import { REQUESTS } from '../protocol.js';
import { fieldsOf } from '../suggestion-params.js';

/** Where something is mentioned: as many places as lists, hovers and lenses count. */
export const mentionPlaces: Feature = {
  name: 'mentionPlaces',
  capability: () => ({}),
  connect(connection, session) {
    connection.onRequest<readonly Location[], void>(
      REQUESTS.mentionPlaces,
      (sent: unknown, token) =>
        session.answerForAllWorkspaces(token, (views) => {
          const { id } = fieldsOf(sent);
          if (typeof id !== 'string') return [];
          const view = views.find(({ workspace }) => definitionsOf(workspace, id).length > 0);
          const places = view && lensText(view.workspace, id, 'mentions')?.places();
          return places?.flatMap((place) => view?.toLocation(place) ?? []) ?? [];
        }),
    );
  },
};
