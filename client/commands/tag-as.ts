import { l10n, type TextEditor, window } from 'vscode';
import { actionsAt, applyAction } from '../code-actions.js';
import { activeEditor } from './active-editor.js';
import type { Command } from './command.js';
import { pickAction } from './pick-action.js';

export const tagAs: Command = {
  id: 'tagAs',
  title: 'Tag As…',
  summary:
    'Tags the selected words, or the word at the cursor, as a person, an office, a date and so on.',
  enablement: 'editorLangId == markdown && !editorReadonly',
  key: {
    key: 'ctrl+k a',
    mac: 'cmd+k a',
    when: 'editorTextFocus && editorLangId == markdown && !editorReadonly',
  },
  menus: [{ on: 'editor', when: 'editorLangId == markdown && rapporteur.active' }],
  async run({ server }) {
    const editor = activeEditor();
    if (editor === undefined) return;
    await server.started();
    const { document, selection } = editor;
    const found = await actionsAt(document, selection, 'refactor.rewrite.rapporteur.tag');
    if (found.length === 0) {
      void window.showInformationMessage(
        l10n.t(
          'Select the words to tag: plain words of one paragraph, with no half of a tag in them.',
        ),
      );
      return;
    }
    const picked = await pickAction(found, titleOf(editor));
    if (picked !== undefined) await applyAction(editor, picked);
  },
};

function titleOf({ document, selection }: TextEditor): string {
  const words = document.getText(selection).replace(/\s+/g, ' ').trim();
  return words === '' ? l10n.t('Tag the word at the cursor') : l10n.t('Tag “{0}”', words);
}
