import { definitionOf, type Kind, scalars, type Tag, tagOf } from '../../brief/index.js';
import { entityOf, type Page, type UseAt, usesOf, type Workspace } from '../../workspace/index.js';
import {
  type HierarchyItem,
  type ItemKey,
  itemOf,
  type Node,
  nodeOfId,
  nodeOfKey,
  nodesAt,
} from './hierarchy-item.js';

/*
 * What is part of something wider as a type hierarchy: topics by `broader`, organizations by `parent`,
 * commitments by `part-of`, and a workspace's own kinds by an attribute of one of those names that
 * points at their own kind.
 */

const UPWARD: ReadonlySet<string> = new Set(['broader', 'parent', 'part_of']);

/** The attributes by which things of a kind name what is wider. */
function upwardOf(kind: Kind | undefined): readonly string[] {
  const found = (kind?.attributes ?? []).filter(({ name, type }) => {
    const points = type.type === 'id' || type.type === 'ids';
    return points && UPWARD.has(name) && type.kinds.includes(kind?.tag ?? '');
  });
  return found.map(({ name }) => name);
}

/** What at an offset (UTF-16) may have something wider or narrower. */
export function prepareTypes(
  workspace: Workspace,
  page: Page,
  offset: number,
): readonly HierarchyItem[] {
  return nodesAt(workspace, page, offset)
    .filter((node) => upwardOf(kindOf(workspace, node)).length > 0)
    .flatMap((node) => itemOf(workspace, node) ?? []);
}

function kindOf(workspace: Workspace, node: Node): Kind | undefined {
  const { kinds } = workspace.vocabulary;
  if (node.type === 'commitment') return kinds.get(node.commitment.at.tag.kind);
  const definition = entityOf(workspace, node.id)?.definition;
  return definition && kinds.get(definition.kind);
}

/** What is wider than an item; `undefined` when the item is gone. */
export function supertypes(
  workspace: Workspace,
  key: ItemKey,
): readonly HierarchyItem[] | undefined {
  const node = nodeOfKey(workspace, key);
  if (node === undefined) return undefined;
  const attributes =
    node.type === 'commitment'
      ? node.commitment.at.tag.attributes
      : (entityOf(workspace, node.id)?.definition.attributes ?? []);
  const ids = upwardOf(kindOf(workspace, node)).flatMap((name) => scalars(attributes, name));
  return items(
    workspace,
    ids.flatMap(({ text }) => nodeOfId(workspace, text) ?? []),
  );
}

/** What names an item as wider, by path and place. */
export function subtypes(workspace: Workspace, key: ItemKey): readonly HierarchyItem[] | undefined {
  const node = nodeOfKey(workspace, key);
  if (node === undefined) return undefined;
  const id = node.type === 'commitment' ? node.commitment.id : node.id;
  const upward = new Set(upwardOf(kindOf(workspace, node)));
  const uses = id === undefined ? [] : usesOf(workspace, id);
  const pointing = uses.filter(({ use }) => upward.has(use.attribute));
  return items(
    workspace,
    pointing.flatMap((at) => pointingNode(workspace, at) ?? []),
  );
}

/** Who points. */
function pointingNode(workspace: Workspace, { page: id, use }: UseAt): Node | undefined {
  const page = workspace.pages.get(id);
  const tag = page && tagOf(page.facts, use.tag);
  const own = tag === undefined ? definedId(page, use.definition) : idOf(tag);
  if (own !== undefined) return nodeOfId(workspace, own);
  if (tag?.role !== 'commitment') return undefined;
  return nodeOfKey(workspace, { page: id, start: tag.span.start });
}

function definedId(page: Page | undefined, definition: number | undefined): string | undefined {
  return page && definitionOf(page.facts, definition)?.id.text;
}

function idOf({ id }: Tag): string | undefined {
  return id?.text;
}

function items(workspace: Workspace, nodes: readonly Node[]): readonly HierarchyItem[] {
  const found = new Map<string, HierarchyItem>();
  for (const node of nodes) {
    const item = itemOf(workspace, node);
    if (item !== undefined) found.set(JSON.stringify(item.key), item);
  }
  return [...found.values()];
}
