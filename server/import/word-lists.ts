import type { Element, ElementContent, Root } from 'hast';
import { toString as wordsOf } from 'hast-util-to-string';
import { isBlankText, isBlock, isHeading } from './blocks.js';
import { hasClass, isElement, made, styleOf } from './styles.js';

/** A paragraph that Word shows as an item of a list, and those that go on in it. */
interface Item {
  /** Items of one list have the same. */
  readonly list: string;
  readonly level: number;
  readonly isNumbered: boolean;
  /** `undefined` where it is a letter. */
  readonly number: number | undefined;
  readonly content: ElementContent[];
}

/** Deeper lists than Word has. */
const DEEPEST = 9;

/**
 * Makes lists of paragraphs that are items by their style alone, as Word's clipboard and Outlook write them:
 * `<p style="mso-list:l0 level2 lfo1">`, the bullet or number in a span of its own.
 */
export function wordLists(parent: Root | Element): void {
  const children: ElementContent[] = [];
  let run: Item[] = [];
  const close = (): void => {
    if (run.length > 0) children.push(...listsOf(run));
    run = [];
  };
  for (const child of parent.children as ElementContent[]) {
    const item = isElement(child, 'p', 'div') ? itemIn(child) : undefined;
    if (item !== undefined) {
      run.push(item);
      continue;
    }
    const last = run.at(-1);
    if (last !== undefined && (isBlankText(child) || goesOn(last, child))) continue;
    if (isHeading(child)) numberAsWords(child);
    close();
    if (isElement(child, 'td', 'th')) child.children = marksAsWords(child.children);
    if (child.type === 'element') wordLists(child);
    children.push(child);
  }
  close();
  parent.children = children;
}

/** A paragraph that is set in as far as an item, without a mark: it goes on in the item. */
function goesOn(item: Item, child: ElementContent): boolean {
  if (!isElement(child, 'p') || styleOf(child, 'mso-list') !== undefined) return false;
  const setIn = /^([\d.]+)(pt|in|cm)/i.exec(styleOf(child, 'margin-left') ?? '');
  if (!hasClass(child, /^MsoList/i) && !(Number(setIn?.[1]) > 0)) return false;
  if (wordsOf(child).trim() === '') return true;
  if (!item.content.some(isBlock)) item.content.splice(0, Infinity, made('p', item.content));
  item.content.push(child);
  return true;
}

/** Word numbers headings as it numbers items. They stay headings, and their number is part of their words. */
function numberAsWords(heading: Element): void {
  const [mark, content] = withoutMark(heading.children);
  if (mark === undefined) return;
  const number = /[\p{L}\p{N}]{1,9}[.)]?$/u.test(mark) && mark !== 'o' ? `${mark} ` : '';
  heading.children = number === '' ? content : [{ type: 'text', value: number }, ...content];
}

/** In a cell, an item is a line; see `cell-lines.ts`. */
function marksAsWords(children: readonly ElementContent[]): ElementContent[] {
  return children.map((child): ElementContent => {
    if (child.type !== 'element') return child;
    if (!isMark(child)) return { ...child, children: marksAsWords(child.children) };
    const mark = markIn(child);
    const value = /[\p{L}\p{N}]/u.test(mark) && mark !== 'o' ? mark : '•';
    return { type: 'text', value: `${value} ` };
  });
}

function isMark(element: Element): boolean {
  return /^ignore$/i.test(styleOf(element, 'mso-list') ?? '');
}

function markIn(element: Element): string {
  return wordsOf(element).replace(/[\s\u00A0]+/g, '');
}

function itemIn(element: Element): Item | undefined {
  const list = styleOf(element, 'mso-list');
  if (list === undefined || /^(?:none|skip)/i.test(list)) return undefined;
  const level = Math.min(DEEPEST, Number(/level(\d+)/i.exec(list)?.[1] ?? 1));
  const [mark, content] = withoutMark(element.children);
  if (mark === undefined && !hasClass(element, /^MsoList/i)) return undefined;
  const number = /^\(?(\d{1,9}|[a-z]{1,5})[.):]?\)?$/i.exec(mark ?? '')?.[1];
  // `o` is a bullet of Word's second level.
  const isNumbered = number !== undefined && mark !== 'o';
  return {
    list: /^\S+/.exec(list)?.[0] ?? '',
    level,
    isNumbered,
    number: Number(number) || undefined,
    content,
  };
}

/** The bullet or number of an item, and all else. */
function withoutMark(
  children: readonly ElementContent[],
): [mark: string | undefined, rest: ElementContent[]] {
  let mark: string | undefined;
  const rest: ElementContent[] = [];
  for (const child of children) {
    if (mark === undefined && child.type === 'element') {
      if (isMark(child)) {
        mark = markIn(child);
        continue;
      }
      const [inner, others] = withoutMark(child.children);
      if (inner !== undefined) {
        mark = inner;
        if (others.length > 0) rest.push({ ...child, children: others });
        continue;
      }
    }
    rest.push(child);
  }
  return [mark, rest];
}

/** Lists inside lists, by the levels of their items. */
function listsOf(items: readonly Item[]): readonly Element[] {
  const lists: Element[] = [];
  const open: OpenList[] = [];
  for (const item of items) {
    while ((open.at(-1)?.level ?? 0) > item.level) open.pop();
    let top = open.at(-1);
    if (top?.level === item.level && !isNext(top, item)) {
      open.pop();
      top = open.at(-1);
    }
    if (top === undefined || top.level < item.level) {
      const { number = 1, isNumbered } = item;
      const properties = isNumbered && number !== 1 ? { start: number } : {};
      const element = made(isNumbered ? 'ol' : 'ul', [], properties);
      const last = top?.element.children.at(-1);
      if (isElement(last, 'li')) last.children.push(element);
      else lists.push(element);
      top = { ...item, element, count: 0, first: number };
      open.push(top);
    }
    top.count += 1;
    top.element.children.push(made('li', item.content));
  }
  return lists;
}

interface OpenList extends Item {
  readonly element: Element;
  readonly first: number;
  count: number;
}

/** Whether an item goes on with a list: bullets do, numbers where they count on. */
function isNext(open: OpenList, { isNumbered, list, number }: Item): boolean {
  if (!isNumbered || !open.isNumbered) return isNumbered === open.isNumbered;
  return open.list === list && (number === undefined || number === open.first + open.count);
}
