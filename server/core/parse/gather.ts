import type { Span } from '../text/index.js';
import { normalizeLabel } from './labels.js';
import type { Labels } from './reading.js';
import type { Footnote, Heading, Link, Prose } from './syntax.js';

/** A quote, item or footnote; its end grows with what stands in it. */
export interface Box {
  start: number;
  end: number;
}

/** A region of prose being gathered. */
export interface Region {
  readonly span: Span;
  /** What stands before the words of its second and later lines. */
  readonly prefixes: readonly Span[];
  readonly holes: Span[];
  readonly within: Prose['within'];
  readonly box: Box | undefined;
}

/** What the plain reader gathers from a chunk. */
export interface Scan {
  readonly masked: string;
  readonly source: string;
  readonly records: ReadonlyMap<number, number>;
  readonly regions: Region[];
  readonly headings: Heading[];
  readonly links: Link[];
  readonly footnotes: Footnote[];
  readonly markup: Span[];
  readonly hasLinks: boolean;
  /** @param written the label as it stands between brackets */
  readonly definesLink: (written: string) => boolean;
  /** @param label normalized */
  readonly definesNote: (label: string) => boolean;
}

export function scanOf(
  masked: string,
  source: string,
  labels: Labels,
  records: ReadonlyMap<number, number>,
): Scan & { ownLinks: Set<string>; ownNotes: Set<string> } {
  const ownLinks = new Set<string>();
  const ownNotes = new Set<string>();
  return {
    masked,
    source,
    records,
    regions: [],
    headings: [],
    links: [],
    footnotes: [],
    markup: [],
    ownLinks,
    ownNotes,
    get hasLinks() {
      return ownLinks.size + labels.links.size > 0;
    },
    definesLink(written) {
      if (ownLinks.size + labels.links.size === 0 || written.length > 999) return false;
      const label = normalizeLabel(written);
      return ownLinks.has(label) || labels.links.has(label);
    },
    definesNote: (label) => ownNotes.has(label) || labels.footnotes.has(label),
  };
}
