import { l10n, Range, Selection, window } from 'vscode';
import { actionsAt, applyAction, pickAction } from '../code-actions.js';
import { IGNORE_KIND } from '../ignore-action.js';
import type { Command } from './command.js';
import { activeEditor } from './selection-actions.js';

export const ignoreFinding: Command = {
  id: 'ignoreFinding',
  title: 'Ignore a Finding…',
  summary:
    'Writes a comment that silences the finding at the cursor, there or in the whole file. Also the last of the quick fixes of a finding.',
  enablement: 'rapporteur.active && !editorReadonly',
  async run({ server }, argument) {
    const editor = argument instanceof Range ? window.activeTextEditor : activeEditor();
    if (editor === undefined) return;
    const { start, end } = argument instanceof Range ? argument : editor.selection;
    const found = await actionsAt(server, editor.document, new Selection(start, end), IGNORE_KIND);
    if (found.length === 0) {
      void window.showInformationMessage(
        l10n.t('There is no finding of Rapporteur here. F8 goes to the next one.'),
      );
      return;
    }
    const picked = await pickAction(found, l10n.t('Ignore a finding'));
    if (picked !== undefined) await applyAction(editor, picked);
  },
};
