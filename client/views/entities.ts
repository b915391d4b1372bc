import { Disposable, l10n, window } from 'vscode';
import type { View } from './view.js';

/** Who and what the registries define, by kind. */
export const entities: View = {
  id: 'entities',
  name: 'Entities',
  visibility: 'collapsed',
  welcome: [
    {
      words:
        'The people, organizations, places, agreements … of your registries are listed here, with how often they are mentioned and what they promise.',
      when: 'true',
    },
  ],
  open({ lists }) {
    const { entities: list } = lists;
    const view = window.createTreeView('rapporteur.entities', {
      treeDataProvider: list.tree,
      showCollapseAll: true,
    });
    const update = (): void => {
      view.description = list.query === '' ? '' : l10n.t('with “{0}”', list.query);
    };
    return Disposable.from(view, list.onChange(update));
  },
};
