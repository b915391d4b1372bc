import { Disposable, l10n, window } from 'vscode';
import { groupingWords } from '../commands/commitment-views.js';
import { plurals } from '../plurals.js';
import type { View } from './view.js';

/** All that was promised in the workspace, in groups. */
export const commitments: View = {
  id: 'commitments',
  name: 'Commitments',
  welcome: [
    {
      words:
        'The promises of your briefs are listed here: who promised what to whom, and what is overdue.\n[Annotate This Brief](command:rapporteur.annotateBrief)',
      when: 'true',
    },
  ],
  open({ lists }) {
    const { commitments: list } = lists;
    const view = window.createTreeView('rapporteur.commitments', {
      treeDataProvider: list.tree,
      showCollapseAll: true,
    });
    const update = (): void => {
      const found = list.query === '' ? '' : l10n.t('with “{0}”', list.query);
      view.description = [groupingWords(list.grouping), found].filter(Boolean).join(' · ');
      view.badge =
        list.overdue === 0
          ? undefined
          : { value: list.overdue, tooltip: plurals.overdueCommitments(list.overdue) };
    };
    update();
    return Disposable.from(view, list.onChange(update));
  },
};
