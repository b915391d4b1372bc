import { type Command, l10n } from 'vscode';
import type { StatusParams } from '../server/lsp/protocol.js';
import { plurals } from './plurals.js';
import type { ServerStatus } from './server.js';

/** What the status items say, and what a click on them does. */
export interface StatusText {
  readonly icon: string;
  /** In the status bar after the icon; empty: the name of the extension. */
  readonly short: string;
  readonly text: string;
  readonly detail: string;
  /** All of it in one sentence, for the tip and for a screen reader. */
  readonly label: string;
  /** Of the server, not of the briefs: what is wrong with those is in Problems. */
  readonly severity: 'Information' | 'Error';
  readonly busy: boolean;
  /** What a click does; its title is shown. */
  readonly click: Command;
  readonly hidden: boolean;
}

export function statusText(status: ServerStatus): StatusText {
  switch (status.state) {
    case 'off':
      return { ...plain(l10n.t('Not running'), 'circle-slash'), hidden: true };
    case 'starting':
      return { ...plain(l10n.t('Starting'), 'sync~spin'), busy: true };
    case 'stopped':
      return {
        ...plain(l10n.t('Stopped'), 'error'),
        short: l10n.t('Rapporteur stopped'),
        severity: 'Error',
        click: { command: 'rapporteur.restartServer', title: l10n.t('Start Again') },
      };
    case 'reading':
      return { ...plain(l10n.t('Reading the briefs'), 'sync~spin'), busy: true };
    case 'ready':
      return ready(status);
  }
}

function plain(text: string, icon: string): StatusText {
  return {
    icon,
    short: '',
    text,
    detail: 'Rapporteur',
    label: l10n.t('Rapporteur: {0}', text),
    severity: 'Information',
    busy: false,
    click: { command: 'rapporteur.showLog', title: l10n.t('Show Log') },
    hidden: false,
  };
}

function ready({ pages, errors, warnings, overdue }: StatusParams): StatusText {
  const faults = [
    errors > 0 ? plurals.errors(errors) : '',
    warnings > 0 ? plurals.warnings(warnings) : '',
  ].filter((part) => part !== '');
  const late = overdue > 0 ? l10n.t('{0} overdue', overdue) : l10n.t('nothing overdue');
  const found = faults.length > 0 ? faults.join(', ') : l10n.t('no errors or warnings');
  const files = plurals.files(pages);
  const base = plain(files, 'checklist');
  const sentence = `${late}, ${found}, ${files}`;
  return {
    ...base,
    short: [overdue > 0 ? late : '', errors > 0 ? plurals.errors(errors) : '']
      .filter((part) => part !== '')
      .join(', '),
    text: `${late}, ${found}`,
    detail: files,
    label: l10n.t('Rapporteur: {0}', sentence),
    click: overdue > 0 ? showOverdue() : showProblems(),
    hidden: pages === 0,
  };
}

function showOverdue(): Command {
  const title = l10n.t('Show Commitments');
  return { command: 'rapporteur.showCommitments', title, arguments: ['overdue'] };
}

function showProblems(): Command {
  return { command: 'workbench.actions.view.problems', title: l10n.t('Show Problems') };
}
