import type { Element, ElementContent } from 'hast';
import { isElement } from './styles.js';

export function isHeading(node: ElementContent): node is Element {
  return isElement(node, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6');
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
