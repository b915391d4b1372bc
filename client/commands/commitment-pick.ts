import { l10n, type QuickPickItem } from 'vscode';
import type { CommitmentItem } from '../../server/lsp/protocol.js';

export interface CommitmentPick extends QuickPickItem {
  readonly item: CommitmentItem;
}

/** A commitment in a list: its words, who to whom, and its state; in words, never by a colour alone. */
export function commitmentPick(item: CommitmentItem): CommitmentPick {
  const { by, to, due, status, under, brief, overdue } = item;
  const parties = [by.join(', '), to.join(', ')].filter((names) => names !== '').join(' → ');
  const facts = [status.replaceAll('-', ' '), due, under ?? '', brief].filter(
    (fact) => fact !== '',
  );
  const words = item.words === '' ? l10n.t('(no words)') : item.words;
  return {
    label: `$(${overdue ? 'warning' : 'circle-outline'}) ${words}`,
    description: parties,
    detail: facts.join(' · '),
    item,
  };
}
