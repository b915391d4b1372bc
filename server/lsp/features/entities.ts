import {
  commitmentIndex,
  entityGroups,
  entityOf,
  entityRow,
  groupBy,
  listEntities,
  mentionStamp,
  placeOfEntity,
} from '../../core/index.js';
import type { Feature } from '../feature.js';
import { readListParams } from '../list-params.js';
import { watchList } from '../list-watch.js';
import { prepareLists } from '../prepare-lists.js';
import {
  type EntitiesParams,
  type EntityItem,
  type EntityListParams,
  type ListedEntity,
  type ListPage,
  REQUESTS,
} from '../protocol.js';
import { fieldsOf } from '../suggestion-params.js';
import type { WorkspaceView } from '../workspace-view.js';

const DEFAULT_LIMIT = 1000;

/** Who and what the workspaces define: the best for a query, or all by kind and page by page. */
export const entities: Feature = {
  name: 'entities',
  capability: () => ({}),
  connect(connection, session) {
    const watch = watchList(
      { connection, session },
      { list: 'entities' },
      stampsOf,
      (views) => (params: Params) => shownOf(pageOf(views, params)),
    );
    connection.onRequest<Answer, void>(REQUESTS.entities, async (sent: unknown, token) => {
      const { uri, by } = fieldsOf(sent);
      if (typeof uri === 'string' && by === undefined)
        return (await session.answer(uri, token, (view) => found([view], readQuery(sent)))) ?? [];
      const params = readParams(sent);
      if (params !== undefined) await prepareLists(session, { isSearched: false }, token);
      return session.answerForAllWorkspaces(token, (views): Answer => {
        if (params === undefined) return found(views, readQuery(sent));
        const page = pageOf(views, params);
        if (params.item === undefined) watch.given(params, shownOf(page));
        const { ids, ...shown } = page;
        return { revision: watch.revision(views), ...shown, items: ids.flatMap(itemOf) };
      });
    });
  },
};

function readQuery(sent: unknown): EntitiesParams {
  return (sent ?? {}) as EntitiesParams;
}

type Answer = readonly EntityItem[] | ListPage<ListedEntity>;

function found(
  views: readonly WorkspaceView[],
  { query = '', limit = DEFAULT_LIMIT }: EntitiesParams,
): readonly EntityItem[] {
  const all = views.flatMap((view) =>
    listEntities(view.workspace, query, limit).flatMap(({ place, score, ...entity }) => {
      const location = view.toLocation(place);
      return location === undefined ? [] : [{ score, item: { ...entity, location } }];
    }),
  );
  const best = all.sort((a, b) => b.score - a.score).slice(0, limit);
  return best.map(({ item }) => item);
}

type Params = EntityListParams & { readonly offset: number; readonly limit: number };

function readParams(sent: unknown): Params | undefined {
  const { by, item, beside } = fieldsOf(sent);
  if (by !== 'kind') return undefined;
  return {
    ...readListParams(sent),
    ...(typeof item === 'string' ? { item } : {}),
    ...(typeof beside === 'string' ? { beside } : {}),
    by,
  };
}

interface IdIn {
  readonly view: WorkspaceView;
  readonly id: string;
}

interface EntityPage extends Pick<ListPage<ListedEntity>, 'total' | 'overdue' | 'groups'> {
  readonly ids: readonly IdIn[];
}

function pageOf(all: readonly WorkspaceView[], params: Params): EntityPage {
  const { query = '', group, item, beside, offset, limit } = params;
  const views = all.filter(
    ({ workspace }) => beside === undefined || entityOf(workspace, beside) !== undefined,
  );
  const page = { total: 0, overdue: 0, groups: [], ids: [] };
  if (item !== undefined) {
    const ids = views.map((view) => ({ view, id: item }));
    return { ...page, ids: ids.filter(({ view, id }) => entityOf(view.workspace, id)) };
  }
  const parts = views.flatMap((view) =>
    entityGroups(view.workspace, query).map((each) => ({ view, group: each })),
  );
  if (group === undefined) {
    const groups = [...groupBy(parts, (part) => part.group.key).values()].map((held) => {
      const { key = '', title = '', icon = '' } = held[0]?.group ?? {};
      const count = held.reduce((sum, part) => sum + part.group.ids.length, 0);
      return { key, title, icon, count, overdue: 0 };
    });
    return { ...page, total: groups.length, groups: groups.slice(offset, offset + limit) };
  }
  const lists = parts.filter((part) => part.group.key === group);
  const ids = lists.flatMap(({ view, group: { ids: held } }) =>
    held.slice(0, offset + limit).map((id) => ({ view, id })),
  );
  const total = lists.reduce((sum, part) => sum + part.group.ids.length, 0);
  return { ...page, total, ids: ids.slice(offset, offset + limit) };
}

function itemOf({ view, id }: IdIn): readonly ListedEntity[] {
  const place = placeOfEntity(view.workspace, id);
  const location = place && view.toLocation(place);
  return location === undefined ? [] : [{ ...entityRow(view.workspace, id), location }];
}

/** All that a person sees of a page. Places are asked for again when somebody goes there. */
function shownOf({ total, groups, ids }: EntityPage): unknown {
  return [total, groups, ids.map(({ view, id }) => entityRow(view.workspace, id))];
}

/** While these are the same, so is all that is shown. */
function stampsOf(views: readonly WorkspaceView[]): readonly unknown[] {
  return views.flatMap(({ workspace }) => [
    workspace.naming,
    commitmentIndex(workspace).rows,
    mentionStamp(workspace),
  ]);
}
