import { l10n, window } from 'vscode';
import type { Command } from './command.js';

export const toggleReading: Command = {
  id: 'toggleReading',
  title: 'Toggle Reading Mode',
  summary:
    'Shows briefs so that they read like prose: tags stay faint until the cursor is in them, promises have a colour for open, overdue and closed, and the end of a line says what is due or overdue. It is remembered for the workspace.',
  enablement: 'editorLangId == markdown',
  icon: 'book',
  menus: [
    { on: 'editorTitle', when: 'editorLangId == markdown && rapporteur.active' },
    { on: 'editor', when: 'editorLangId == markdown && rapporteur.active' },
  ],
  async run({ reading }) {
    await reading.toggle();
    window.setStatusBarMessage(
      reading.isOn ? l10n.t('Reading mode is on.') : l10n.t('Reading mode is off.'),
      3000,
    );
  },
};
