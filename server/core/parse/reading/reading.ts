import type { Span } from '../../text/index.js';
import type { Footnote, Heading, Html, Link, Prose } from '../syntax.js';

/**
 * What Markdown makes of one chunk, before tags are read in it: the same from the fast reader
 * (fast-reader.ts) and from remark (remark-reader.ts). Offsets of the chunk; everything in reading order.
 */
export interface Reading {
  readonly prose: readonly Prose[];
  readonly headings: readonly Heading[];
  readonly links: readonly Link[];
  readonly footnotes: readonly Footnote[];
  readonly html: readonly Html[];
  /** Of the whole chunk; the caller keeps those in labels and headings. */
  readonly markup: readonly Span[];
}

/** Which labels have a definition outside the chunk, each normalized, with a spelling that defines it. */
export interface Labels {
  readonly links: ReadonlyMap<string, string>;
  readonly footnotes: ReadonlyMap<string, string>;
}

export const NO_LABELS: Labels = { links: new Map(), footnotes: new Map() };
