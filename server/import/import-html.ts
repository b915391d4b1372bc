import type { Root } from 'hast';
import type { Handle } from 'hast-util-to-mdast';
import type { FootnoteDefinition, Root as Markdown } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import remarkStringify, { type Options } from 'remark-stringify';
import { unified } from 'unified';
import { comments } from './comments.js';
import { type DocumentProperties, propertiesIn } from './document-properties.js';
import { footnotes } from './footnotes.js';
import { innerLinks } from './inner-links.js';
import { LeavingOut, type LeftOut } from './left-out.js';
import { safeLinks } from './safe-links.js';
import { settleText } from './settle-text.js';
import { tidyMarkup } from './tidy-markup.js';
import { tightLists } from './tight-lists.js';
import { wordLists } from './word-lists.js';

export interface ImportChoices {
  /** Whether comments stay, as comments of Markdown. */
  readonly comments: boolean;
  /** Whether the names of those who comment stay. */
  readonly authors: boolean;
}

/** A document as Markdown, and what of it could not be taken along. */
export interface Imported {
  readonly markdown: string;
  readonly leftOut: readonly LeftOut[];
  /** How many footnotes and comments came along. */
  readonly footnotes: number;
  readonly comments: number;
  readonly properties: DocumentProperties;
}

const ALL: ImportChoices = { comments: true, authors: true };

/**
 * HTML of Word, Outlook, Google Docs, browsers and converters as clean Markdown: headings, lists, tables, links,
 * footnotes, emphasis. Words that would be read as a tag are escaped. Never throws on what is written.
 */
export function importHtml(html: string, choices: ImportChoices = ALL): Imported {
  try {
    return read(html, choices);
  } catch (error) {
    // Elements in elements, deeper than the parser can follow: the words alone are taken.
    if (!(error instanceof RangeError)) throw error;
    const words = html
      .replace(/<[^<>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    const paragraph = {
      type: 'paragraph' as const,
      children: [{ type: 'text' as const, value: words }],
    };
    const markdown = written({ type: 'root', children: [paragraph] });
    return {
      markdown,
      leftOut: [{ kind: 'depth', count: 1 }],
      footnotes: 0,
      comments: 0,
      properties: {},
    };
  }
}

function written(tree: Markdown): string {
  return unified().data('toMarkdownExtensions', GFM).use(remarkStringify, OUT).stringify(tree);
}

function read(html: string, choices: ImportChoices): Imported {
  const leaving = new LeavingOut();
  const root = unified().use(rehypeParse, { fragment: true }).parse(html) as Root;
  const properties = propertiesIn(root);
  const commented = comments(root, { keep: choices.comments, authors: choices.authors });
  if (!choices.comments) leaving.add('comment', commented);
  tidyMarkup(root, leaving);
  wordLists(root);
  const noted = footnotes(root);
  settleText(root);
  innerLinks(root);
  safeLinks(root, leaving);
  const tree = unified()
    .use(rehypeRemark, { handlers: HANDLERS, newlines: false })
    .runSync(root) as Markdown;
  tightLists(tree);
  return {
    markdown: written(tree),
    leftOut: leaving.all(),
    footnotes: noted,
    comments: choices.comments ? commented : 0,
    properties,
  };
}

/** What the steps before have marked: footnotes, comments. */
const HANDLERS: Record<string, Handle> = {
  span: (state, node) => {
    const { dataFootnote, dataComment, dataBack } = node.properties;
    if (typeof dataFootnote === 'string')
      return { type: 'footnoteReference', identifier: dataFootnote, label: dataFootnote };
    if (typeof dataComment === 'string') return { type: 'html', value: `<!--${dataComment}-->` };
    return dataBack === undefined ? state.all(node) : [];
  },
  aside: (state, node) => {
    const { dataNote } = node.properties;
    if (typeof dataNote !== 'string') return state.all(node);
    return {
      type: 'footnoteDefinition',
      identifier: dataNote,
      label: dataNote,
      children: state.toFlow(state.all(node)) as FootnoteDefinition['children'],
    };
  },
  sup: (state, node) => state.all(node),
  sub: (state, node) => state.all(node),
};

/** All of GFM but its bare addresses: a colon in one is no reason to escape it. */
const GFM = [
  gfmFootnoteToMarkdown(),
  gfmStrikethroughToMarkdown(),
  gfmTableToMarkdown(),
  gfmTaskListItemToMarkdown(),
];

const OUT: Options = {
  bullet: '-',
  emphasis: '*',
  rule: '*',
  listItemIndent: 'one',
  fences: true,
  resourceLink: true,
  unsafe: [
    // Words that would be a tag, and lines that would be a block of tags.
    { character: ':', after: '[^\\s[\\](){}:]{1,40}[[{(]', inConstruct: 'phrasing' },
    { character: ':', after: ':', inConstruct: 'phrasing', atBreak: true },
  ],
};
