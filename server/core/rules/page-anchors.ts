import { type Page, perPage, writtenAnchors } from '../workspace/index.js';
import { nearest } from './nearest.js';

/** The headings' anchors as GitHub makes them, in lower case. */
const headingsOf = perPage(
  ({ facts }): ReadonlySet<string> => new Set(facts.headings.map(({ slug }) => lower(slug))),
);

/** Looked for only when no heading fits, as it takes a look at the whole text. */
const writtenIn = perPage(
  ({ text }): ReadonlySet<string> =>
    new Set(Array.from(writtenAnchors(text), ({ name }) => lower(name))),
);

/** Anchors that programs make and no page holds: the top, a line of the source, words, footnotes. */
const MADE = /^(?:top|l\d+(?:-l\d+)?|:~:.*|user-content-.*|fn.*)$/i;

/** Letters' case is not certain to matter, so it does not. */
export function hasAnchor(page: Page, anchor: string): boolean {
  const wanted = lower(anchor);
  return headingsOf(page).has(wanted) || MADE.test(anchor) || writtenIn(page).has(wanted);
}

/** The heading's anchor that looks most like one that is not there. */
export function anchorLike(page: Page, anchor: string): string | undefined {
  return nearest(
    anchor,
    page.facts.headings.map(({ slug }) => slug),
  );
}

function lower(text: string): string {
  return text.toLowerCase();
}
