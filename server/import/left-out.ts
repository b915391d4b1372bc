/** What of a document has no place in Markdown, or is not wanted there. */
export type LeftOutKind = 'deletion' | 'comment' | 'image' | 'control' | 'link' | 'depth';

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
