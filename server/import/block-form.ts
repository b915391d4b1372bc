import type { Element, ElementContent, Root } from 'hast';
import { isBlankText, isBlock, isHeading } from './blocks.js';
import { asLines } from './cell-lines.js';
import type { LeavingOut } from './left-out.js';
import { isElement, made } from './styles.js';

/** Gives a list, an item, a table or a line the form that Markdown has for it. */
export function asMarkdownHasIt(element: Element, leaving: LeavingOut): void {
  const { tagName } = element;
  if (isHeading(element)) withoutBreaks(element);
  if (isBlock(element)) withoutOuterBreaks(element);
  if (/^(?:a|h[1-6]|caption|dt|summary|code|sup|sub)$/.test(tagName)) withoutBlocks(element);
  if (tagName === 'td' || tagName === 'th') asLines(element);
  if (tagName === 'li') withoutLoneParagraph(element);
  if (tagName === 'table') asTable(element, leaving);
  if (tagName === 'ul' || tagName === 'ol') withListsInItems(element);
}

/** Google Docs has a paragraph in each item, which would part the items by blank lines. */
function withoutLoneParagraph(item: Element): void {
  const paragraphs = item.children.filter((child) => isElement(child, 'p'));
  const [only] = paragraphs;
  if (paragraphs.length !== 1 || !isElement(only)) return;
  item.children = item.children.flatMap((child) => (child === only ? only.children : [child]));
}

/** More columns than anybody reads. */
const WIDEST = 64;
/** Empty cells for each that is filled: what a table may grow by, so that it is a rectangle. */
const MOST_EMPTY = 8;

/** Tables of Markdown have a head, where none is marked the first row, and all rows have as many cells. */
function asTable(table: Element, leaving: LeavingOut): void {
  const rows: Element[] = [];
  const waiting: Element[] = [table];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const inside = node.children.filter((child): child is Element => isElement(child));
    if (node.tagName === 'tr') rows.push(node);
    else waiting.push(...inside.filter(({ tagName }) => tagName !== 'table').reverse());
  }
  const cells = rows.map((row) => row.children.filter((cell) => isElement(cell, 'td', 'th')));
  const filled = cells.reduce((sum, { length }) => sum + length, 0);
  const spread = cells.flat().reduce((sum, cell) => sum + spanOf(cell, rows.length), 0);
  const widths = cells.map((row) => row.reduce((sum, cell) => sum + columnsOf(cell), 0));
  const widest = widths.reduce((most, width) => Math.max(most, width), 0);
  if (Math.max(spread, widest * rows.length) > filled * MOST_EMPTY + WIDEST * WIDEST) {
    leaving.add('table');
    asParagraphs(table, cells.flat());
    return;
  }
  const [first] = cells;
  if (cells.flat().some((cell) => isElement(cell, 'th'))) return;
  for (const cell of first ?? []) if (isElement(cell, 'td')) cell.tagName = 'th';
}

/** How many cells it stands for. What it says of itself may be anything. */
function spanOf(cell: ElementContent, rows: number): number {
  const down = isElement(cell) ? Number(cell.properties.rowSpan ?? 1) || 1 : 1;
  if (isElement(cell) && down > 1) cell.properties.rowSpan = Math.min(down, rows);
  return columnsOf(cell) * Math.max(1, Math.min(down, rows));
}

function columnsOf(cell: ElementContent): number {
  const across = isElement(cell) ? Number(cell.properties.colSpan ?? 1) || 1 : 1;
  if (isElement(cell) && across > WIDEST) cell.properties.colSpan = WIDEST;
  return Math.max(1, Math.min(across, WIDEST));
}

function asParagraphs(table: Element, cells: readonly ElementContent[]): void {
  table.tagName = 'div';
  table.children = cells.map((cell) => made('p', isElement(cell) ? cell.children : [cell]));
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

/** A heading is one line: blocks inside are words after each other. */
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
