import { listEntities } from '../../core/index.js';
import type { Feature } from '../feature.js';
import { type EntitiesParams, type EntityItem, REQUESTS } from '../protocol.js';

const DEFAULT_LIMIT = 1000;

/** Who and what the workspaces define, for a person to pick from. */
export const entities: Feature = {
  name: 'entities',
  capability: () => ({}),
  connect(connection, session) {
    connection.onRequest(REQUESTS.entities, (params: EntitiesParams | undefined, token) =>
      session.answerForAllWorkspaces(token, (views): readonly EntityItem[] => {
        const { query = '', limit = DEFAULT_LIMIT } = params ?? {};
        const found = views.flatMap((view) =>
          listEntities(view.workspace, query, limit).flatMap(({ place, score, ...entity }) => {
            const location = view.toLocation(place);
            return location === undefined ? [] : [{ score, item: { ...entity, location } }];
          }),
        );
        const best = found.sort((a, b) => b.score - a.score).slice(0, limit);
        return best.map(({ item }) => item);
      }),
    );
  },
};
