import {
  EventEmitter,
  l10n,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
} from 'vscode';
import type { ListGroup, ListPage, ListParams } from '../../server/lsp/protocol.js';
import type { Server } from '../server.js';

/** A row of a list that the server has in groups: a group, what is in it, and where there is more than is shown. */
export type ListNode<Item> =
  | { readonly type: 'group'; readonly group: ListGroup }
  | { readonly type: 'item'; readonly group: ListGroup; readonly item: Item }
  | { readonly type: 'more'; readonly group: ListGroup | undefined; readonly left: number };

export interface ListTree<Item> extends TreeDataProvider<ListNode<Item>> {
  /** Asks anew for what is shown. */
  refresh(): void;
  /** A group, or one of the first in it, as it is shown; `undefined`: it is not. */
  nodeOf(group: ListGroup, isIt?: (item: Item) => boolean): Promise<ListNode<Item> | undefined>;
  getParent(node: ListNode<Item>): ListNode<Item> | undefined;
  /** Shows the next page of a group, or of the groups. */
  showMore(group: ListGroup | undefined): Promise<void>;
}

/** What a list is, and how its rows look. */
export interface ListLook<Item> {
  ask(params: ListParams): Promise<ListPage<Item>>;
  group(group: ListGroup): TreeItem;
  item(item: Item, group: ListGroup): TreeItem;
}

/** The command behind the row that says that there is more; its arguments are the tree and the group. */
export const SHOW_MORE = 'rapporteur.showMoreOfList';

interface KnownPage<Item> {
  readonly revision: number;
  readonly total: number;
  readonly nodes: readonly ListNode<Item>[];
}

/** Only what somebody looks at is asked for: a page when its group opens, the next one when more is wanted. */
export function createListTree<Item>(server: Server, look: ListLook<Item>): ListTree<Item> {
  const changed = new EventEmitter<void>();
  let known = new Map<string | undefined, KnownPage<Item>>();

  const load = async (group: ListGroup | undefined): Promise<KnownPage<Item> | undefined> => {
    const mine = known;
    const before = mine.get(group?.key);
    const page = await look.ask({
      ...(group && { group: group.key }),
      offset: before?.nodes.length ?? 0,
    });
    // Of another list than the page before: the server says so, and all is asked for again.
    if (known !== mine || (before !== undefined && before.revision !== page.revision))
      return undefined;
    const come: readonly ListNode<Item>[] =
      group === undefined
        ? page.groups.map((each) => ({ type: 'group', group: each }))
        : page.items.map((item) => ({ type: 'item', group, item }));
    const { revision, total } = page;
    const next = { revision, total, nodes: [...(before?.nodes ?? []), ...come] };
    mine.set(group?.key, next);
    return next;
  };

  const refresh = (): void => {
    known = new Map();
    changed.fire();
  };

  const groupNode = (key: string | undefined): ListNode<Item> | undefined =>
    known
      .get(undefined)
      ?.nodes.find((node) => node.type === 'group' && key !== undefined && node.group.key === key);

  const tree: ListTree<Item> = {
    onDidChangeTreeData: changed.event,
    refresh,
    async showMore(group) {
      if ((await load(group)) === undefined) refresh();
      else changed.fire();
    },
    async nodeOf(group, isIt) {
      if (!known.has(undefined)) await load(undefined);
      const shown = groupNode(group.key);
      if (isIt === undefined || shown?.type !== 'group') return shown;
      const page = known.get(group.key) ?? (await load(shown.group));
      return page?.nodes.find((node) => node.type === 'item' && isIt(node.item)) ?? shown;
    },
    getParent: (node) => (node.type === 'group' ? undefined : groupNode(node.group?.key)),
    async getChildren(node) {
      if (server.running() === undefined || (node !== undefined && node.type !== 'group'))
        return [];
      const group = node?.group;
      const page = known.get(group?.key) ?? (await load(group));
      if (page === undefined) return [];
      const left = page.total - page.nodes.length;
      return left > 0 ? [...page.nodes, { type: 'more', group, left }] : [...page.nodes];
    },
    getTreeItem(node) {
      if (node.type === 'group') return groupItem(look.group(node.group), node.group);
      if (node.type === 'item') return look.item(node.item, node.group);
      const item = new TreeItem(l10n.t('Show more ({0} left)', node.left));
      item.command = {
        command: SHOW_MORE,
        title: item.label as string,
        arguments: [tree, node.group],
      };
      return item;
    },
  };
  return tree;
}

function groupItem(item: TreeItem, { key }: ListGroup): TreeItem {
  item.id = `group ${key}`;
  item.collapsibleState ??= TreeItemCollapsibleState.Collapsed;
  return item;
}
