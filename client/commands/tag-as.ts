import { l10n, type Range, type TextEditor, window } from 'vscode';
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
    const range = wordsToTag(editor);
    const found =
      range === undefined
        ? []
        : await actionsAt(editor.document, range, 'refactor.rewrite.rapporteur.tag');
    if (found.length === 0) {
      void window.showInformationMessage(
        l10n.t(
          'Select the words to tag: plain words of one paragraph, with no half of a tag in them.',
        ),
      );
      return;
    }
    const words = editor.document.getText(range).replace(/\s+/g, ' ');
    const picked = await pickAction(found, l10n.t('Tag “{0}” as', words));
    if (picked !== undefined) await applyAction(editor, picked);
  },
};

function wordsToTag({ document, selection }: TextEditor): Range | undefined {
  return selection.isEmpty ? document.getWordRangeAtPosition(selection.active) : selection;
}
