import { commands, l10n, ProgressLocation, window } from 'vscode';
import { allFindings, findingsSummary } from '../findings.js';
import type { Command } from './command.js';

export const checkWorkspace: Command = {
  id: 'checkWorkspace',
  title: 'Check Workspace',
  summary: 'Checks every brief and registry, opens Problems and shows the number of findings.',
  async run({ server }) {
    const title = l10n.t('Checking the workspace');
    const options = { location: ProgressLocation.Window, title };
    const words = await window.withProgress(options, async (_, token) => {
      return findingsSummary(await allFindings(await server.started(), token));
    });
    await commands.executeCommand('workbench.actions.view.problems');
    void window.showInformationMessage(words);
  },
};
