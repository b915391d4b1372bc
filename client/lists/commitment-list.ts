import {
  type Disposable,
  l10n,
  type Memento,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
} from 'vscode';
import {
  type CommitmentItem,
  type CommitmentsParams,
  type ListGroup,
  type ListPage,
  REQUESTS,
} from '../../server/lsp/protocol.js';
import { END_STATUSES } from '../core-words.js';
import { plurals } from '../plurals.js';
import type { Server } from '../server.js';
import { createListTree, type ListNode, type ListTree } from './list-tree.js';

export type Grouping = CommitmentsParams['by'];

export const GROUPINGS: readonly Grouping[] = ['due', 'status', 'party', 'agreement', 'brief'];

export type CommitmentNode = ListNode<CommitmentItem>;

/** The commitments of the workspace as the side bar shows them. */
export interface CommitmentList extends Disposable {
  readonly tree: ListTree<CommitmentItem>;
  readonly grouping: Grouping;
  readonly query: string;
  /** How many are overdue, whatever is shown. */
  readonly overdue: number;
  /** Whether there is none, whatever is shown. */
  readonly isEmpty: boolean;
  onChange(listener: () => void): Disposable;
  groupBy(grouping: Grouping): Promise<void>;
  filter(query: string): void;
  /** A commitment as it is now; `undefined`: it is gone. */
  now(item: CommitmentItem): Promise<CommitmentItem | undefined>;
}

const GROUPING_KEY = 'commitments.grouping';

/** @param memory what is remembered of the workspace */
export function createCommitmentList(server: Server, memory: Memento): CommitmentList {
  const listeners = new Set<() => void>();
  const remembered = memory.get<string>(GROUPING_KEY);
  let grouping = GROUPINGS.find((each) => each === remembered) ?? 'due';
  let query = '';
  let overdue = 0;
  let isEmpty = true;
  const ask = async (params: CommitmentsParams): Promise<ListPage<CommitmentItem>> =>
    (await server.started()).sendRequest(REQUESTS.commitments, params);
  const tree = createListTree(server, {
    ask: (params) => ask({ ...params, by: grouping, query }),
    group: groupItem,
    item: commitmentRow,
  });
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const refresh = (): void => {
    tree.refresh();
    if (server.running() === undefined) {
      overdue = 0;
      isEmpty = true;
      tell();
      return;
    }
    void ask({ by: 'due', limit: 0 }).then(
      (page) => {
        overdue = page.overdue;
        isEmpty = page.total === 0;
        tell();
      },
      () => undefined,
    );
  };
  const watching = server.onList('commitments', refresh);
  return {
    tree,
    get grouping() {
      return grouping;
    },
    get query() {
      return query;
    },
    get isEmpty() {
      return isEmpty;
    },
    get overdue() {
      return overdue;
    },
    onChange(listener) {
      listeners.add(listener);
      return { dispose: () => listeners.delete(listener) };
    },
    async groupBy(next) {
      grouping = next;
      tree.refresh();
      tell();
      await memory.update(GROUPING_KEY, next);
    },
    filter(next) {
      query = next;
      tree.refresh();
      tell();
    },
    now: async ({ key }) => (await ask({ by: grouping, item: key })).items[0],
    dispose: () => watching.dispose(),
  };
}

function groupItem({ key, title, icon, count, overdue }: ListGroup): TreeItem {
  const item = new TreeItem(
    title,
    key === 'overdue' ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed,
  );
  const late = overdue > 0 && overdue < count ? [plurals.overdue(overdue)] : [];
  item.description = [String(count), ...late].join(' · ');
  if (icon !== '') item.iconPath = new ThemeIcon(icon);
  item.contextValue = 'commitment-group';
  item.accessibilityInformation = {
    label: [title, plurals.commitments(count), ...late].join(', '),
  };
  return item;
}

/** How a commitment looks in a list. */
export function commitmentRow(commitment: CommitmentItem, group: ListGroup): TreeItem {
  const { key, id, words, due, status, under, brief, deadline, overdue, extended, scores } =
    commitment;
  const item = new TreeItem(words === '' ? l10n.t('(no words)') : words);
  const parties = partiesInWords(commitment);
  const state = due === '' || status !== 'active' ? status.replaceAll('-', ' ') : '';
  const facts = [parties, due, state, scores].filter((fact) => fact !== '');
  item.id = `${group.key} ${key}`;
  item.description = facts.join(' · ');
  item.iconPath = overdue
    ? new ThemeIcon('warning', new ThemeColor('list.warningForeground'))
    : new ThemeIcon(END_STATUSES.includes(status) ? 'pass' : 'circle-outline');
  item.contextValue = id === undefined ? 'commitment' : 'commitment-id';
  const lines = [
    words,
    parties,
    deadline === '' ? '' : l10n.t('Due: {0}', deadline),
    l10n.t('Status: {0}', status.replaceAll('-', ' ')),
    extended,
    scores,
    under === undefined ? '' : l10n.t('Under: {0}', under),
    l10n.t('In: {0}', brief),
  ];
  item.tooltip = lines.filter((line) => line !== '').join('\n');
  item.accessibilityInformation = {
    label: [l10n.t('commitment'), item.label, ...facts].join(', '),
  };
  item.command = {
    command: 'rapporteur.goToCommitment',
    title: l10n.t('Go to Commitment'),
    arguments: [{ type: 'item', group, item: commitment }],
  };
  return item;
}

/** `India → United States`. */
export function partiesInWords({ by, to }: Pick<CommitmentItem, 'by' | 'to'>): string {
  return [by.join(', '), to.join(', ')].filter((names) => names !== '').join(' → ');
}
