import { type Day, parseEdtf } from '../../core/index.js';
import type { ReportView } from '../frame/report-view.js';

/** What a report says of one sort of things, a row each, for all formats that are tables. */
export interface Table {
  /** In ASCII letters: `commitments`. */
  readonly name: string;
  readonly columns: readonly Column[];
  /** Cells in the order of the columns. */
  rows(view: ReportView): Iterable<readonly Cell[]>;
}

/**
 * `text` and `list` (of texts) are words of documents; `edtf` is a date as it is written, `day` one day of it as a
 * number (days since 1970); `count` is a whole number.
 */
export type ColumnType = 'text' | 'list' | 'edtf' | 'day' | 'count' | 'flag';

export interface Column {
  /** As programs know it: `due_edtf`. */
  readonly name: string;
  /** As people read it: `Due (EDTF)`. */
  readonly title: string;
  readonly type: ColumnType;
  /** For how many characters there should be room. */
  readonly width: number;
}

/** `undefined`: nothing is known. */
export type Cell = string | readonly string[] | number | boolean | undefined;

/** What a table has of each thing, column by column. */
export interface Field<Item> extends Column {
  of(item: Item): Cell;
}

export function tableOf<Item>(
  name: string,
  items: (view: ReportView) => Iterable<Item>,
  fields: readonly Field<Item>[],
): Table {
  return {
    name,
    columns: fields,
    *rows(view) {
      for (const item of items(view)) yield fields.map((field) => field.of(item));
    },
  };
}

/** The first or the last day of a date, if it has one. */
export function dayIn(edtf: string | undefined, end: 'first' | 'last'): Day | undefined {
  const day = edtf === undefined ? undefined : parseEdtf(edtf)?.range[end];
  return day !== undefined && Number.isFinite(day) ? day : undefined;
}
