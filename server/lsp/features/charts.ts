import {
  CHART_VIEWS,
  type ChartRow,
  chartRow,
  commitmentIndex,
  commitmentsFound,
  type Day,
  formatDay,
  mermaidOf,
  timelineOf,
  whoOwesWhom,
} from '../../core/index.js';
import { commitmentItem } from '../commitment-item.js';
import type { Feature } from '../feature.js';
import { watchList } from '../list-watch.js';
import {
  type Diagram,
  type Overview,
  type OverviewParams,
  type OverviewRow,
  REQUESTS,
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
    connection.onRequest<Overview, void>(REQUESTS.overview, (sent: unknown, token) =>
      session.answerForAllWorkspaces(token, (views) => {
        const params = readParams(sent);
        const overview = overviewOf(views, params);
        watch.forget();
        watch.given(params, shownOf(overview));
        watch.revision(views);
        return overview;
      }),
    );
    connection.onRequest<Diagram, void>(REQUESTS.diagram, (sent: unknown, token) =>
      session.answerForAllWorkspaces(token, (views) => {
        const { view: asked } = fieldsOf(sent);
        const view = CHART_VIEWS.find((each) => each === asked) ?? 'timeline';
        const rows = chartRows(views, readParams(sent)).map(({ row }) => row);
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

interface RowIn {
  readonly view: WorkspaceView;
  readonly press: number;
  readonly index: ReturnType<typeof commitmentIndex>['rows'][number];
  readonly row: ChartRow;
}

function chartRows(
  views: readonly WorkspaceView[],
  { query = '', pair }: OverviewParams,
): readonly RowIn[] {
  const all = views.flatMap((view) =>
    commitmentsFound(view.workspace, query).map((index): RowIn => {
      return { view, index, press: index.press, row: chartRow(view.workspace, index) };
    }),
  );
  const found =
    pair === undefined
      ? all
      : all.filter(({ row }) => row.pairs.some(({ by, to }) => by === pair.by && to === pair.to));
  return views.length === 1 ? found : [...found].sort((a, b) => a.press - b.press);
}

function todayOf(views: readonly WorkspaceView[]): Day {
  return Math.max(0, ...views.map(({ workspace }) => workspace.today));
}

function overviewOf(views: readonly WorkspaceView[], params: OverviewParams): Overview {
  const all = chartRows(views, params);
  const today = todayOf(views);
  const shown = all.slice(0, MOST_ROWS).flatMap((each) => {
    const item = commitmentItem(each.view, each.index);
    return item === undefined ? [] : [{ ...each.row, item }];
  });
  const { lanes, first, last, ticks, undated } = timelineOf(shown, today);
  const length = Math.max(1, last - first + 1);
  const at = (day: Day): number => (day - first) / length;
  const rowOf = ({ item, standing, days }: (typeof shown)[number]): OverviewRow => ({
    ...item,
    standing,
    ...(days && { from: at(days[0]), until: at(days[1] + 1) }),
  });
  const { by, to, cells } = whoOwesWhom(all.map(({ row }) => row));
  const [debtors, creditors] = [by.slice(0, MOST_PARTIES), to.slice(0, MOST_PARTIES)];
  return {
    today: formatDay(today),
    todayAt: at(today),
    total: all.length,
    left: all.length - shown.length,
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

/** All that a person sees of it. Places are asked for again when somebody goes there. */
function shownOf(overview: Overview): unknown {
  const seen = ({ location, ...row }: OverviewRow): unknown => row;
  return {
    ...overview,
    lanes: overview.lanes.map(({ title, rows }) => [title, rows.map(seen)]),
    undated: overview.undated.map(seen),
  };
}
