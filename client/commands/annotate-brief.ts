import { commands, window } from 'vscode';
import { showCurrent } from '../suggestions/show.js';
import type { Command } from './command.js';
import { activeEditor } from './selection-actions.js';

export const annotateBrief: Command = {
  id: 'annotateBrief',
  title: 'Annotate This Brief',
  summary:
    'Shows in the side bar what could be tagged in the text: names, promises, dates, descriptions. Tick what is right, and tag it all at once.',
  enablement: 'editorLangId == markdown && !editorReadonly',
  icon: 'checklist',
  menus: [
    { on: 'editor', when: 'editorLangId == markdown' },
    {
      on: 'editorTitle',
      when: 'editorLangId == markdown && (rapporteur.active || rapporteur.pasted)',
    },
  ],
  async run({ review }) {
    const editor = activeEditor();
    if (editor === undefined) return;
    await commands.executeCommand('rapporteur.suggestions.focus');
    await window.withProgress({ location: { viewId: 'rapporteur.suggestions' } }, () =>
      review.open(editor.document),
    );
    await showCurrent(review);
  },
};
