import { type Disposable, l10n, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import {
  type EntityListParams,
  type ListedEntity,
  type ListGroup,
  type ListPage,
  REQUESTS,
} from '../../server/lsp/protocol.js';
import { ENTITY_KINDS } from '../core-words.js';
import { plurals } from '../plurals.js';
import type { Server } from '../server.js';
import { createListTree, type ListNode, type ListTree } from './list-tree.js';

export type EntityNode = ListNode<ListedEntity>;

/** The entities of the workspace as the side bar shows them. */
export interface EntityList extends Disposable {
  readonly tree: ListTree<ListedEntity>;
  readonly query: string;
  onChange(listener: () => void): Disposable;
  filter(query: string): void;
  /** An entity as it is now; `undefined`: it is gone. */
  now(id: string): Promise<ListedEntity | undefined>;
  /** Those of its kind in its workspace that have these words, the first 200. */
  like(entity: ListedEntity, query: string): Promise<readonly ListedEntity[]>;
}

export function createEntityList(server: Server): EntityList {
  const listeners = new Set<() => void>();
  let query = '';
  const ask = async (params: EntityListParams): Promise<ListPage<ListedEntity>> =>
    (await server.started()).sendRequest(REQUESTS.entities, params);
  const tree = createListTree(server, {
    ask: (params) => ask({ ...params, by: 'kind', query }),
    group: groupItem,
    item: entityRow,
  });
  const watching = server.onList('entities', () => tree.refresh());
  return {
    tree,
    get query() {
      return query;
    },
    onChange(listener) {
      listeners.add(listener);
      return { dispose: () => listeners.delete(listener) };
    },
    filter(next) {
      query = next;
      tree.refresh();
      for (const listener of listeners) listener();
    },
    now: async (id) => (await ask({ by: 'kind', item: id })).items[0],
    async like({ id, kind }, words) {
      const { items } = await ask({ by: 'kind', group: kind, beside: id, query: words });
      return items.filter((other) => other.id !== id);
    },
    dispose: () => watching.dispose(),
  };
}

function groupItem({ title, icon, count }: ListGroup): TreeItem {
  const item = new TreeItem(title, TreeItemCollapsibleState.Collapsed);
  item.description = String(count);
  item.iconPath = new ThemeIcon(icon);
  item.contextValue = 'entity-group';
  item.accessibilityInformation = { label: `${title}, ${count}` };
  return item;
}

/** How an entity looks in a list. */
export function entityRow(entity: ListedEntity, group: ListGroup): TreeItem {
  const { id, name, otherNames, description, mentions, promises } = entity;
  const item = new TreeItem(name);
  const counts = [
    plurals.mentions(mentions),
    ...(promises > 0 ? [plurals.commitments(promises)] : []),
  ];
  item.id = `${group.key} ${id}`;
  item.description = counts.join(' · ');
  item.iconPath = new ThemeIcon(group.icon);
  item.contextValue = 'entity';
  const also = otherNames.length > 0 ? l10n.t('also {0}', otherNames.join(', ')) : '';
  item.tooltip = [`${name} (${id})`, also, description].filter((line) => line !== '').join('\n');
  const what = ENTITY_KINDS.find(({ kind }) => kind === entity.kind)?.name ?? entity.kind;
  item.accessibilityInformation = { label: [what.toLowerCase(), name, ...counts].join(', ') };
  item.command = {
    command: 'rapporteur.goToDefinitionOf',
    title: l10n.t('Go to Definition'),
    arguments: [{ type: 'item', group, item: entity }],
  };
  return item;
}
