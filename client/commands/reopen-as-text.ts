import { commands, l10n, TabInputCustom, window } from 'vscode';
import type { Command } from './command.js';

export const reopenAsText: Command = {
  id: 'reopenAsText',
  title: 'Reopen as Text',
  summary:
    'Shows a brief that is open in another editor for Markdown, such as the rich one of VS Code, as text: only there are findings, names and promises shown.',
  enablement: 'activeCustomEditorId && resourceExtname == .md',
  icon: 'go-to-file',
  menus: [
    {
      on: 'editorTitle',
      when: 'activeCustomEditorId && resourceExtname == .md && rapporteur.active',
    },
  ],
  async run() {
    if (window.tabGroups.activeTabGroup.activeTab?.input instanceof TabInputCustom) {
      await commands.executeCommand('workbench.action.reopenTextEditor');
      return;
    }
    void window.showInformationMessage(l10n.t('This brief is open as text already.'));
  },
};
