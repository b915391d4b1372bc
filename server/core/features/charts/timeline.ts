import { calendarOf, type Day, dayOf } from '../../dates/index.js';
import type { ChartRow } from './chart-row.js';

/** Deadlines on an axis of time, in lanes: those who must act, together where they must act together. */
export interface Timeline<Row extends ChartRow> {
  readonly lanes: readonly Lane<Row>[];
  /** From the first to the last day that is drawn, that of today included. */
  readonly first: Day;
  readonly last: Day;
  readonly ticks: readonly Tick[];
  /** Without a day. */
  readonly undated: readonly Row[];
}

export interface Lane<Row extends ChartRow> {
  /** Names; empty: nobody is named. */
  readonly title: string;
  /** The earliest deadline first. */
  readonly rows: readonly (Row & { readonly days: NonNullable<ChartRow['days']> })[];
}

/** A line across the axis, where a year, a quarter or a month begins. */
export interface Tick {
  readonly day: Day;
  readonly words: string;
}

/** Lanes are in the order of what comes first in `rows`. */
export function timelineOf<Row extends ChartRow>(rows: readonly Row[], today: Day): Timeline<Row> {
  const lanes = new Map<string, (Row & { days: NonNullable<ChartRow['days']> })[]>();
  const undated: Row[] = [];
  let [first, last] = [today, today];
  for (const row of rows) {
    const { days } = row;
    if (days === undefined) {
      undated.push(row);
      continue;
    }
    const title = row.by.join(', ');
    const lane = lanes.get(title) ?? [];
    lanes.set(title, lane);
    lane.push({ ...row, days });
    [first, last] = [Math.min(first, days[0]), Math.max(last, days[1])];
  }
  return {
    lanes: [...lanes].map(([title, held]) => ({
      title,
      rows: held.sort((a, b) => a.days[1] - b.days[1] || a.days[0] - b.days[0]),
    })),
    ...{ first, last, ticks: ticksOf(first, last), undated },
  };
}

/** More lines than this are no help. */
const MOST_TICKS = 12;
const DAYS_IN_MONTH = 30.4;
/** In months. */
const STEPS = [1, 3, 12, 24, 60, 120, 240, 600, 1200, 6000, 12_000] as const;

/** Where months, quarters or years begin between two days, as many as can be read. */
export function ticksOf(first: Day, last: Day): readonly Tick[] {
  const months = (last - first) / DAYS_IN_MONTH;
  const step = STEPS.find((each) => months / each <= MOST_TICKS) ?? 12_000;
  const { year, month } = calendarOf(first);
  const start = Math.ceil((year * 12 + month - 1) / step) * step;
  const ticks: Tick[] = [];
  for (let at = start; ticks.length <= MOST_TICKS + 1; at += step) {
    const [tickYear, tickMonth] = [Math.floor(at / 12), (at % 12) + 1];
    const day = dayOf(tickYear, tickMonth, 1);
    if (day > last) break;
    if (day < first) continue;
    const words = step >= 12 ? String(tickYear) : `${NAMES[tickMonth - 1]} ${tickYear}`;
    ticks.push({ day, words });
  }
  return ticks;
}

const NAMES = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
