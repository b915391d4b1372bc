import { slug } from 'github-slugger';
import type { Syntax } from '../parse/index.js';
import { shift } from '../text/index.js';
import type { HeadingFact } from './facts.js';
import { headingAttributes } from './heading-attributes.js';
import type { PlainText } from './plain-text.js';

/**
 * Gives each heading of one text its own `{#id}`, or else the anchor that GitHub gives it; they must be asked
 * in order.
 */
export function headingAnchors(): (words: string, own?: string) => string {
  // How often an anchor has been given with a number, as `GithubSlugger` counts.
  const given = new Map<string, number>();
  return (words, own) => {
    if (own !== undefined) {
      if (!given.has(own)) given.set(own, 0);
      return own;
    }
    const first = slugOf(words);
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

/** The library knows which signs of all Unicode to take out; of ASCII they are few. */
function slugOf(words: string): string {
  if (!/^[ -~]*$/.test(words)) return slug(words);
  return words
    .toLowerCase()
    .replace(/[^\w -]+/g, '')
    .replaceAll(' ', '-');
}

/** The headings with their words. */
export function headingWords(
  { blocks }: Pick<Syntax, 'blocks'>,
  plain: PlainText,
): readonly Omit<HeadingFact, 'slug'>[] {
  return blocks.flatMap(({ at, block }) =>
    block.headings.map(({ span, depth, content }) => {
      return { span: shift(span, at), depth, words: plain.wordsOf(shift(content, at)) };
    }),
  );
}
