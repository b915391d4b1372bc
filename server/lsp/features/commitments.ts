import type { CancellationToken } from 'vscode-languageserver';
import {
  COMMITMENT_GROUPINGS,
  type CommitmentGroup,
  type CommitmentGrouping,
  type CommitmentRow,
  commitmentGroups,
  commitmentGroupTitle,
  commitmentIndex,
  compareGroups,
  countOverdue,
  groupBy,
  iconOfId,
  listedCommitment,
} from '../../core/index.js';
import { commitmentItem } from '../commitment-item.js';
import type { Feature } from '../feature.js';
import { readListParams } from '../list-params.js';
import { watchList } from '../list-watch.js';
import { prepareLists } from '../prepare-lists.js';
import {
  type CommitmentItem,
  type CommitmentsParams,
  type ListGroup,
  type ListPage,
  REQUESTS,
} from '../protocol.js';
import { fieldsOf } from '../suggestion-params.js';
import type { WorkspaceView } from '../workspace-view.js';

/** All that was promised, the most urgent first: as one list, or in groups and page by page. */
export const commitments: Feature = {
  name: 'commitments',
  capability: () => ({}),
  connect(connection, session) {
    const watch = watchList(
      { connection, session },
      { list: 'commitments' },
      stampsOf,
      (views) => (params: Params) => shownOf(pageOf(views, params)),
    );
    // Without params the token comes first; some clients send null or an object for them.
    connection.onRequest<Answer, void>(
      REQUESTS.commitments,
      async (first: unknown, second?: CancellationToken) => {
        const token = second ?? (first as CancellationToken);
        const params = second === undefined ? undefined : readParams(first);
        await prepareLists(session, { isSearched: (params?.query ?? '') !== '' }, token);
        return session.answerForAllWorkspaces(token, (views): Answer => {
          if (params === undefined) return itemsOf(allRows(views));
          const revision = watch.revision(views);
          const { rows, ...shown } = pageOf(views, params);
          if (params.item === undefined) watch.given(params, shownOf({ rows, ...shown }));
          return { revision, ...shown, items: itemsOf(rows) };
        });
      },
    );
  },
};

type Answer = readonly CommitmentItem[] | ListPage<CommitmentItem>;

type Params = CommitmentsParams & { readonly offset: number; readonly limit: number };

/** `undefined`: all of them are wanted. */
function readParams(sent: unknown): Params | undefined {
  const { by, item } = fieldsOf(sent);
  const grouping = COMMITMENT_GROUPINGS.find((each) => each === by);
  if (grouping === undefined) return undefined;
  const one = typeof item === 'string' ? { item } : {};
  return { ...readListParams(sent), ...one, by: grouping };
}

/** A commitment, and the workspace that has it. */
interface RowIn {
  readonly view: WorkspaceView;
  readonly row: CommitmentRow;
}

interface RowPage extends Pick<ListPage<CommitmentItem>, 'total' | 'overdue' | 'groups'> {
  readonly rows: readonly RowIn[];
}

function pageOf(views: readonly WorkspaceView[], params: Params): RowPage {
  const { by, query = '', group, item, offset, limit } = params;
  const overdue = views.reduce((sum, { workspace }) => sum + countOverdue(workspace, query), 0);
  const page = { total: 0, overdue, groups: [], rows: [] };
  if (item !== undefined) return { ...page, rows: rowsAt(views, item) };
  const groups = groupsIn(views, by, query);
  if (group === undefined) {
    const shown = groups.slice(offset, offset + limit).map((each) => shownGroup(each, by));
    return { ...page, total: groups.length, groups: shown };
  }
  const found = groups.find((each) => isCalled(each, by, group));
  if (found === undefined) return page;
  return { ...page, total: found.rows.length, rows: slice(found, offset, limit) };
}

/** What a group of one key is in each workspace. */
interface JoinedGroup extends CommitmentGroup {
  readonly parts: readonly { readonly view: WorkspaceView; readonly group: CommitmentGroup }[];
}

function groupsIn(
  views: readonly WorkspaceView[],
  by: CommitmentGrouping,
  query: string,
): readonly JoinedGroup[] {
  const parts = views.flatMap((view) =>
    commitmentGroups(view.workspace, by, query).map((group) => ({ view, group })),
  );
  if (views.length === 1 || by === 'brief')
    return parts
      .map((part) => ({ ...part.group, parts: [part] }))
      .sort(views.length === 1 ? () => 0 : (a, b) => compareGroups(by, a, b));
  return [...groupBy(parts, ({ group }) => group.key)]
    .map(([key, held]) => ({
      key,
      parts: held,
      rows: held.flatMap(({ group }) => group.rows),
      overdue: held.reduce((sum, { group }) => sum + group.overdue, 0),
    }))
    .sort((a, b) => compareGroups(by, a, b));
}

/** A path is one of a workspace: to a client, a brief is called by its uri. */
function keyOf({ key, parts: [first] }: JoinedGroup, by: CommitmentGrouping): string {
  return by === 'brief' && first !== undefined ? first.view.toUri(key) : key;
}

function isCalled(group: JoinedGroup, by: CommitmentGrouping, key: string): boolean {
  if (by !== 'brief') return group.key === key;
  return group.parts[0]?.view.toPage(key) === group.key;
}

function shownGroup(joined: JoinedGroup, by: CommitmentGrouping): ListGroup {
  const { parts, rows, overdue } = joined;
  const [first] = parts;
  const key = keyOf(joined, by);
  const title =
    first === undefined ? key : commitmentGroupTitle(first.view.workspace, by, first.group);
  return { key, title, icon: iconOf(by, first), count: rows.length, overdue };
}

function iconOf(by: CommitmentGrouping, first: JoinedGroup['parts'][number] | undefined): string {
  if (first === undefined || first.group.key === '') return '';
  return by === 'party' || by === 'agreement'
    ? iconOfId(first.view.workspace, first.group.key)
    : '';
}

function slice({ parts }: JoinedGroup, offset: number, limit: number): readonly RowIn[] {
  const [only, ...others] = parts;
  if (only !== undefined && others.length === 0)
    return only.group.rows.slice(offset, offset + limit).map((row) => ({ view: only.view, row }));
  const all = pressing(parts.map(({ view, group }) => ({ view, rows: group.rows })));
  return all.slice(offset, offset + limit);
}

function allRows(views: readonly WorkspaceView[]): readonly RowIn[] {
  return pressing(views.map((view) => ({ view, rows: commitmentIndex(view.workspace).rows })));
}

function pressing(
  lists: readonly { readonly view: WorkspaceView; readonly rows: readonly CommitmentRow[] }[],
): readonly RowIn[] {
  const all = lists.flatMap(({ view, rows }) => rows.map((row) => ({ view, row })));
  return lists.length === 1 ? all : all.sort((a, b) => a.row.press - b.row.press);
}

function rowsAt(views: readonly WorkspaceView[], key: string): readonly RowIn[] {
  const at = key.lastIndexOf('#');
  return views.flatMap((view) => {
    const page = view.toPage(key.slice(0, at));
    const rows = page === undefined ? [] : commitmentIndex(view.workspace).byPage.get(page);
    const row = rows?.[Number(key.slice(at + 1))];
    return row === undefined ? [] : [{ view, row }];
  });
}

function itemsOf(rows: readonly RowIn[]): readonly CommitmentItem[] {
  return rows.flatMap(({ view, row }) => commitmentItem(view, row) ?? []);
}

/** All that a person sees of a page. Places are asked for again when somebody goes there. */
function shownOf({ total, overdue, groups, rows }: RowPage): unknown {
  const items = rows.map(({ view, row }) => [
    row.page,
    row.index,
    listedCommitment(view.workspace, row),
  ]);
  return [total, overdue, groups, items];
}

/** While these are the same, so is all that is shown. */
function stampsOf(views: readonly WorkspaceView[]): readonly unknown[] {
  return views.flatMap(({ workspace }) => [commitmentIndex(workspace).rows, workspace.naming]);
}
