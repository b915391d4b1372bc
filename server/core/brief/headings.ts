import type { Syntax } from '../parse/index.js';
import { shift } from '../text/index.js';
import type { HeadingFact } from './facts.js';
import { headingAnchors } from './heading-anchors.js';
import type { PlainText } from './plain-text.js';

/** The headings with their words and the anchors GitHub gives them, unique in the text. */
export function headingFacts({ blocks }: Syntax, plain: PlainText): readonly HeadingFact[] {
  const slugOf = headingAnchors();
  const facts: HeadingFact[] = [];
  for (const { at, block } of blocks) {
    for (const { span, depth, content } of block.headings) {
      const words = plain.wordsOf(shift(content, at));
      facts.push({ span: shift(span, at), depth, words, slug: slugOf(words) });
    }
  }
  return facts;
}
