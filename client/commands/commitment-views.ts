import { l10n, window } from 'vscode';
import { GROUPINGS, type Grouping } from '../lists/commitment-list.js';
import { filterList } from '../lists/filter-list.js';
import type { Command } from './command.js';

const ON_VIEW = 'view == rapporteur.commitments';

export const groupCommitments: Command = {
  id: 'groupCommitments',
  title: 'Group Commitments By…',
  summary:
    'Groups the view Commitments by when they are due, by status, party, agreement or brief. It is remembered.',
  enablement: 'rapporteur.active',
  icon: 'list-tree',
  menus: [{ on: 'viewTitle', when: ON_VIEW }],
  async run({ lists }) {
    const { commitments } = lists;
    const picks = GROUPINGS.map((grouping) => ({
      label: groupingWords(grouping),
      description: grouping === commitments.grouping ? l10n.t('as now') : '',
      grouping,
    }));
    const picked = await window.showQuickPick(picks, { title: l10n.t('Group commitments') });
    if (picked !== undefined) await commitments.groupBy(picked.grouping);
  },
};

export const filterCommitments: Command = {
  id: 'filterCommitments',
  title: 'Filter Commitments…',
  summary:
    'Shows only those commitments in the view that have these words: of the promise, of a party, an agreement, a status or a brief.',
  enablement: 'rapporteur.active',
  icon: 'filter',
  menus: [{ on: 'viewTitle', when: ON_VIEW }],
  run: async ({ lists }) =>
    filterList(lists.commitments, {
      title: l10n.t('Filter commitments'),
      hint: l10n.t('Words, a party, an agreement, a status or a brief; empty: all'),
    }),
};

export function groupingWords(grouping: Grouping): string {
  if (grouping === 'due') return l10n.t('by due date');
  if (grouping === 'status') return l10n.t('by status');
  if (grouping === 'party') return l10n.t('by party');
  return grouping === 'agreement' ? l10n.t('by agreement') : l10n.t('by brief');
}
