import type { Page } from '../workspace/index.js';
import { nearest } from './nearest.js';

/** Made once per page: many links lead to the same one. Pages never change. */
const KNOWN = new WeakMap<Page, Anchors>();

interface Anchors {
  /** Of headings, as GitHub makes them. */
  readonly headings: readonly string[];
  /** All a link may name, in lower case. */
  readonly all: ReadonlySet<string>;
}

/** What a link's `#…` may name in a Markdown page: its headings, and anchors written by hand. */
function anchorsOf(page: Page): Anchors {
  const known = KNOWN.get(page);
  if (known !== undefined) return known;
  const headings = page.facts.headings.map(({ slug }) => slug);
  // Wherever it stands: an anchor in a code sample silences a finding at worst.
  const written = Array.from(
    page.text.matchAll(BY_HAND),
    ([, html, braces]) => html ?? braces ?? '',
  );
  const anchors = {
    headings,
    all: new Set([...headings, ...written].map(lower)),
  };
  KNOWN.set(page, anchors);
  return anchors;
}

/** `<a id="x">`, `<a name=x>`, and `{#x` as Pandoc has it after a heading and a tag in its braces. */
const BY_HAND = /\b(?:id|name)\s?=\s?["']?([^"'\s>]+)|\{#([^\s{}]+)/gi;

/** Anchors that programs make and no page holds: the top, a line of the source, words, footnotes. */
const MADE = /^(?:top|l\d+(?:-l\d+)?|:~:.*|user-content-.*|fn.*)$/i;

/** Letters' case is not certain to matter, so it does not. */
export function hasAnchor(page: Page, anchor: string): boolean {
  return MADE.test(anchor) || anchorsOf(page).all.has(lower(anchor));
}

/** The heading's anchor that looks most like one that is not there. */
export function anchorLike(page: Page, anchor: string): string | undefined {
  return nearest(anchor, anchorsOf(page).headings);
}

function lower(text: string): string {
  return text.toLowerCase();
}
