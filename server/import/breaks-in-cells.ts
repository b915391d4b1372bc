import type { Nodes, PhrasingContent } from 'mdast';

/** Markdown has no line break in a cell but that of HTML. */
export function breaksInCells(node: Nodes, isInCell = false): void {
  if (!('children' in node)) return;
  const isCell = isInCell || node.type === 'tableCell';
  for (const child of node.children) breaksInCells(child, isCell);
  if (!isCell) return;
  const children = node.children as PhrasingContent[];
  for (const [index, { type }] of children.entries())
    if (type === 'break') children[index] = { type: 'html', value: '<br>' };
}
