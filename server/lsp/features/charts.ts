import {
  CHART_VIEWS,
  type CommitmentRow,
  chartRow,
  commitmentIndex,
  commitmentsFound,
  type Day,
  formatDay,
  mermaidOf,
  type OwingMatrix,
  owingPairs,
  standingOf,
  timelineOf,
  whoOwesWhom,
  whoOwesWhomIn,
} from '../../core/index.js';
import { commitmentItem } from '../commitment-item.js';
import type { Feature } from '../feature.js';
import { watchList } from '../list-watch.js';
import { prepareLists } from '../prepare-lists.js';
import {
  type Diagram,
  type Overview,
  type OverviewParams,
  type OverviewRow,
  REQUESTS,
  type SentOverview,
} from '../protocol.js';
import { fieldsOf } from '../suggestion-params.js';
import type { WorkspaceView } from '../workspace-view.js';

/** Commitments as charts: deadlines in time, and who owes whom. */
export const charts: Feature = {
  name: 'charts',
  capability: () => ({}),
  connect(connection, session) {
    const watch = watchList(
      { connection, session },
      { list: 'overview' },
      (views) =>
        views.flatMap(({ workspace }) => [commitmentIndex(workspace).rows, workspace.naming]),
      (views) => (params: OverviewParams) => shownOf(overviewOf(views, params)),
    );
    let given: GivenRows = { revision: 0, words: new Map() };
    connection.onRequest<SentOverview, void>(REQUESTS.overview, async (sent: unknown, token) => {
      const params = readParams(sent);
      const { known } = fieldsOf(sent);
      await prepareLists(session, { isSearched: params.query !== '' }, token);
      return session.answerForAllWorkspaces(token, (views) => {
        const overview = overviewOf(views, params);
        watch.forget();
        watch.given(params, shownOf(overview));
        watch.revision(views);
        const before = known === given.revision ? given.words : undefined;
        given = { revision: given.revision + 1, words: wordsOfRows(overview) };
        return { revision: given.revision, ...withoutKnown(overview, given.words, before) };
      });
    });
    connection.onRequest<Diagram, void>(REQUESTS.diagram, (sent: unknown, token) =>
      session.answerForAllWorkspaces(token, (views) => {
        const { view: asked } = fieldsOf(sent);
        const view = CHART_VIEWS.find((each) => each === asked) ?? 'timeline';
        const rows = firstOf(rowsFound(views, readParams(sent)), Number.POSITIVE_INFINITY).map(
          ({ view: { workspace }, row }) => chartRow(workspace, row),
        );
        return { text: mermaidOf(rows, view, todayOf(views)) };
      }),
    );
  },
};

function readParams(sent: unknown): OverviewParams {
  const { query, pair } = fieldsOf(sent);
  const { by, to } = fieldsOf(pair);
  return {
    query: typeof query === 'string' ? query : '',
    ...(typeof by === 'string' && typeof to === 'string' ? { pair: { by, to } } : {}),
  };
}

/** More than this is no picture. The most pressing are drawn. */
const MOST_ROWS = 400;
const MOST_PARTIES = 25;

interface RowsIn {
  readonly view: WorkspaceView;
  readonly rows: readonly CommitmentRow[];
}

interface RowIn {
  readonly view: WorkspaceView;
  readonly row: CommitmentRow;
}

/** The most pressing first. */
function rowsFound(
  views: readonly WorkspaceView[],
  { query = '', pair }: OverviewParams,
): readonly RowsIn[] {
  return views.map((view) => {
    const { workspace } = view;
    const found = commitmentsFound(workspace, query);
    const isOfPair = (row: CommitmentRow): boolean =>
      owingPairs(workspace, row).some(({ by, to }) => by === pair?.by && to === pair.to);
    return { view, rows: pair === undefined ? found : found.filter(isOfPair) };
  });
}

function firstOf(lists: readonly RowsIn[], most: number): readonly RowIn[] {
  const all = lists.flatMap(({ view, rows }) => rows.slice(0, most).map((row) => ({ view, row })));
  return lists.length === 1 ? all : all.sort((a, b) => a.row.press - b.row.press).slice(0, most);
}

function todayOf(views: readonly WorkspaceView[]): Day {
  return Math.max(0, ...views.map(({ workspace }) => workspace.today));
}

function overviewOf(views: readonly WorkspaceView[], params: OverviewParams): Overview {
  const lists = rowsFound(views, params);
  const total = lists.reduce((sum, { rows }) => sum + rows.length, 0);
  const today = todayOf(views);
  const shown = firstOf(lists, MOST_ROWS).flatMap(({ view, row }) => {
    const item = commitmentItem(view, row);
    return item === undefined ? [] : [{ ...chartRow(view.workspace, row), item }];
  });
  const { lanes, first, last, ticks, undated } = timelineOf(shown, today);
  const length = Math.max(1, last - first + 1);
  const at = (day: Day): number => (day - first) / length;
  const rowOf = ({ item, standing, days }: (typeof shown)[number]): OverviewRow => ({
    ...item,
    standing,
    ...(days && { from: at(days[0]), until: at(days[1] + 1) }),
  });
  const { by, to, cells } = matrixOf(views, params, lists);
  const [debtors, creditors] = [by.slice(0, MOST_PARTIES), to.slice(0, MOST_PARTIES)];
  return {
    today: formatDay(today),
    todayAt: at(today),
    total,
    left: total - shown.length,
    lanes: lanes.map(({ title, rows }) => ({ title, rows: rows.map(rowOf) })),
    undated: undated.map(rowOf),
    ticks: ticks.map(({ day, words }) => ({ at: at(day), words })),
    matrix: {
      by: debtors,
      to: creditors,
      cells: cells.filter((cell) => debtors.includes(cell.by) && creditors.includes(cell.to)),
    },
  };
}

function matrixOf(
  views: readonly WorkspaceView[],
  { query, pair }: OverviewParams,
  lists: readonly RowsIn[],
): OwingMatrix {
  if (query === '' && pair === undefined)
    return whoOwesWhomIn(views.map(({ workspace }) => workspace));
  const owing = lists.flatMap(({ view: { workspace }, rows }) =>
    rows.map((row) => ({ pairs: owingPairs(workspace, row), standing: standingOf(row) })),
  );
  return whoOwesWhom(owing);
}

/** What a client was sent last: all that it knows of each row, by key. */
interface GivenRows {
  readonly revision: number;
  readonly words: ReadonlyMap<string, string>;
}

function wordsOfRows({ lanes, undated }: Overview): GivenRows['words'] {
  const rows = [...lanes.flatMap((lane) => lane.rows), ...undated];
  return new Map(rows.map((row) => [row.key, JSON.stringify(seenOfRow(row))]));
}

function withoutKnown(
  { lanes, undated, ...rest }: Overview,
  words: GivenRows['words'],
  before: GivenRows['words'] = new Map(),
): Overview<OverviewRow | string> {
  const sent = (row: OverviewRow): OverviewRow | string =>
    before.get(row.key) === words.get(row.key) ? row.key : row;
  return {
    ...rest,
    lanes: lanes.map(({ title, rows }) => ({ title, rows: rows.map(sent) })),
    undated: undated.map(sent),
  };
}

/** All that a person sees of it. Places are asked for again when somebody goes there. */
function shownOf(overview: Overview): unknown {
  return {
    ...overview,
    lanes: overview.lanes.map(({ title, rows }) => [title, rows.map(seenOfRow)]),
    undated: overview.undated.map(seenOfRow),
  };
}

function seenOfRow({ location, ...row }: OverviewRow): unknown {
  return row;
}
