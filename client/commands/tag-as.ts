import { l10n, type TextEditor } from 'vscode';
import type { Command } from './command.js';
import { pickActionForSelection } from './selection-actions.js';

export const tagAs: Command = {
  id: 'tagAs',
  title: 'Tag As…',
  summary:
    'Tags the selected words, all selections alike, or the word at the cursor, as a person, an office, a date and so on.',
  enablement: 'editorLangId == markdown && !editorReadonly',
  key: {
    key: 'ctrl+k a',
    mac: 'cmd+k a',
    when: 'editorTextFocus && editorLangId == markdown && !editorReadonly',
  },
  menus: [{ on: 'editor', when: 'editorLangId == markdown && rapporteur.active' }],
  run: ({ server }) =>
    pickActionForSelection(server, {
      kind: 'refactor.rewrite.rapporteur.tag',
      title: titleOf,
      all: true,
      none: l10n.t('Select the words to tag, in one paragraph. Do not cut a tag in two.'),
    }),
};

function titleOf({ document, selection }: TextEditor): string {
  const words = document.getText(selection).replace(/\s+/g, ' ').trim();
  return words === '' ? l10n.t('Tag the word at the cursor') : l10n.t('Tag “{0}”', words);
}
