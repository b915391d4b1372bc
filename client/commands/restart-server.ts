import { l10n, window } from 'vscode';
import type { Command } from './command.js';

export const restartServer: Command = {
  id: 'restartServer',
  title: 'Restart',
  summary:
    'Stops the language server and starts it again, for example when it does not respond. Your files are not changed.',
  async run({ server }) {
    await server.restart();
    window.setStatusBarMessage(l10n.t('Rapporteur was started again.'), 5000);
  },
};
