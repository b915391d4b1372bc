import { l10n, type TextEditor } from 'vscode';
import type { Command } from './command.js';
import { pickActionForSelection } from './selection-actions.js';

export const tagAll: Command = {
  id: 'tagAll',
  title: 'Tag All Occurrences…',
  summary:
    'On a mention: tags the other mentions in the brief. On selected words: tags them everywhere in the brief, all selections alike.',
  enablement: 'editorLangId == markdown && !editorReadonly',
  menus: [{ on: 'editor', when: 'editorLangId == markdown && rapporteur.active' }],
  run: ({ server }) =>
    pickActionForSelection(server, {
      kind: 'refactor.rewrite.rapporteur.tagAll',
      title: titleOf,
      all: true,
      everywhere: true,
      none: l10n.t('There are no others: select the words to tag, or put the cursor in a mention.'),
    }),
};

function titleOf({ document, selection }: TextEditor): string {
  const words = document.getText(selection).replace(/\s+/g, ' ').trim();
  return l10n.t('Tag all “{0}”', words);
}
