import {
  Disposable,
  l10n,
  type Position,
  type TextDocument,
  type TextEditor,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  window,
  workspace,
} from 'vscode';
import {
  type BriefItem,
  type BriefParams,
  type ListGroup,
  type ListPage,
  REQUESTS,
} from '../../server/lsp/protocol.js';
import { plurals } from '../plurals.js';
import type { Server } from '../server.js';
import { commitmentRow } from './commitment-list.js';
import { entityRow } from './entity-list.js';
import { createListTree, type ListNode, type ListTree } from './list-tree.js';

export type BriefNode = ListNode<BriefItem>;

/** What is in the brief that is written or was looked at last. */
export interface BriefList extends Disposable {
  readonly tree: ListTree<BriefItem>;
  readonly document: TextDocument | undefined;
  onChange(listener: () => void): Disposable;
  /** What a cursor is on; `undefined`: nothing that is listed. */
  nodeAt(at: Position): Promise<BriefNode | undefined>;
  /** What a row is about as it is now; `undefined`: it is gone. */
  now(node: Extract<BriefNode, { type: 'item' }>): Promise<BriefItem | undefined>;
}

export function createBriefList(server: Server): BriefList {
  const listeners = new Set<() => void>();
  let document: TextDocument | undefined;
  const ask = async (more: Omit<BriefParams, 'uri'>): Promise<ListPage<BriefItem> | null> => {
    const client = server.running();
    if (document === undefined || client === undefined) return null;
    const uri = client.code2ProtocolConverter.asUri(document.uri);
    const params: BriefParams = { ...more, uri };
    return client.sendRequest<ListPage<BriefItem> | null>(REQUESTS.brief, params);
  };
  const tree = createListTree<BriefItem>(server, {
    ask: async (params) => (await ask(params)) ?? NOTHING,
    group: groupItem,
    item: rowItem,
  });
  const refresh = (): void => {
    tree.refresh();
    for (const listener of listeners) listener();
  };
  const show = (next: TextDocument | undefined): void => {
    if (next === document) return;
    document = next;
    refresh();
  };
  const follow = (editor: TextEditor | undefined): void => {
    // Whoever looks something up in a registry comes back.
    if (editor?.document.languageId === 'markdown') show(editor.document);
  };
  follow(window.activeTextEditor);
  const watching = Disposable.from(
    server.onList('brief', refresh),
    window.onDidChangeActiveTextEditor(follow),
    workspace.onDidCloseTextDocument((closed) => {
      if (closed === document) show(undefined);
    }),
  );
  return {
    tree,
    get document() {
      return document;
    },
    onChange(listener) {
      listeners.add(listener);
      return { dispose: () => listeners.delete(listener) };
    },
    async nodeAt(position) {
      const at = { line: position.line, character: position.character };
      const { groups: [group] = [], items: [item] = [] } = (await ask({ at })) ?? NOTHING;
      if (group === undefined || item === undefined) return undefined;
      const key = keyOf(item);
      return tree.nodeOf(group, (each) => keyOf(each) === key);
    },
    async now({ group: { key: group }, item }) {
      const { items } = (await ask({ group, item: keyOf(item) })) ?? NOTHING;
      return items[0];
    },
    dispose: () => watching.dispose(),
  };
}

const NOTHING: ListPage<BriefItem> = { revision: 0, total: 0, overdue: 0, groups: [], items: [] };

function keyOf(item: BriefItem): string {
  return item.type === 'entity' ? item.id : item.key;
}

function groupItem({ key, title, icon, count, overdue }: ListGroup): TreeItem {
  const item = new TreeItem(title, TreeItemCollapsibleState.Expanded);
  const late = overdue > 0 ? [plurals.overdue(overdue)] : [];
  item.description = [String(count), ...late].join(' · ');
  if (icon !== '') item.iconPath = new ThemeIcon(icon);
  item.contextValue = `brief-${key}`;
  item.accessibilityInformation = { label: [title, String(count), ...late].join(', ') };
  return item;
}

/** The same as elsewhere, but that it leads to where it is in the brief. */
function rowItem(item: BriefItem, group: ListGroup): TreeItem {
  const row =
    item.type === 'commitment'
      ? commitmentRow(item, group)
      : item.type === 'entity'
        ? entityRow(item, group)
        : findingRow(item);
  row.command = {
    command: GO_TO,
    title: l10n.t('Go to Place'),
    arguments: [{ type: 'item', group, item }],
  };
  return row;
}

const GO_TO = 'rapporteur.goToPlaceInBrief';

function findingRow({
  key,
  rule,
  message,
  severity,
  location,
}: Extract<BriefItem, { type: 'finding' }>): TreeItem {
  const row = new TreeItem(message);
  const line = l10n.t('line {0}', location.range.start.line + 1);
  row.id = key;
  row.description = `${rule} · ${line}`;
  row.tooltip = message;
  row.iconPath = ICONS[severity];
  row.contextValue = 'finding';
  row.accessibilityInformation = { label: [severity, message, rule, line].join(', ') };
  return row;
}

const ICONS = {
  error: new ThemeIcon('error', new ThemeColor('list.errorForeground')),
  warning: new ThemeIcon('warning', new ThemeColor('list.warningForeground')),
  info: new ThemeIcon('info'),
  hint: new ThemeIcon('lightbulb'),
} as const;
