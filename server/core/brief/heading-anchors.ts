import { slug } from 'github-slugger';
import type { Syntax } from '../parse/index.js';
import { shift } from '../text/index.js';
import type { HeadingFact } from './facts.js';
import type { PlainText } from './plain-text.js';

/** Gives each heading of one text the anchor that GitHub gives it; they must be asked in order. */
export function headingAnchors(): (words: string) => string {
  // How often an anchor has been given with a number, as `GithubSlugger` counts.
  const given = new Map<string, number>();
  return (words) => {
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

/** `# Talks {#talks .wide}`: the anchor that Pandoc, kramdown and Docusaurus give. */
const OWN_ID = /(?:^| )\{#([^\s{}]+)[^{}]*\}$/;

/** The headings with their words and the anchors they say or GitHub gives them, unique in the text. */
export function headingFacts({ blocks }: Syntax, plain: PlainText): readonly HeadingFact[] {
  const slugOf = headingAnchors();
  const facts: HeadingFact[] = [];
  for (const { at, block } of blocks) {
    for (const { span, depth, content } of block.headings) {
      const said = plain.wordsOf(shift(content, at));
      const [own, id] = OWN_ID.exec(said) ?? [];
      const words = own === undefined ? said : said.slice(0, -own.length);
      facts.push({ span: shift(span, at), depth, words, slug: id ?? slugOf(words) });
    }
  }
  return facts;
}
