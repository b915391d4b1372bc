import type { Element, ElementContent, Root } from 'hast';
import { isElement, made } from './styles.js';

/** Gives a list, an item, a table or a line the form that Markdown has for it. */
export function asMarkdownHasIt(element: Element): void {
  const { tagName } = element;
  if (isHeading(element)) withoutBreaks(element);
  if (isBlock(element)) withoutOuterBreaks(element);
  if (/^(?:a|h[1-6]|t[dh]|caption|dt|summary|code|sup|sub)$/.test(tagName)) withoutBlocks(element);
  if (tagName === 'li') withoutLoneParagraph(element);
  if (tagName === 'table') withHead(element);
  if (tagName === 'ul' || tagName === 'ol') withListsInItems(element);
}

/** Google Docs has a paragraph in each item, which would part the items by blank lines. */
function withoutLoneParagraph(item: Element): void {
  const paragraphs = item.children.filter((child) => isElement(child, 'p'));
  const [only] = paragraphs;
  if (paragraphs.length !== 1 || !isElement(only)) return;
  item.children = item.children.flatMap((child) => (child === only ? only.children : [child]));
}

/** Tables of Markdown have a head: where none is marked, it is the first row. */
function withHead(table: Element): void {
  const rows: Element[] = [];
  const waiting: Element[] = [table];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const inside = node.children.filter((child): child is Element => isElement(child));
    if (node.tagName === 'tr') rows.push(node);
    else waiting.push(...inside.filter(({ tagName }) => tagName !== 'table').reverse());
  }
  const [first] = rows;
  if (rows.some((row) => row.children.some((cell) => isElement(cell, 'th')))) return;
  for (const cell of first?.children ?? []) if (isElement(cell, 'td')) cell.tagName = 'th';
}

/** Google Docs writes the list inside an item behind it; where there is no item before it, its items are in the list. */
function withListsInItems(list: Element): void {
  const children: ElementContent[] = [];
  for (const child of list.children) {
    const last = children.findLast((one) => isElement(one, 'li'));
    if (!isElement(child, 'ul', 'ol')) children.push(child);
    else if (isElement(last, 'li')) last.children.push(child);
    else children.push(...child.children);
  }
  list.children = children;
}

export function isHeading(node: ElementContent): node is Element {
  return isElement(node, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6');
}

/** A heading is one line. */
function withoutBreaks(parent: Element): void {
  parent.children = parent.children.map((child): ElementContent => {
    if (isElement(child, 'br')) return { type: 'text', value: ' ' };
    if (isElement(child)) withoutBreaks(child);
    return child;
  });
}

/** A line break says nothing at the ends of a block and between blocks: programs that write mail part blocks by them. */
export function withoutOuterBreaks(parent: Root | Element): void {
  const children = parent.children as readonly ElementContent[];
  const isBreak = (node: ElementContent | undefined): boolean => isElement(node, 'br');
  const idle = new Set<ElementContent>();
  for (const each of [children, [...children].reverse()]) {
    let isAtEdge = true;
    for (const child of each) {
      if (isBreak(child) && isAtEdge) idle.add(child);
      else if (!isBlankText(child)) isAtEdge = isBlock(child);
    }
  }
  parent.children = children.filter((child) => !idle.has(child));
}

export function isBlankText(node: ElementContent): boolean {
  return node.type === 'text' && node.value.trim() === '';
}

const BLOCKS = new Set(
  'p div h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table thead tbody tfoot tr th td caption blockquote pre hr section article header footer main nav aside figure figcaption address details summary'.split(
    ' ',
  ),
);

export function isBlock(node: ElementContent): boolean {
  return node.type === 'element' && BLOCKS.has(node.tagName);
}

/** A heading or a cell is one line: blocks inside are words after each other. */
function withoutBlocks(element: Element): void {
  const flat = (children: readonly ElementContent[]): ElementContent[] =>
    children.flatMap((child): ElementContent[] => {
      if (child.type !== 'element') return [child];
      const inside = flat(child.children);
      if (child.tagName === 'pre') return [made('code', inside)];
      if (!isBlock(child)) return [{ ...child, children: inside }];
      return [{ type: 'text', value: ' ' }, ...inside, { type: 'text', value: ' ' }];
    });
  if (hasBlock(element)) element.children = flat(element.children);
}

function hasBlock({ children }: Element): boolean {
  return children.some((child) => isElement(child) && (isBlock(child) || hasBlock(child)));
}
