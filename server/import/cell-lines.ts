import type { Element, ElementContent } from 'hast';
import { isBlankText, isBlock } from './blocks.js';
import { isElement, made } from './styles.js';

/** A cell of Markdown is one line: its paragraphs and items are parted by breaks, and items keep their mark as words. */
export function asLines(cell: Element): void {
  const flat = linesIn(cell);
  const children: ElementContent[] = [];
  let isLineBegun = false;
  let breaks = 0;
  for (const child of flat) {
    if (isElement(child, 'br')) {
      breaks += 1;
      continue;
    }
    if (isBlankText(child) && (!isLineBegun || breaks > 0)) continue;
    if (isLineBegun && breaks > 0) children.push(made('br', []));
    children.push(child);
    [isLineBegun, breaks] = [true, 0];
  }
  cell.children = children;
}

function linesIn(parent: Element): ElementContent[] {
  let count = startOf(parent);
  return parent.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    const inside = linesIn(child);
    if (child.tagName === 'pre') return [made('code', inside)];
    if (!isBlock(child)) return [{ ...child, children: inside }];
    const mark = isElement(child, 'li') ? markOf(parent, count++) : [];
    return [made('br', []), ...mark, ...inside, made('br', [])];
  });
}

function startOf({ properties }: Element): number {
  return Number(properties.start ?? 1) || 1;
}

function markOf(list: Element, number: number): ElementContent[] {
  return [{ type: 'text', value: isElement(list, 'ol') ? `${number}. ` : '• ' }];
}
