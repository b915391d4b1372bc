import type { Root } from 'hast';
import type { Handle } from 'hast-util-to-mdast';
import type { FootnoteDefinition, Root as Markdown, Nodes } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item';
import rehypeRemark from 'rehype-remark';
import remarkStringify, { type Options } from 'remark-stringify';
import { unified } from 'unified';
import { breaksInCells } from './breaks-in-cells.js';
import type { ImportChoices } from './imported.js';
import { innerLinks } from './inner-links.js';
import { joinAlike } from './join-alike.js';
import type { LeavingOut } from './left-out.js';
import { safeLinks } from './safe-links.js';
import { settleText } from './settle-text.js';
import { tightLists } from './tight-lists.js';

/** The last steps of every way in: from what is tidy to the text of a brief. */
export function toMarkdown(
  root: Root,
  leaving: LeavingOut,
  { firstFootnote = 1 }: Pick<ImportChoices, 'firstFootnote'>,
): string {
  settleText(root);
  innerLinks(root);
  safeLinks(root, leaving);
  joinAlike(root);
  const tree = unified()
    .use(rehypeRemark, { handlers: handlersFrom(firstFootnote), newlines: false })
    .runSync(root) as Markdown;
  tightLists(tree);
  breaksInCells(tree);
  return written(tree);
}

/** Mere words, where nothing else could be taken. */
export function wordsToMarkdown(words: string): string {
  const value = words.replace(/\s+/g, ' ').trim();
  const paragraph = { type: 'paragraph' as const, children: [{ type: 'text' as const, value }] };
  return written({ type: 'root', children: [paragraph] });
}

function written(tree: Markdown): string {
  const extensions = [...GFM, gfmTableToMarkdown({ tablePipeAlign: canBeAligned(tree) })];
  return unified()
    .data('toMarkdownExtensions', extensions)
    .use(remarkStringify, OUT)
    .stringify(tree);
}

/** Columns are filled with blanks to the width of their longest cell: where that is most of the text, they are not. */
const MOST_BLANKS = 4;
const FEW_BLANKS = 20_000;

function canBeAligned(node: Nodes): boolean {
  if (node.type !== 'table')
    return !('children' in node) || (node.children as Nodes[]).every(canBeAligned);
  const widths: number[] = [];
  let words = 0;
  for (const row of node.children)
    for (const [column, cell] of row.children.entries()) {
      const length = lengthOf(cell);
      words += length;
      widths[column] = Math.max(widths[column] ?? 0, length);
    }
  const all = widths.reduce((sum, width) => sum + width, 0) * node.children.length;
  return all <= words * MOST_BLANKS + FEW_BLANKS;
}

function lengthOf(node: Nodes): number {
  if ('value' in node) return node.value.length;
  return 'children' in node
    ? (node.children as Nodes[]).reduce((sum, child) => sum + lengthOf(child), 0)
    : 0;
}

/** What the steps before have marked: footnotes, comments. @param first the number of the first footnote */
function handlersFrom(first: number): Record<string, Handle> {
  const numbered = (marked: string): { identifier: string; label: string } => {
    const number = String(Number(marked) + first - 1);
    return { identifier: number, label: number };
  };
  return {
    ...HANDLERS,
    span: (state, node) => {
      const { dataFootnote, dataComment, dataBack } = node.properties;
      if (typeof dataFootnote === 'string')
        return { type: 'footnoteReference', ...numbered(dataFootnote) };
      if (typeof dataComment === 'string') return { type: 'html', value: `<!--${dataComment}-->` };
      return dataBack === undefined ? state.all(node) : [];
    },
    aside: (state, node) => {
      const { dataNote } = node.properties;
      if (typeof dataNote !== 'string') return state.all(node);
      const children = state.toFlow(state.all(node)) as FootnoteDefinition['children'];
      return { type: 'footnoteDefinition', ...numbered(dataNote), children };
    },
  };
}

const HANDLERS: Record<string, Handle> = {
  sup: (state, node) => state.all(node),
  sub: (state, node) => state.all(node),
};

/** All of GFM but tables (see {@link written}) and its bare addresses: a colon in one is no reason to escape it. */
const GFM = [gfmFootnoteToMarkdown(), gfmStrikethroughToMarkdown(), gfmTaskListItemToMarkdown()];

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
