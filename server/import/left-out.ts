/** What of a document has no place in Markdown, or is not wanted there. */
export type LeftOutKind =
  | 'deletion'
  | 'comment'
  /** A picture that only the page has. */
  | 'image'
  /** A picture of a kind that browsers do not show. */
  | 'picture'
  | 'control'
  | 'link'
  | 'formula'
  /** A chart, a diagram, a shape, a part in another format. */
  | 'drawing'
  /** A table of contents. */
  | 'contents'
  /** The words above and below each page. */
  | 'margin'
  | 'table'
  | 'depth';

/** How often. */
export interface LeftOut {
  readonly kind: LeftOutKind;
  readonly count: number;
}

/** Counts what is left out while a document is read. */
export class LeavingOut {
  readonly #counts = new Map<LeftOutKind, number>();

  add(kind: LeftOutKind, count = 1): void {
    if (count > 0) this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + count);
  }

  all(): readonly LeftOut[] {
    return [...this.#counts].map(([kind, count]) => ({ kind, count }));
  }
}
