import type { Element, ElementContent, Root, Text } from 'hast';
import { isElement } from './styles.js';

/**
 * Word writes a bold phrase, or a link, in as many pieces as it was typed in: those that touch, or have but space
 * between them, become one.
 * @param around what all of it is: `strong`
 */
export function joinAlike(parent: Root | Element, around: readonly string[] = []): void {
  const children: ElementContent[] = [];
  for (const child of withoutRepeated(parent, around)) {
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
  for (const child of children)
    if (isElement(child))
      joinAlike(child, isElement(child, 'strong', 'em', 's') ? [...around, child.tagName] : around);
}

/** What is bold in what is bold is no bolder. */
function withoutRepeated(parent: Root | Element, around: readonly string[]): ElementContent[] {
  const children = parent.children as ElementContent[];
  if (around.length === 0) return children;
  return children.flatMap((child) =>
    isElement(child) && around.includes(child.tagName) ? withoutRepeated(child, around) : [child],
  );
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
