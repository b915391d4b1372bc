import type { Span } from '../text/index.js';

/** What other tools' braces at the end of a heading say. */
export interface HeadingAttributes {
  /** The heading's words, without the braces and the blanks before them. */
  readonly words: Span;
  /** The anchor that they give. */
  readonly id: string | undefined;
}

/**
 * `# Talks {#talks .wide}`, `{-}`, `{: #talks}`, `{/* #talks *\/}`: attributes as Pandoc, kramdown and Docusaurus
 * read them, behind a blank at the end of a heading.
 * @param content where the heading's words stand, with the braces
 */
export function headingAttributes(text: string, content: Span): HeadingAttributes {
  let { end } = content;
  let id: string | undefined;
  while (text[end - 1] === '}') {
    const open = text.lastIndexOf('{', end - 1);
    if (open < content.start || (open > content.start && !isBlank(text[open - 1]))) break;
    const inside = text.slice(open + 1, end - 1);
    if (inside.length > MAX_LENGTH || !ATTRIBUTES.test(inside)) break;
    id = ID.exec(inside)?.[1] ?? id;
    end = open;
    while (end > content.start && isBlank(text[end - 1])) end -= 1;
  }
  return { words: { start: content.start, end }, id };
}

const MAX_LENGTH = 500;
const ID = /(?:^|[\s:])#([^\s{}*]+)/;
const ATTRIBUTE = String.raw`(?:#[^\s{}]+|\.[^\s{}]+|-|[\w:.-]+=(?:"[^"]*"|'[^']*'|[^\s"'{}]+))`;
const ATTRIBUTES = new RegExp(
  String.raw`^(?::?\s*${ATTRIBUTE}(?:\s+${ATTRIBUTE})*\s*|\/\*\s*#[^\s{}*]+\s*\*\/)$`,
);

function isBlank(character: string | undefined): boolean {
  return character !== undefined && /[ \t\r\n]/.test(character);
}
