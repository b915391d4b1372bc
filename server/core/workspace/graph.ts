/** Ids, names and uses over all pages. */
export interface Graph {
  readonly size: number;
}
