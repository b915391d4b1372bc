import type { Root } from 'mdast';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';

/** Of what is longer, or opens more quotes and lists on one line, remark is not asked: it is not linear on every text. */
const MOST_CHARACTERS = 20_000;
const MANY_OPENED = /^(?:[ \t]*(?:>|[-+*]|\d{1,9}[.)])){100}/m;

/** The tree of a block of Markdown, as GitHub reads it; `undefined`: its words are best shown as they are. */
export function parseMarkdown(text: string): Root | undefined {
  if (text.length > MOST_CHARACTERS || MANY_OPENED.test(text)) return undefined;
  try {
    return unified().use(remarkParse).use(asOnGitHub).parse(text);
  } catch (error) {
    // Nested deeper than there is room.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function asOnGitHub(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [
    gfmAutolinkLiteral(),
    gfmFootnote(),
    gfmStrikethrough(),
    gfmTable(),
    gfmTaskListItem(),
  ];
  data.fromMarkdownExtensions = [
    // Without its second look at all words, after which nobody knows where they were.
    { ...gfmAutolinkLiteralFromMarkdown(), transforms: [] },
    gfmFootnoteFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
    gfmTableFromMarkdown(),
    gfmTaskListItemFromMarkdown(),
  ];
}
