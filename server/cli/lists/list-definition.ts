import type { Page, Range } from '../../core/index.js';
import type { PlacedWorkspace } from '../report/places.js';

/** A value of a row, as JSON gives it; absent is `null`. */
export type Cell =
  | string
  | number
  | boolean
  | null
  | readonly Cell[]
  | { readonly [name: string]: Cell };

/** One entry of a list, as JSON gives it: its keys in their order are an interface. */
export interface Row {
  readonly [name: string]: Cell | Range | readonly object[];
  readonly file: string;
  readonly range: Range;
}

/** One thing that `rapporteur list` can list. */
export interface ListDefinition {
  readonly name: string;
  readonly singular: string;
  readonly summary: string;
  /** The columns of the table, each a title and how a row fills it. The place comes by itself. */
  readonly columns: readonly Column[];
  /** The keys of a row, in order: what CSV has when there is no row. */
  readonly keys: readonly string[];
  /** Of one page, in reading order. */
  rows(page: Page, loaded: PlacedWorkspace): Iterable<Row>;
}

export interface Column {
  readonly title: string;
  text(row: Row): string;
  /** How eager it is for room when the table is too wide; 0: never narrowed. */
  readonly stretch: number;
}

export function column(title: string, key: string, stretch = 0): Column {
  return { title, stretch, text: (row) => cellText(row[key] ?? null) };
}

/** A cell in one line: lists with commas, `null` empty. */
export function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (Array.isArray(cell)) return cell.map(cellText).join(', ');
  if (typeof cell === 'object') return JSON.stringify(cell);
  return typeof cell === 'boolean' ? (cell ? 'yes' : 'no') : String(cell);
}

export function orNull<Value>(value: Value | undefined): Value | null {
  return value ?? null;
}
