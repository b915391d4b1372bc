import { l10n } from 'vscode';
import type { Command } from './command.js';
import { pickActionForSelection } from './selection-actions.js';

export const newCommitment: Command = {
  id: 'newCommitment',
  title: 'New Commitment from Selection',
  summary:
    'Makes the selected words a commitment. The parties come from the tagged names in them, the strength from their verbs.',
  enablement: 'editorLangId == markdown && !editorReadonly',
  key: {
    key: 'ctrl+k b',
    mac: 'cmd+k b',
    when: 'editorTextFocus && editorLangId == markdown && !editorReadonly',
  },
  menus: [{ on: 'editor', when: 'editorLangId == markdown && rapporteur.active' }],
  run: ({ server }) =>
    pickActionForSelection(server, {
      kind: 'refactor.rewrite.rapporteur.commitment',
      title: () => l10n.t('New commitment'),
      none: l10n.t(
        'Select the words of the promise, such as “agreed to hold talks every year”, in one paragraph. Do not cut a tag in two.',
      ),
    }),
};
