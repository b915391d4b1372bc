import type { Span } from '../text/index.js';

/** What of a text is words: the regions to read, and what in them is not words. Offsets of the text. */
export interface WordRegions {
  /** In order, apart. */
  readonly keep: readonly Span[];
  /** By start; they may overlap, nest, be empty and stand outside all regions. */
  readonly drops: readonly Span[];
}

export interface WordVisitor {
  /** A region begins. */
  region(): void;
  /** Words from here to there, nothing in between to leave out. */
  piece(start: number, end: number): void;
  /** Something is left out; it may stand for a space. */
  drop?(start: number, end: number): void;
  /** The edge of a region or a drop, all pieces before it seen. Some are told twice. */
  edge?(offset: number): void;
}

/** Goes once through the words of a text, in order. */
export function visitWords({ keep, drops }: WordRegions, visitor: WordVisitor): void {
  let next = 0;
  for (const region of keep) {
    visitor.region();
    let cursor = region.start;
    visitor.edge?.(cursor);
    for (
      let drop = drops[next];
      drop !== undefined && drop.start < region.end;
      drop = drops[next]
    ) {
      if (drop.start > cursor) visitor.piece(cursor, drop.start);
      visitor.edge?.(drop.start);
      if (drop.start >= cursor) visitor.drop?.(drop.start, drop.end);
      visitor.edge?.(drop.end);
      cursor = Math.max(cursor, drop.end);
      next += 1;
    }
    if (cursor < region.end) visitor.piece(cursor, region.end);
    visitor.edge?.(region.end);
  }
  for (const { start, end } of drops.slice(next)) {
    visitor.edge?.(start);
    visitor.edge?.(end);
  }
}
