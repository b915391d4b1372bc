import type { Element, ElementContent, Root, Text } from 'hast';
import { isElement } from './styles.js';

/**
 * Word writes a bold phrase, or a link, in as many pieces as it was typed in: those that touch, or have but space
 * between them, become one.
 */
export function joinAlike(parent: Root | Element): void {
  const children: ElementContent[] = [];
  for (const child of parent.children as ElementContent[]) {
    const last = children.at(-1);
    const before = children.at(-2);
    if (last?.type === 'text' && child.type === 'text') last.value += child.value;
    else if (isElement(child) && areAlike(last, child)) take(last, child.children);
    else if (isElement(child) && isSpace(last) && areAlike(before, child)) {
      take(before, [last, ...child.children]);
      children.pop();
    } else children.push(child);
  }
  parent.children = children;
  for (const child of children) if (child.type === 'element') joinAlike(child);
}

function take(element: Element, more: readonly ElementContent[]): void {
  for (const child of more) element.children.push(child);
}

function areAlike(last: ElementContent | undefined, child: Element): last is Element {
  if (!isElement(last, 'strong', 'em', 's', 'a')) return false;
  return isElement(child, last.tagName) && child.properties.href === last.properties.href;
}

function isSpace(node: ElementContent | undefined): node is Text {
  return node?.type === 'text' && /^[ \u00A0]+$/.test(node.value);
}
