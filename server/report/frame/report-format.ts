import type { ChartView } from '../../core/index.js';
import type { ReportView } from './report-view.js';

/** What a report may be made of. Formats say which of it they hold, and a test counts it. */
export const REPORT_PARTS = [
  'briefs',
  'commitments',
  'deadlines',
  'history',
  'assessments',
  'entities',
  'mentions',
  'relations',
] as const;

export type ReportPart = (typeof REPORT_PARTS)[number];

/** One way to write a report. It writes one file, or several into a folder, or either. */
export interface ReportFormat {
  readonly name: string;
  /** Of its file, without the dot. */
  readonly extension: string;
  readonly summary: string;
  /** What it can draw, the first unless something else is asked for; nothing, if it draws nothing. */
  readonly views: readonly ChartView[];
  /** All of a view that it has, each piece of it. */
  readonly holds: readonly ReportPart[];
  /** Whether it is no text, and nothing for a terminal. */
  readonly isBinary?: true;
  /** What of this view is not in it, in words for a list after a colon: `2 commitments without a day`. */
  leavesOut(view: ReportView, asked: ReportAsked): readonly string[];
  write?(view: ReportView, asked: ReportAsked): ReportContent;
  /** Into a folder; what has an extension of the format is written as one file all the same. */
  files?(view: ReportView, asked: ReportAsked): Iterable<ReportFile>;
}

export type ReportContent = Iterable<string | Uint8Array>;

export interface ReportFile {
  /** A name in the folder, of ASCII letters, digits, `-`, `_` and `.`. */
  readonly name: string;
  readonly content: ReportContent;
}

export interface ReportAsked {
  /** What a format that draws is to draw. */
  readonly view: ChartView;
}
