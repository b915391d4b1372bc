import { l10n, window } from 'vscode';
import { actionsAt, applyAction } from '../code-actions.js';
import { activeEditor } from './active-editor.js';
import type { Command } from './command.js';
import { pickAction } from './pick-action.js';

export const newCommitment: Command = {
  id: 'newCommitment',
  title: 'New Commitment from Selection',
  summary:
    'Makes the selected words a commitment: the parties come from the names tagged in them, the strength from their verbs.',
  enablement: 'editorLangId == markdown && !editorReadonly',
  key: {
    key: 'ctrl+k b',
    mac: 'cmd+k b',
    when: 'editorTextFocus && editorLangId == markdown && !editorReadonly',
  },
  menus: [{ on: 'editor', when: 'editorLangId == markdown && rapporteur.active' }],
  async run({ server }) {
    const editor = activeEditor();
    if (editor === undefined) return;
    await server.started();
    const { document, selection } = editor;
    const found = await actionsAt(document, selection, 'refactor.rewrite.rapporteur.commitment');
    if (found.length === 0) {
      void window.showInformationMessage(
        l10n.t(
          'Select the words of the promise, such as “agreed to hold talks every year”: within one paragraph, with whole tags or none in them.',
        ),
      );
      return;
    }
    const picked = await pickAction(found, l10n.t('New commitment'));
    if (picked !== undefined) await applyAction(editor, picked);
  },
};
