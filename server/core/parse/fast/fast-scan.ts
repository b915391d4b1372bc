import type { Span } from '../../text/index.js';
import { normalizeLabel } from '../reading/labels.js';
import type { Labels } from '../reading/reading.js';
import type { Footnote, Heading, Html, Link, Prose } from '../syntax.js';
import type { AngleReader } from './inline-html.js';

/** A quote, item or footnote; its end grows with what stands in it. */
export interface Container {
  start: number;
  end: number;
}

/** A region of prose being gathered. */
export interface ProseRegion {
  readonly span: Span;
  /** What stands before the words of its second and later lines. */
  readonly prefixes: readonly Span[];
  readonly holes: Span[];
  readonly within: Prose['within'];
  readonly box: Container | undefined;
}

/** What the plain reader gathers from a chunk. */
export interface FastScan {
  readonly masked: string;
  readonly source: string;
  readonly records: ReadonlyMap<number, number>;
  readonly regions: ProseRegion[];
  readonly headings: Heading[];
  readonly links: Link[];
  readonly footnotes: Footnote[];
  readonly html: Html[];
  readonly markup: Span[];
  /** Labels defined elsewhere. */
  readonly labels: Labels;
  /** Where the next character that may be an inline mark is known to stand. */
  mark: number;
  /** Made at the first `<` that is asked about. */
  angles: AngleReader | undefined;
  /** Labels defined in the chunk, normalized; most chunks define none. */
  ownLinks: Set<string> | undefined;
  ownNotes: Set<string> | undefined;
}

export function fastScanOf(
  masked: string,
  source: string,
  labels: Labels,
  records: ReadonlyMap<number, number>,
): FastScan {
  const found = { regions: [], headings: [], links: [], footnotes: [], html: [], markup: [] };
  return {
    masked,
    source,
    records,
    labels,
    ...found,
    mark: -1,
    angles: undefined,
    ownLinks: undefined,
    ownNotes: undefined,
  };
}

/** Whether any link label is defined, in the chunk or elsewhere. */
export function hasLinkLabels({ labels, ownLinks }: FastScan): boolean {
  return ownLinks !== undefined || labels.links.size > 0;
}

/** The normalized form of a label between brackets, if it is defined. */
export function linkLabel(scan: FastScan, written: string): string | undefined {
  if (!hasLinkLabels(scan) || written.length > 999) return undefined;
  const label = normalizeLabel(written);
  return scan.ownLinks?.has(label) || scan.labels.links.has(label) ? label : undefined;
}

export function isNoteDefined({ labels, ownNotes }: FastScan, written: string): boolean {
  if (ownNotes === undefined && labels.footnotes.size === 0) return false;
  const label = normalizeLabel(written);
  return ownNotes?.has(label) || labels.footnotes.has(label);
}
