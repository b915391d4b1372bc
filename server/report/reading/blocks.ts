/** A brief as it reads, in the parts that a document has. */
export type Block =
  | { readonly type: 'heading'; readonly depth: number; readonly runs: readonly Run[] }
  | { readonly type: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly type: 'quote'; readonly blocks: readonly Block[] }
  | { readonly type: 'code'; readonly text: string }
  | ListBlock
  | { readonly type: 'table'; readonly rows: readonly (readonly Cell[])[] }
  | { readonly type: 'rule' };

export interface ListBlock {
  readonly type: 'list';
  readonly ordered: boolean;
  readonly start: number;
  /** `-`, `*`, `.` …: where it is another one, another list begins. */
  readonly marker: string;
  /** While it is read, more may come. */
  readonly items: ListItem[];
}

export interface ListItem {
  /** Of a task. */
  readonly checked: boolean | undefined;
  readonly blocks: readonly Block[];
}

/** The runs of one cell. The first row is the head. */
export type Cell = readonly Run[];

/** Words that look the same and mean the same. */
export interface Run {
  /** Empty where it is a footnote or the end of a line. */
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly struck?: true;
  readonly code?: true;
  /** An address that may be followed. */
  readonly link?: string;
  /** The mentions of the brief that it belongs to, by index; the outer before the inner. */
  readonly marks: readonly number[];
  /** The footnote that is called here, from 0. */
  readonly note?: number;
  readonly isBreak?: true;
}

export interface ReadBrief {
  readonly blocks: readonly Block[];
  /** In the order in which they are called; then those that nobody calls. */
  readonly notes: readonly (readonly Block[])[];
  readonly leftOut: { readonly pictures: number; readonly html: number };
}
