import { l10n, window } from 'vscode';
import { copyAsMermaid } from '../panel/panel.js';
import type { Command } from './command.js';

export const showOverview: Command = {
  id: 'showOverview',
  title: 'Show Timeline and Who Owes Whom',
  summary:
    'Opens a panel with the deadlines of all commitments in time, who owes whom, and all of it as a table. A click opens the place where a commitment was made.',
  enablement: 'rapporteur.active',
  icon: 'graph-line',
  menus: [{ on: 'viewTitle', when: 'view == rapporteur.commitments' }],
  run: ({ panel }) => panel.show(),
};

export const copyMermaid: Command = {
  id: 'copyMermaid',
  title: 'Copy as Mermaid…',
  summary:
    'Copies the timeline, or who owes whom, as a Mermaid diagram for Markdown, as the command `rapporteur report` writes it.',
  enablement: 'rapporteur.active',
  menus: [{ on: 'viewMenu', when: 'view == rapporteur.commitments' }],
  async run({ server, lists }, view) {
    const picks = [
      { label: l10n.t('Timeline of deadlines'), view: 'timeline' },
      { label: l10n.t('Who owes whom'), view: 'graph' },
    ] as const;
    const asked =
      picks.find((pick) => pick.view === view) ??
      (await window.showQuickPick(picks, { title: l10n.t('Copy as Mermaid') }));
    if (asked !== undefined)
      await copyAsMermaid(server, { view: asked.view, query: lists.commitments.query });
  },
};
