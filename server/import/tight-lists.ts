import type { Nodes } from 'mdast';

/** No blank lines in a list whose items are one paragraph each, with what is listed below it. */
export function tightLists(node: Nodes): void {
  if (!('children' in node)) return;
  for (const child of node.children) tightLists(child);
  if (node.type === 'listItem')
    node.spread = node.children.filter(({ type }) => type !== 'list').length > 1;
  if (node.type === 'list') node.spread = node.children.some(({ spread }) => spread === true);
}
