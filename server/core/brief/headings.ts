import GithubSlugger from 'github-slugger';
import type { Syntax } from '../parse/index.js';
import { shift } from '../text/index.js';
import type { HeadingFact } from './facts.js';
import type { Plain } from './plain.js';

/** The headings with their words and the anchors GitHub gives them, unique in the text. */
export function headingFacts({ blocks }: Syntax, plain: Plain): readonly HeadingFact[] {
  const slugger = new GithubSlugger();
  return blocks.flatMap(({ at, block }) =>
    block.headings.map(({ span, depth, content }) => {
      const words = plain.wordsOf(shift(content, at));
      return { span: shift(span, at), depth, words, slug: slugger.slug(words) };
    }),
  );
}
