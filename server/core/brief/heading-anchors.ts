import { slug } from 'github-slugger';
import type { Syntax } from '../parse/index.js';
import { perObject, shift } from '../text/index.js';
import type { HeadingFact } from './facts.js';
import { headingAttributes } from './heading-attributes.js';
import type { PlainText } from './plain-text.js';

/**
 * Gives each heading of one text its own `{#id}`, or else the anchor that GitHub gives it; they must be asked
 * in order.
 */
function headingAnchors(slugOfHeading: SlugOfHeading): (heading: HeadingWords) => string {
  // How often an anchor has been given with a number, as `GithubSlugger` counts.
  const given = new Map<string, number>();
  return (heading) => {
    const { anchor: own } = heading;
    if (own !== undefined) {
      if (!given.has(own)) given.set(own, 0);
      return own;
    }
    const first = slugOfHeading(heading);
    let anchor = first;
    while (given.has(anchor)) {
      const count = (given.get(first) ?? 0) + 1;
      given.set(first, count);
      anchor = `${first}-${count}`;
    }
    given.set(anchor, 0);
    return anchor;
  };
}

type SlugOfHeading = (heading: HeadingWords) => string;

/** Kept with the heading of its block, for as long as that is not edited. */
const keptSlug: SlugOfHeading = perObject(newSlug);

export function newSlug({ words }: HeadingWords): string {
  return slugOf(words);
}

/** The library knows which signs of all Unicode to take out; of ASCII they are few. */
function slugOf(words: string): string {
  if (!/^[ -~]*$/.test(words)) return slug(words);
  return words
    .toLowerCase()
    .replace(/[^\w -]+/g, '')
    .replaceAll(' ', '-');
}

/** A heading before it is known which anchor of its text is its own. */
export interface HeadingWords extends Omit<HeadingFact, 'slug'> {
  /** The anchor that it says itself. */
  readonly anchor: string | undefined;
}

/** The headings of some blocks with their words. */
export function headingWords(
  { text, blocks }: Pick<Syntax, 'text' | 'blocks'>,
  plain: PlainText,
): readonly HeadingWords[] {
  return blocks.flatMap(({ at, block }) =>
    block.headings.map(({ span, depth, content }) => {
      const { words: place, id } = headingAttributes(text, shift(content, at));
      return { span: shift(span, at), depth, words: plain.wordsOf(place), anchor: id };
    }),
  );
}

/** The headings of a text, each with where its block begins, with the anchors they say or GitHub gives them: unique in the text. */
export function headingFacts(
  headings: Iterable<readonly [heading: HeadingWords, at: number]>,
  slugOfHeading: SlugOfHeading = keptSlug,
): readonly HeadingFact[] {
  const anchorOf = headingAnchors(slugOfHeading);
  return Array.from(headings, ([heading, at]) => {
    const { span, depth, words } = heading;
    return { span: shift(span, at), depth, words, slug: anchorOf(heading) };
  });
}
