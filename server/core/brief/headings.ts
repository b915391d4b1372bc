import type { Syntax } from '../parse/index.js';
import { shift } from '../text/index.js';
import { anchors } from './anchors.js';
import type { HeadingFact } from './facts.js';
import type { Plain } from './plain.js';

/** The headings with their words and the anchors GitHub gives them, unique in the text. */
export function headingFacts({ blocks }: Syntax, plain: Plain): readonly HeadingFact[] {
  const slugOf = anchors();
  const facts: HeadingFact[] = [];
  for (const { at, block } of blocks) {
    for (const { span, depth, content } of block.headings) {
      const words = plain.wordsOf(shift(content, at));
      facts.push({ span: shift(span, at), depth, words, slug: slugOf(words) });
    }
  }
  return facts;
}
