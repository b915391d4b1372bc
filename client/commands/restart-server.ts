import { l10n, window } from 'vscode';
import type { Command } from './command.js';

export const restartServer: Command = {
  id: 'restartServer',
  title: 'Restart',
  summary:
    'Ends what reads the briefs in the background and starts it anew. For when something seems stuck; nothing of yours is lost.',
  async run({ server }) {
    await server.restart();
    window.setStatusBarMessage(l10n.t('Rapporteur was started again.'), 5000);
  },
};
