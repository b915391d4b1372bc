import type { ChartRow, ChartView, Day } from '../../core/index.js';

/** One way to write a report of commitments. */
export interface ReportFormat {
  readonly name: string;
  readonly summary: string;
  /** What it can draw, the first unless something else is asked for; nothing, if it draws nothing. */
  readonly views: readonly ChartView[];
  write(rows: readonly ChartRow[], asked: ReportAsked): Iterable<string>;
}

export interface ReportAsked {
  readonly view: ChartView;
  readonly today: Day;
}
